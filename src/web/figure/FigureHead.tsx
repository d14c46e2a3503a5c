import { type FigureDescription, type FigureShown, listFigures } from '#/kernel/figures/contract.ts';
import { type Language, useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { useArgText } from './arg-texts.ts';
import styles from './FigureHead.module.css';
import { useFigureText } from './figure-texts.ts';
import { Where } from './Where.tsx';

interface HeadProps {
  answer: FigureShown;
  described: FigureDescription;
}

/** The number with everything that it needs to be understood: unit, day or period, what was asked, what is behind it. */
export function FigureHead({ answer, described }: HeadProps) {
  const say = useFigureText();
  const named = useArgText();
  const { language } = useLanguage();
  const args = Object.entries(answer.args ?? {});
  const { data } = useAsk(listFigures, {});
  const label = (key: string, value: string) =>
    (key === 'of' || key === 'among' ? data?.figures.find(({ name }) => name === value)?.title[language] : undefined) ??
    described.args.find(({ name }) => name === key)?.labels?.[value]?.[language] ??
    named.value(value);
  return (
    <div className={styles.head}>
      <Where name={answer.unit.name} />
      <p className={styles.when}>
        {answer.on === undefined
          ? say('span', { from: writeDay(answer.from ?? ''), to: writeDay(answer.to ?? '') })
          : say('onDay', { day: writeDay(answer.on) })}
      </p>
      {args.length === 0 ? null : (
        <ul className={styles.args} aria-label={say('args')}>
          {args.map(([key, value]) => (
            <li key={key}>
              {named.name(key)}: <strong>{label(key, value)}</strong>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.number}>
        {numberOf(answer, language, say('atLeast'))} <span className={styles.measure}>{say(measureKey(answer))}</span>
      </p>
      <Behind answer={answer} language={language} />
    </div>
  );
}

/** What the number is made of, where it is more than the length of a list. */
function Behind({ answer, language }: { answer: FigureShown; language: Language }) {
  const say = useFigureText();
  const number = (value: number | undefined) => writeNumber(value, language);
  const { type, value, numerator, denominator, declared, named } = answer;
  return (
    <>
      {type === 'ratio' && denominator !== undefined ? (
        <p>{say('fraction', { numerator: number(numerator), denominator: number(denominator) })}</p>
      ) : null}
      {type === 'ratio' && value === null ? <p>{say('noDenominator')}</p> : null}
      {type === 'target' && value === null ? <p>{say('noTarget')}</p> : null}
      {declared > 0 ? (
        <p className={styles.declared}>{say('declared', { declared: number(declared), named: number(named) })}</p>
      ) : null}
    </>
  );
}

function numberOf(
  { value, min, max, decimals, type, atLeast }: FigureShown,
  language: Language,
  least: string,
): string {
  const write = (number: number | null | undefined) => writeNumber(number, language, decimals);
  if (min !== undefined || max !== undefined) return `${write(min)} – ${write(max)}`;
  return type === 'target' && atLeast && value !== null ? `${least} ${write(value)}` : write(value);
}

function measureKey({ measure }: { measure: string }) {
  if (measure === 'units') return 'unitsOf';
  const known = ['persons', 'occurrences', 'percent', 'years'] as const;
  return known.find((one) => one === measure) ?? 'occurrences';
}
