import type { AssignedTarget } from '#/domain/units/page-figures-contract.ts';
import { type Language, useLanguage } from '#/platform/i18n/texts.ts';
import { Bar } from '#/platform/ui/Bar.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { useArgText } from '../figure/arg-texts.ts';
import { FigureLink } from './FigureLink.tsx';
import styles from './Parts.module.css';
import { paperWords } from './paper-words.ts';
import { useTargetsText } from './targets-texts.ts';

interface RowProps {
  target: AssignedTarget;
  title: string;
  on: string;
  isNarrow: boolean;
}

/** One target: as assigned, as reached by the day, what is missing, and what was given on. */
export function TargetRow({ target, title, on, isNarrow }: RowProps) {
  const say = useTargetsText();
  const { language } = useLanguage();
  const named = useArgText();
  const { figure, args, from, to, value, atLeast, reached, attained, isReached, source } = target;
  const reach = { from, to: to < on ? to : on };
  const narrowed = Object.values(args).map((one) => named.value(one));
  const write = (number: number) => written(number, target, language);
  const goal = atLeast ? say('atLeast', { value: write(value) }) : write(value);
  return (
    <tr>
      <th scope="row">
        {title}
        {narrowed.length === 0 ? '' : ` (${narrowed.join(', ')})`}
        <span className={styles.under}>
          <Period from={from} to={to} />
          {source?.paper ? `, ${say('by', { paper: paperWords(source.paper, language) })}` : ''}
        </span>
        {isNarrow ? (
          <span className={styles.under}>
            {say('below')}: <Below target={target} />
          </span>
        ) : null}
      </th>
      <td className={styles.end}>
        <FigureLink figure="target" args={{ of: figure, ...args }} span={reach} label={title}>
          {goal}
        </FigureLink>
      </td>
      <td className={`${styles.end} ${styles.reached}`}>
        {reached === null ? (
          '–'
        ) : (
          <FigureLink figure={figure} args={args} span={reach} label={title}>
            {write(reached)}
          </FigureLink>
        )}
        <Bar share={(attained ?? 0) / 100} isThin isGold />
        <span className={styles.under}>{attained === null ? '' : `${writeNumber(attained, language)}%`}</span>
      </td>
      {isNarrow ? null : (
        <>
          <td className={styles.end}>{isReached ? say('done') : missing(target, language, say)}</td>
          <td>
            <Below target={target} />
          </td>
        </>
      )}
    </tr>
  );
}

function missing(target: AssignedTarget, language: Language, say: ReturnType<typeof useTargetsText>): string {
  const { value, reached, decimals, measure } = target;
  if (reached === null) return '–';
  const left = writeNumber(Number((value - reached).toFixed(decimals)), language);
  return measure === 'percent' ? say('points', { points: left }) : left;
}

function Period({ from, to }: { from: string; to: string }) {
  const say = useTargetsText();
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const isOfYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (!isOfYears) return say('period', { from: writeDay(from), to: writeDay(to) });
  return first === last ? say('year', { year: first }) : say('years', { from: first, to: last });
}

/** What was given on: of which the sum is a reserve above the target, or short of it. */
function Below({ target }: { target: AssignedTarget }) {
  const say = useTargetsText();
  const { language } = useLanguage();
  const { below, value, figure, args, to } = target;
  if (below === null) return <span className={styles.soft}>{say('notSummed')}</span>;
  if (below.units === 0) return <span className={styles.soft}>{say('nothingBelow')}</span>;
  const number = (count: number) => writeNumber(count, language);
  const rest = below.sum - value;
  const verdict = rest === 0 ? say('equal') : say(rest > 0 ? 'reserve' : 'short', { count: number(Math.abs(rest)) });
  return (
    <>
      <FigureLink
        figure="targets-below"
        args={{ of: figure, ...args }}
        span={{ from: target.from, to }}
        label={say('below')}
      >
        {say('belowSum', { sum: number(below.sum), units: number(below.units) })}
      </FigureLink>
      <span className={rest < 0 ? `${styles.under} ${styles.warn}` : styles.under}>
        {verdict}
        {below.without === 0 ? '' : `; ${say('without', { count: number(below.without) })}`}
      </span>
    </>
  );
}

function written(value: number, { measure, decimals }: AssignedTarget, language: Language): string {
  if (measure === 'percent') return `${writeNumber(value, language)}%`;
  return writeNumber(value, language, decimals);
}
