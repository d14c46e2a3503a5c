import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type OwnRecord, revealOwnField } from '#/domain/members/own-record-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { ask } from '../ask.ts';
import styles from './Me.module.css';
import { useMeText } from './me-texts.ts';

/** The sealed values of one's own, each behind a press. */
export function SealedFields({ fields }: { fields: OwnRecord['sealed'] }) {
  const say = useMeText();
  return (
    <section className={styles.part}>
      <h2>{say('sealed')}</h2>
      <p className={styles.soft}>{say(fields.length === 0 ? 'sealedNone' : 'sealedWhat')}</p>
      <ul className={styles.list} hidden={fields.length === 0}>
        {fields.map((one) => (
          <Sealed key={one.field} field={one} />
        ))}
      </ul>
    </section>
  );
}

function Sealed({ field: { field, label } }: { field: OwnRecord['sealed'][number] }) {
  const say = useMeText();
  const { language } = useLanguage();
  const { mutate, data, error, isPending, reset } = useMutation({
    networkMode: 'always',
    gcTime: 0, // what was hidden again is not kept in the page
    mutationFn: () => ask(revealOwnField, { field }),
  });
  const name = label[language];
  return (
    <li className={styles.line}>
      <span className={styles.value}>
        {name}: <span aria-live="polite">{data === undefined ? '•••' : data.lines.join('; ')}</span>
      </span>
      <Button
        aria-label={data === undefined ? say('showOf', { field: name }) : undefined}
        loading={isPending}
        onClick={() => (data === undefined ? mutate() : reset())}
      >
        {say(data === undefined ? 'show' : 'hide')}
      </Button>
      {error === null ? null : <WrongLine error={error} />}
    </li>
  );
}
