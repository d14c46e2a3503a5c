import { type RawBuilder, sql } from 'kysely';
import { catalogues } from '#/domain/catalogues/api.ts';
import { badgeYears } from '#/domain/commendation/contract.ts';
import { type MemberQuestion, UNTOLD } from '#/domain/members/list-contract.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactName, FactSource } from '#/kernel/figures/source.ts';
import { codedFilters } from './check-filters.ts';
import type { Reading } from './question.ts';
import { saysWhom } from './say-whom.ts';

type Condition = RawBuilder<unknown>;

const yes = (asked: 'yes' | 'no', is: Condition): Condition => (asked === 'yes' ? is : sql`not ${is}`);

const columnOf = (field: string): Condition => sql.ref(`m.${field}`);

/** What has to hold of a member (alias m, as `memberSpells` gives it) to be on the list. */
export function conditions(reading: Reading): Condition[] {
  const { facts, filters, unitId, scope, on, figure } = reading;
  const day = sql`${on}::date`;
  const holds: Condition[] = [sql`strpos(m.scope, ${scope}) > 0`];
  if (unitId !== null)
    holds.push(sql`m.unit_id in (select l.unit_id from ${facts.table('unitLine', 'l')}
      where l.ancestor_id = ${unitId}::uuid and ${isOn(sql`l.valid`, day)})`);
  if (figure !== null) holds.push(sql`m.person_id in (${figure})`);
  if (filters.q !== undefined && filters.q !== '') holds.push(saysWhom(facts, filters.q, day));
  if (filters.status !== undefined) holds.push(sql`m.status = ${filters.status}`);
  if (filters.inTransit !== undefined) holds.push(yes(filters.inTransit, sql`m.in_transit`));
  return [
    ...holds,
    ...spells(facts, filters, day),
    ...recorded(filters),
    ...dated(filters, day),
    ...badge(facts, filters, day),
  ];
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

function dated(filters: MemberQuestion, day: Condition): Condition[] {
  const years = (count: number) => sql`make_interval(years => ${count}::int)`;
  const since = (asked: number | undefined, condition: (count: number) => Condition) =>
    asked === undefined ? [] : [condition(asked)];
  const within = (field: 'admittedOn' | 'officialOn', from: string | undefined, to: string | undefined) => [
    ...(from === undefined ? [] : [sql`${columnOf(field)} >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`${columnOf(field)} <= ${to}::date`]),
  ];
  // Who turns a year older: on 28 February where the birthday is the 29th, as `wholeYearsBetween` has it.
  const turned = (count: number) => sql`(m.born_on + ${years(count)})::date`;
  // Party age is counted by the month (29-QĐ/TW, 25/7/2016, 27.3).
  const monthOf = (count: number) => sql`(date_trunc('month', ${day}) - ${years(count)} + interval '1 month')::date`;
  return [
    ...since(filters.ageFrom, (count) => sql`${turned(count)} <= ${day} and ${bornBy(day, count)}`),
    ...since(filters.ageTo, (count) => sql`${turned(count + 1)} > ${day}`),
    ...since(filters.partyAgeFrom, (count) => sql`m.party_since < ${monthOf(count)}`),
    ...since(filters.partyAgeTo, (count) => sql`m.party_since >= ${monthOf(count + 1)}`),
    ...within('admittedOn', filters.admittedFrom, filters.admittedTo),
    ...within('officialOn', filters.officialFrom, filters.officialTo),
  ];
}

/** Roughly the same, in a form that an index serves. */
const bornBy = (day: Condition, count: number): Condition =>
  sql`m.born_on <= (${day} - make_interval(years => ${count}::int) + interval '2 days')::date`;

/** Who reaches a badge's years in the period, by the month, and has not been awarded that badge. */
function badge({ table }: FactSource, { badgeFrom, badgeTo }: MemberQuestion, day: Condition): Condition[] {
  if (badgeFrom === undefined || badgeTo === undefined) return [];
  const reached = (
    from: Condition,
    to: Condition,
    count: number,
  ) => sql`(m.party_since >= (date_trunc('month', ${from}::date) - make_interval(years => ${sql.lit(count)}))::date
    and m.party_since < (date_trunc('month', ${to}::date) - make_interval(years => ${sql.lit(count)}) + interval '1 month')::date
    and not exists (select from ${table('badge', 'b')} where b.person_id = m.person_id and b.years = ${sql.lit(count)} and b.on_day <= ${day}))`;
  return [
    sql`(${sql.join(
      badgeYears.map((count) => reached(sql`${badgeFrom}`, sql`${badgeTo}`, count)),
      sql` or `,
    )})`,
  ];
}
