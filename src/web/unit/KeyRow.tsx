import type { KeyFigure } from '#/domain/units/page-figures-contract.ts';
import { type Language, useLanguage } from '#/platform/i18n/texts.ts';
import { Bar } from '#/platform/ui/Bar.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import type { Piece } from '../help/phrases.ts';
import { Terms } from '../help/Terms.tsx';
import { FigureLink } from './FigureLink.tsx';
import { useKeyText } from './key-texts.ts';
import styles from './Overview.module.css';

/** One key figure: now, before, the difference, and under its name what else there is to know. */
export function KeyRow({ one, on, pieces }: { one: KeyFigure; on: string; pieces: readonly Piece[] }) {
  const say = useKeyText();
  const { language } = useLanguage();
  const { key, figure, args, from, to, value, before, measure, decimals } = one;
  const name = say(key as 'members');
  const write = (number: number | null) => written(number, measure, decimals, language);
  const time = timeOf(one, on, say);
  return (
    <tr>
      <th scope="row">
        <Terms pieces={pieces} />
        {time === null ? null : <span className={styles.soft}> {time}</span>}
        <Beside one={one} />
      </th>
      <td className={styles.now}>
        {value === null ? (
          '–'
        ) : (
          <FigureLink figure={figure} args={args} span={{ from, to }} label={name}>
            {write(value)}
          </FigureLink>
        )}
      </td>
      <td className={styles.wide}>
        {before === null ? (
          '–'
        ) : (
          <FigureLink figure={figure} args={args} span={before} label={`${name} ${before.to.slice(0, 4)}`}>
            {write(before.value)}
          </FigureLink>
        )}
      </td>
      <td className={styles.change}>{value === null || before === null ? '–' : changed(one, language)}</td>
    </tr>
  );
}

function Beside({ one }: { one: KeyFigure }) {
  const say = useKeyText();
  const { language } = useLanguage();
  const { share, target, declared } = one;
  const percent = (number: number) => `${writeNumber(number, language)}%`;
  const goal = target === null ? '' : written(target.value, target.measure, 0, language);
  return (
    <>
      {share === null ? null : <span className={styles.under}>{say('ofMembers', { share: percent(share) })}</span>}
      {declared > 0 ? (
        <span className={styles.under}>{say('declared', { count: writeNumber(declared, language) })}</span>
      ) : null}
      {target === null ? null : (
        <span className={styles.target}>
          {say('target', { target: target.atLeast ? say('atLeast', { value: goal }) : goal })}
          {target.attained === null ? '' : `, ${say('attained', { percent: percent(target.attained) })}`}
          <Bar share={(target.attained ?? 0) / 100} isThin isGold />
        </span>
      )}
    </>
  );
}

/** The time of a figure that is not of the year so far. */
function timeOf({ from, to }: KeyFigure, on: string, say: ReturnType<typeof useKeyText>): string | null {
  const year = to.slice(0, 4);
  if (to === on && from === `${year}-01-01`) return null;
  if (from.slice(0, 7) === to.slice(0, 7)) return say('ofMonth', { month: `${to.slice(5, 7)}/${year}` });
  return say('ofYear', { year });
}

function written(value: number | null, measure: string, decimals: number, language: Language): string {
  if (value === null) return '–';
  const text = writeNumber(value, language, measure === 'percent' ? undefined : decimals);
  return measure === 'percent' ? `${text}%` : text;
}

/** With its sign, so that no colour has to say it; of a percentage in points. */
function changed({ value, before, decimals }: KeyFigure, language: Language): string {
  const difference = Number(((value ?? 0) - (before?.value ?? 0)).toFixed(decimals));
  const text = writeNumber(Math.abs(difference), language, decimals);
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '−'}${text}`;
}
