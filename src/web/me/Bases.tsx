import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type Basis, readOwnRecord, sayConsent } from '#/domain/members/own-record-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { answers, ask } from '../ask.ts';
import styles from './Me.module.css';
import { useMeText } from './me-texts.ts';

/** For which purposes the record is kept and by which right; what rests on consent is given and withdrawn here. */
export function Bases({ bases }: { bases: readonly Basis[] }) {
  const say = useMeText();
  return (
    <section className={styles.part}>
      <h2>{say('bases')}</h2>
      <ul className={styles.list}>
        {bases.map((basis) => (
          <Line key={basis.purpose} basis={basis} />
        ))}
      </ul>
    </section>
  );
}

function Line({ basis: { purpose, label, basis, rule, confidence, consent } }: { basis: Basis }) {
  const say = useMeText();
  const { language } = useLanguage();
  const isGiven = consent?.isGiven ?? false;
  const { mutate, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(sayConsent, { purpose, isGiven: !isGiven }),
    onSuccess: () => void answers.invalidateQueries({ queryKey: [readOwnRecord.path] }),
  });
  const state = basis === 'consent' ? say(isGiven ? 'consentGiven' : 'consentNone') : say(basis);
  return (
    <li className={styles.line}>
      <span className={styles.value}>
        {label[language]}
        <br />
        <span className={styles.soft}>
          {state}; {rule}
          {confidence === '?' ? ` (${say('toReview')})` : ''}
        </span>
      </span>
      {basis === 'consent' ? (
        <Button loading={isPending} onClick={() => mutate()}>
          {say(isGiven ? 'withdraw' : 'consent')}
        </Button>
      ) : null}
      {error === null ? null : <WrongLine error={error} />}
    </li>
  );
}
