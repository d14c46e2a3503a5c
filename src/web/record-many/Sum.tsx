import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { Effects } from '../record/Effects.tsx';
import { FigureMoves } from '../record/FigureMoves.tsx';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';

/** As many people are told one by one; the others are alike. */
const peopleShown = 3;

interface SumProps {
  rehearsed: Rehearsed | undefined;
  error: unknown;
  isWaiting: boolean;
}

/** What all acts of the list change together. */
export function Sum({ rehearsed, error, isWaiting }: SumProps) {
  const say = useManyText();
  const { persons = [], more = 0 } = rehearsed?.effects ?? {};
  return (
    <>
      <h2>{say('sum')}</h2>
      {error === null ? null : <WrongLine error={error} />}
      {rehearsed?.isPossible ? (
        <>
          <p>{say('sumPeople', { count: persons.length + more })}</p>
          <FigureMoves figures={rehearsed.figures} />
          {persons.length === 0 ? null : <h3>{say('sumExample')}</h3>}
          {persons.slice(0, peopleShown).map((one) => (
            <Effects key={one.person} name={one.name ?? '…'} effect={one} />
          ))}
        </>
      ) : (
        <p className={styles.soft}>{say(isWaiting ? 'sumWait' : 'sumNothing')}</p>
      )}
    </>
  );
}
