import type { Asked } from './questions.ts';

// The plain count that anybody would write over the fact tables and the closure of the tree: as the owner, without
// policies. DuckDB has the same rows with a range as two columns, valid_from and valid_to (never null).

type Engine = 'postgres' | 'duckdb';

/** True on the day of the parameter. */
const on = (engine: Engine, alias: string, day: string): string =>
  engine === 'postgres' ? `${alias}.valid @> ${day}` : `${alias}.valid_from <= ${day} and ${day} < ${alias}.valid_to`;

const overlap = (engine: Engine, a: string, b: string): string =>
  engine === 'postgres'
    ? `${a}.valid && ${b}.valid`
    : `${a}.valid_from < ${b}.valid_to and ${b}.valid_from < ${a}.valid_to`;

const standing = (engine: Engine, more = ''): string => `
  from unit_line l join standing s on s.unit_id = l.unit_id ${more}
  where l.ancestor_id = $1 and ${on(engine, 'l', '$2::date')} and ${on(engine, 's', '$2::date')}`;

const record = (engine: Engine): string =>
  `join person_record r on r.person_id = s.person_id and ${on(engine, 'r', '$2::date')} and ${overlap(engine, 'r', 's')}`;

const events = (engine: Engine, event: string, day: string): string => `
  from unit_line l join member_event e on e.unit_id = l.unit_id
  where l.ancestor_id = $1 and e.event in (${event}) and ${day} between $2::date and $3::date and ${on(engine, 'l', day)}`;

/** What was believed at $3, of today's rows and of those replaced since. */
const believed = (engine: Engine): string => {
  const columns =
    engine === 'postgres'
      ? 'person_id, unit_id, valid, known_from'
      : 'person_id, unit_id, valid_from, valid_to, known_from';
  return `(select ${columns} from standing where known_from <= $3::timestamptz
    union all select ${columns} from standing_twin where known_from <= $3::timestamptz and $3::timestamptz < known_until)`;
};

const knownLines = (engine: Engine): string =>
  `(select ancestor_id, unit_id, ${engine === 'postgres' ? 'valid' : 'valid_from, valid_to'} from unit_line where known_from <= $3::timestamptz)`;

export interface PlainCount {
  sql: (engine: Engine) => string;
  values: (asked: Asked, knownAt: string) => string[];
}

const stockValues = ({ unit, on }: Asked): string[] => [unit.id, on];
const flowValues = ({ unit, from, on }: Asked): string[] => [unit.id, from as string, on];

const stock = (select: string, more: (engine: Engine) => string = () => '', where = ''): PlainCount => ({
  sql: (engine) => `select ${select} as n ${standing(engine, more(engine))} ${where}`,
  values: stockValues,
});

const flow = (event: string, day: string): PlainCount => ({
  sql: (engine) => `select count(*) as n ${events(engine, event, day)}`,
  values: flowValues,
});

const distinct = 'count(distinct s.person_id)';
const age = `and r.born_on + interval '31 years' <= $2::date and $2::date < r.born_on + interval '36 years'`;

/** By the name of the bench's question. */
export const plainCounts: Record<string, PlainCount> = {
  members: stock('count(*)'),
  admissions: flow(`'admitted', 'readmitted'`, 'e.on_day'),
  'official-recognitions': flow(`'recognised'`, 'coalesce(e.decided_on, e.on_day)'),
  'female-members': stock(distinct, record, `and r.sex = 'female'`),
  'members-by-age 31-35': stock(distinct, record, age),
  'members, known at the end of the load': {
    sql: (
      engine,
    ) => `select count(*) as n from ${knownLines(engine)} l join ${believed(engine)} s on s.unit_id = l.unit_id
      where l.ancestor_id = $1 and ${on(engine, 'l', '$2::date')} and ${on(engine, 's', '$2::date')}`,
    values: ({ unit, on }, knownAt) => [unit.id, on, knownAt],
  },
};

/** What a form needs at the least: members on the eve ($2) and on the last day ($3), and the events between that lead in or out. */
export function movedCount(engine: Engine): string {
  const members = (day: string) => `(select count(*) from unit_line l join standing s on s.unit_id = l.unit_id
    where l.ancestor_id = $1 and ${on(engine, 'l', day)} and ${on(engine, 's', day)})`;
  const moved = (side: string) => `(select count(*) from unit_line l join member_event e on e.${side} = l.unit_id
    where l.ancestor_id = $1 and e.on_day > $2::date and e.on_day <= $3::date and ${on(engine, 'l', 'e.on_day')})`;
  return `select ${members('$2::date')} + ${members('$3::date')} + ${moved('to_unit_id')} + ${moved('from_unit_id')} as n`;
}
