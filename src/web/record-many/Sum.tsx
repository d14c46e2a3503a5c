import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { Effects } from '../record/Effects.tsx';
import { FigureMoves } from '../record/FigureMoves.tsx';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';
import type { SubjectKind } from './rows.ts';
import type { Part, RehearsedList } from './use-batch.ts';

/** As many are told one by one; the others are alike. */
const shownAtMost = 3;

interface SumProps {
  subject: SubjectKind;
  rehearsed: RehearsedList | undefined;
  error: unknown;
  isWaiting: boolean;
}

/** What all acts of the list change together. */
export function Sum({ subject, rehearsed, error, isWaiting }: SumProps) {
  const say = useManyText();
  const { persons = [], units = [], more = 0 } = rehearsed?.effects ?? {};
  const changed = [
    ...persons.map((one) => ({ ...one, key: one.person })),
    ...units.map((one) => ({ ...one, key: one.unit })),
  ];
  return (
    <>
      <h2>{say('sum')}</h2>
      {error === null ? null : <WrongLine error={error} />}
      <Parts parts={rehearsed?.parts ?? []} />
      {rehearsed?.isPossible ? (
        <>
          <p>{say(`${subject}.sum`, { count: changed.length + more })}</p>
          <FigureMoves figures={rehearsed.figures} />
          {changed.length === 0 ? null : <h3>{say('sumExample')}</h3>}
          {changed.slice(0, shownAtMost).map((one) => (
            <Effects key={one.key} name={one.name ?? '…'} effect={one} />
          ))}
        </>
      ) : (
        <p className={styles.soft}>{say(isWaiting ? 'sumWait' : 'sumNothing')}</p>
      )}
    </>
  );
}

/** Which lines were tried out together, where the list is too long for one go. */
function Parts({ parts }: { parts: readonly Part[] }) {
  const say = useManyText();
  const { language } = useLanguage();
  if (parts.length < 2) return null;
  const number = (value: number) => writeNumber(value, language);
  return (
    <div className={styles.parts}>
      <p>{say('inParts', { count: parts.length })}</p>
      <ul>
        {parts.map(({ from, to, isPossible }) => (
          <li key={from}>
            {isPossible ? '✓' : '✕'}{' '}
            {say(isPossible ? 'partGood' : 'partWrong', { from: number(from), to: number(to) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
