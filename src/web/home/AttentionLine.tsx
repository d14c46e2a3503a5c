import { Link } from '@tanstack/react-router';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import type { Attention } from '#/reports/home/contract.ts';
import { keepPlace } from '../address.ts';
import { handOver } from '../people/handed-over.ts';
import { forForm } from '../record/record-search.ts';
import styles from './Attention.module.css';
import { useAttentionText } from './attention-texts.ts';
import { FigureLink } from './FigureLink.tsx';

type Measure = 'persons' | 'units' | 'occurrences';
type Gap = 'age' | 'sex' | 'ethnicity' | 'religion' | 'work' | 'schooling' | 'qualification' | 'theory' | 'era';

/** One thing to look at: its number opens all of them, the first few stand below it. */
export function AttentionLine({ of }: { of: Attention }) {
  const say = useAttentionText();
  const { language } = useLanguage();
  const { concern, count, measure, to, instrument } = of;
  const name = say(concern, {
    to: writeDay(to),
    month: `${to.slice(5, 7)}/${to.slice(0, 4)}`,
    year: to.slice(0, 4),
    round: roundIn(to),
  });
  const number = say(measure as Measure, { count: writeNumber(count, language) });
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <span>{name}</span>
        <FigureLink of={of} className={styles.number} label={say('opens', { name, value: number })}>
          {number}
        </FigureLink>
      </div>
      {of.parts === undefined ? <First of={of} /> : <Parts parts={of.parts} />}
      {instrument === null && of.act === null ? null : (
        <p className={styles.rule}>
          {instrument === null ? null : `${say('rule')}: ${instrument} `}
          <Settle of={of} name={name} />
        </p>
      )}
    </li>
  );
}

/** The way to the act that settles it, with whom it is about where all of them are known here. */
function Settle({ of: { act, measure, first, count }, name }: { of: Attention; name: string }) {
  const say = useAttentionText();
  if (act === null) return null;
  const people = measure === 'persons' && first.length === count ? first.map(({ id }) => id.split(':')[0] ?? id) : [];
  const text = { className: styles.settle, 'aria-label': say('settleOf', { name }), children: say('settle') };
  if (people.length > 1)
    return (
      <Link
        to="/record/$kind/many"
        params={{ kind: act }}
        search={(before) => ({ ...keepPlace(before), ...handOver(people) })}
        {...text}
      />
    );
  return <Link to="/record/$kind" params={{ kind: act }} search={forForm({ person: people[0] })} {...text} />;
}

function First({ of: { first, count, measure } }: { of: Attention }) {
  const say = useAttentionText();
  const { language } = useLanguage();
  const left = count - first.length;
  const more =
    left > 0 ? <span className={styles.left}>{say('more', { count: writeNumber(left, language) })}</span> : null;
  if (measure !== 'persons')
    return (
      <p className={styles.few}>
        {first.map(({ label }) => label ?? say('hidden')).join(' · ')} {more}
      </p>
    );
  return (
    <p className={styles.first}>
      {first.map(({ id, label, unit }) => (
        <span key={id} className={styles.one}>
          {label === null ? (
            say('hidden')
          ) : (
            // A row may be of a person and something else: the person comes first in its id.
            <Link
              to="/members/$person"
              params={{ person: id.split(':')[0] ?? id }}
              search={keepPlace}
              className={styles.name}
            >
              {label}
            </Link>
          )}
          {unit !== null ? <span className={styles.unit}> {unit.name}</span> : null}
        </span>
      ))}
      {more}
    </p>
  );
}

/** Which fields are missing, and of how many. */
function Parts({ parts }: { parts: NonNullable<Attention['parts']> }) {
  const say = useAttentionText();
  const { language } = useLanguage();
  return (
    <p className={styles.first}>
      {parts.map((part) => {
        const gap = say(Object.keys(part.args)[0] as Gap);
        const value = writeNumber(part.value, language);
        return (
          <span key={gap} className={styles.gap}>
            {gap}{' '}
            <FigureLink of={part} label={say('opens', { name: gap, value })}>
              {value}
            </FigureLink>
          </span>
        );
      })}
    </p>
  );
}

const rounds: Record<string, string> = { '02': '03/02', '05': '19/05', '09': '02/09', '11': '07/11' };

/** The round of badges that honours the months up to this one. */
function roundIn(to: string): string {
  return `${rounds[to.slice(5, 7)] ?? ''}/${to.slice(0, 4)}`;
}
