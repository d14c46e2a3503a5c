import { Checkbox } from 'antd';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { FormFields } from '../record/form/FormFields.tsx';
import { PaperFields } from '../record/PaperFields.tsx';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';
import type { SubjectKind } from './rows.ts';
import type { ManyFields } from './use-many.ts';

interface CommonFieldsProps {
  subject: SubjectKind;
  fields: ManyFields;
  ownNames: readonly string[];
  setOwnNames: (names: readonly string[]) => void;
  actor: string | undefined;
}

/** What all have alike; a field that differs from one to the next is moved into the list. */
export function CommonFields({ subject, fields, ownNames, setOwnNames, actor }: CommonFieldsProps) {
  const say = useManyText();
  const { language } = useLanguage();
  const named = (...names: string[]) => fields.envelope.filter(({ name }) => names.includes(name));
  return (
    <>
      <PaperFields node={named('paper')[0]} actor={actor} />
      <section className={styles.part} aria-label={say('common')}>
        <h2>{say('common')}</h2>
        <div className={styles.grid}>
          <FormFields nodes={named('effectiveOn')} />
          <FormFields nodes={fields.shared} />
        </div>
        {fields.ownable.length === 0 ? null : (
          <fieldset className={styles.own}>
            <legend>{say(`${subject}.ownFields`)}</legend>
            {fields.ownable.map(({ name, field }) => (
              <Checkbox
                key={name}
                checked={ownNames.includes(name)}
                onChange={({ target }) =>
                  setOwnNames(target.checked ? [...ownNames, name] : ownNames.filter((one) => one !== name))
                }
              >
                {field.title[language]}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </section>
    </>
  );
}
