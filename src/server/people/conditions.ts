import { type RawBuilder, sql } from 'kysely';
import { catalogues } from '#/domain/catalogues/api.ts';
import { badgeYears } from '#/domain/commendation/contract.ts';
import { type MemberQuestion, UNTOLD } from '#/domain/members/list-contract.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactName, FactSource } from '#/kernel/figures/source.ts';
import { addDays, addMonths, type Day, latest } from '#/platform/day.ts';
import { codedFilters } from './check-filters.ts';
import type { Reading } from './question.ts';
import { saysWhom } from './say-whom.ts';

type Condition = RawBuilder<unknown>;

const yes = (asked: 'yes' | 'no', is: Condition): Condition => (asked === 'yes' ? is : sql`not ${is}`);

const columnOf = (field: string): Condition => sql.ref(`m.${field}`);

/**
 * What has to hold of a member (alias m, as `memberSpells` gives it) to be on the list. `found`: the people whose names
 * were looked up (`lookUp`).
 */
export function conditions(reading: Reading, found: readonly string[] | null = null): Condition[] {
  const { facts, filters, unitId, scope, on, figure } = reading;
  const day = sql`${on}::date`;
  const holds: Condition[] = [sql`strpos(m.scope, ${scope}) > 0 and m.since <= ${day} and m.until > ${day}`];
  if (unitId !== null) holds.push(sql`m.unit_id in (${unitsUnder(reading, unitId)})`);
  if (figure !== null) holds.push(sql`m.person_id in (${figure})`);
  if (filters.q !== undefined && filters.q !== '') holds.push(saysWhom(facts, filters.q, { day, found }));
  if (filters.status !== undefined) holds.push(sql`m.status = ${filters.status}`);
  if (filters.inTransit !== undefined) holds.push(yes(filters.inTransit, sql`m.in_transit`));
  return [
    ...holds,
    ...spells(facts, filters, day),
    ...recorded(filters),
    ...dated(filters, on),
    ...badge(facts, filters, day),
  ];
}

/** The units under one on the day, itself among them. */
export function unitsUnder({ facts, on }: Pick<Reading, 'facts' | 'on'>, unitId: string): RawBuilder<unknown> {
  return sql`select l.unit_id from ${facts.table('unitLine', 'l')}
    where l.ancestor_id = ${unitId}::uuid and ${isOn(sql`l.valid`, sql`${on}::date`)}`;
}

/** What holds of a person for some days: exemptions, suspensions, stays, posts; and of the unit. */
function spells({ table }: FactSource, filters: MemberQuestion, day: Condition): Condition[] {
  const has = (name: FactName & ('exemption' | 'suspension' | 'temporaryStay' | 'post'), more: Condition = sql``) =>
    sql`m.person_id in (select x.person_id from ${table(name, 'x')} where ${isOn(sql`x.valid`, day)} ${more})`;
  const holds: Condition[] = [];
  if (filters.exempt !== undefined) holds.push(yes(filters.exempt, has('exemption')));
  if (filters.suspended !== undefined) holds.push(yes(filters.suspended, has('suspension')));
  if (filters.away !== undefined) holds.push(yes(filters.away, has('temporaryStay')));
  if (filters.post !== undefined)
    holds.push(has('post', filters.post.includes('any') ? sql`` : sql`and x.post = any(${filters.post}::text[])`));
  if (filters.unitKind !== undefined)
    holds.push(sql`m.unit_id in (select k.unit_id from ${table('unitKind', 'k')}
      where k.kind = any(${filters.unitKind}::text[]) and ${isOn(sql`k.valid`, day)})`);
  return holds;
}

/** Codes of the record: a whole stands for its parts too (an enterprise: every sort of one). */
function recorded(filters: MemberQuestion): Condition[] {
  const holds: Condition[] = codedFilters.flatMap((field) => {
    const asked = filters[field];
    if (asked === undefined) return [];
    const codes = catalogues[field].entries
      .filter(({ code, within }) => asked.includes(code) || (within !== undefined && asked.includes(within)))
      .map(({ code }) => code);
    const isOne = sql`${columnOf(field)} = any(${codes}::text[])`;
    return [asked.includes(UNTOLD) ? sql`(${isOne} or ${columnOf(field)} is null)` : isOne];
  });
  for (const field of ['retired', 'youthUnion'] as const) {
    const asked = filters[field];
    if (asked !== undefined) holds.push(sql`${columnOf(field)} = ${asked === 'yes'}`);
  }
  return holds;
}

export type Dated = 'bornOn' | 'admittedOn' | 'officialOn' | 'partySince';

const before = (field: Dated, day: Day | undefined): Condition[] =>
  day === undefined ? [] : [sql`${columnOf(field)} <= ${day}::date`];
/** A day that is not told stands as infinity, after all others. */
const after = (field: Dated, day: Day | undefined): Condition[] =>
  day === undefined ? [] : [sql`${columnOf(field)} >= ${day}::date and ${columnOf(field)} < 'infinity'`];

/** The spans of days that are asked of the record; `only`: of the column that the list stands by. */
export function dated(filters: MemberQuestion, on: Day, only?: Dated): Condition[] {
  const upTo = (field: Dated, day: Day | undefined) => (only === undefined || field === only ? before(field, day) : []);
  const from = (field: Dated, day: Day | undefined) => (only === undefined || field === only ? after(field, day) : []);
  const { ageFrom, ageTo, partyAgeFrom, partyAgeTo } = filters;
  return [
    ...upTo('bornOn', ageFrom === undefined ? undefined : lastBirth(on, ageFrom)),
    ...from('bornOn', ageTo === undefined ? undefined : addDays(lastBirth(on, ageTo + 1), 1)),
    ...upTo('partySince', partyAgeFrom === undefined ? undefined : lastOfMonth(on, -12 * partyAgeFrom)),
    ...from('partySince', partyAgeTo === undefined ? undefined : firstOfMonth(on, -12 * (partyAgeTo + 1) + 1)),
    ...from('admittedOn', filters.admittedFrom),
    ...upTo('admittedOn', filters.admittedTo),
    ...from('officialOn', filters.officialFrom),
    ...upTo('officialOn', filters.officialTo),
  ];
}

/** The last day of birth of those who have turned that age: on 28 February also who was born on the 29th. */
function lastBirth(on: Day, age: number): Day {
  const birth = addMonths(on, -12 * age);
  const next = addDays(birth, 1);
  return addMonths(next, 12 * age) <= on ? next : birth;
}

// Party age is counted by the month (29-QĐ/TW, 25/7/2016, 27.3).
const firstOfMonth = (day: Day, months: number): Day => `${addMonths(day, months).slice(0, 7)}-01`;
const lastOfMonth = (day: Day, months: number): Day => latest(addMonths(day, months).slice(0, 7));

/** Who reaches a badge's years in the period, by the month, and has not been awarded that badge. */
function badge({ table }: FactSource, { badgeFrom, badgeTo }: MemberQuestion, day: Condition): Condition[] {
  if (badgeFrom === undefined || badgeTo === undefined) return [];
  const spans = badgeYears.map((years) => {
    const months = -12 * years;
    return sql`(${sql.join([...after('partySince', firstOfMonth(badgeFrom, months)), ...before('partySince', lastOfMonth(badgeTo, months))], sql` and `)})`;
  });
  const reachedOn = sql`(m.party_since + make_interval(years => b.years))::date`;
  return [
    sql`(${sql.join(spans, sql` or `)})`,
    sql`not exists (select from ${table('badge', 'b')} where b.person_id = m.person_id and b.on_day <= ${day}
      and ${reachedOn} between ${firstOfMonth(badgeFrom, 0)}::date and ${lastOfMonth(badgeTo, 0)}::date)`,
  ];
}
