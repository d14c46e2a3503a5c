import { Checkbox } from 'antd';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { FormFields } from '../record/form/FormFields.tsx';
import { PaperFields } from '../record/PaperFields.tsx';
import type { ManyFields } from './ManyForm.tsx';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';

interface CommonFieldsProps {
  fields: ManyFields;
  ownNames: readonly string[];
  setOwnNames: (names: readonly string[]) => void;
  actor: string | undefined;
}

/** What all have alike; a field that differs from person to person is moved into the list. */
export function CommonFields({ fields, ownNames, setOwnNames, actor }: CommonFieldsProps) {
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
            <legend>{say('ownFields')}</legend>
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
