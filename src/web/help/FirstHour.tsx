import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { remember, remembered } from '#/platform/ui/remembered.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { readFirstHour } from '#/reports/home/contract.ts';
import { keepPlace } from '../address.ts';
import { ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import styles from './FirstHour.module.css';
import { type Step, type StepKey, stepsOf } from './first-hour-steps.ts';
import { useHelpText } from './help-texts.ts';
import { ImportTemplates } from './ImportTemplates.tsx';
import { isSeen } from './seen.ts';

const ways = {
  import: '/imports',
  units: '/tree',
  mend: '/imports',
  records: '/',
  report: '/reports',
  print: '/reports',
} as const satisfies Record<StepKey, string>;

const nothing = { units: 0, members: 0, unfinished: [], leftOut: 0, incomplete: 0, signed: false };

/** From one's own Excel list to a printed form, step by step; how far it has come the register itself tells, as far as it knows. */
export function FirstHour({ isFixed = false }: { isFixed?: boolean }) {
  const say = useHelpText();
  const { tenant } = usePlace();
  const [isAway, setAway] = useState(!isFixed && remembered('first-hour', ['away'] as const) === 'away');
  // Whoever comes back from an import wants to see it done.
  const { data } = useQuery({
    queryKey: [readFirstHour.path, tenant],
    queryFn: ({ signal }) => ask(readFirstHour, { tenant }, signal),
    staleTime: 0,
  });
  const steps = stepsOf(data ?? nothing, isSeen);
  const next = steps.find(({ isDone }) => !isDone)?.key;
  const put = (away: boolean) => {
    setAway(away);
    remember('first-hour', away ? 'away' : 'shown');
  };
  if (isAway)
    return (
      <div>
        <Button onClick={() => put(false)}>{say('back')}</Button>
      </div>
    );
  return (
    <section className={styles.guide} aria-label={say('firstHour')}>
      <div className={styles.head}>
        <h2>{say('firstHour')}</h2>
        {isFixed ? null : (
          <Button size="small" onClick={() => put(true)}>
            {say('away')}
          </Button>
        )}
      </div>
      <ol className={styles.steps} aria-busy={data === undefined}>
        {steps.map((step) => (
          <OneStep key={step.key} step={step} isNext={step.key === next} isKnown={data !== undefined} />
        ))}
      </ol>
    </section>
  );
}

interface OneStepProps {
  step: Step;
  isNext: boolean;
  isKnown: boolean;
}

function OneStep({ step: { key, isDone, told }, isNext, isKnown }: OneStepProps) {
  const say = useHelpText();
  const { language } = useLanguage();
  const { count } = told;
  return (
    <li className={isDone ? styles.done : isNext ? styles.next : undefined}>
      <Link to={ways[key]} search={keepPlace}>
        {say(`step.${key}`)}
      </Link>
      <span className={styles.state}>{say(isDone ? 'done' : isNext ? 'next' : 'later')}</span>
      <p>{say(`step.${key}What`)}</p>
      <p className={styles.told}>
        {isKnown ? say(told.say, count === undefined ? {} : { count: writeNumber(count, language) }) : '\u00a0'}
      </p>
      {key === 'import' ? <ImportTemplates /> : null}
    </li>
  );
}
