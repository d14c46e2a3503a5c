import { type RawBuilder, sql } from 'kysely';
import type { MemberColumn, MemberRow } from '#/domain/members/list-contract.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import { factSource } from '#/kernel/figures/source.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { type Day, earliest, wholeYearsBetween } from '#/platform/day.ts';
import type { Listed } from './page.ts';
import { nextBadge, partyAgeOn } from './party-age.ts';
import type { Telling } from './question.ts';

interface Told extends Record<string, unknown> {
  personId: string;
  code: string | null;
  name: string;
  born: string | null;
  sex: string | null;
  badges?: number[] | null;
  postsHeld?: { post: string; unitId: string }[] | null;
  stay?: { unitId: string | null; place: string | null; until: Day | null } | null;
}

/** Of which the record itself tells. */
const ofRecord = [
  'ethnicity',
  'religion',
  'occupation',
  'generalEducation',
  'qualification',
  'academicTitle',
  'theoryLevel',
  'admittedOn',
  'officialOn',
  'retired',
  'youthUnion',
] as const satisfies readonly MemberColumn[];

/** Rows of the list for some members, in their order, with the columns that were asked. */
export async function tellMembers(
  { tx: { db }, on, knownAt }: Telling,
  members: readonly Listed[],
  columns: ReadonlySet<MemberColumn>,
): Promise<MemberRow[]> {
  if (members.length === 0) return [];
  const facts = factSource(db, knownAt);
  const { table } = facts;
  const day = sql`${on}::date`;
  const more = ofRecord.filter((column) => columns.has(column)).map((column) => sql`, r.${sql.ref(column)}`);
  for (const [column, query] of Object.entries(looked(facts, day, on)))
    if (columns.has(column as MemberColumn)) more.push(sql`, ${query}`);
  const { rows } = await sql<Told>`
    select r.person_id, p.code, r.name, r.born, r.sex ${sql.join(more, sql``)}
    from ${table('personRecord', 'r')} join ${table('person', 'p')} on p.person_id = r.person_id
    where r.person_id = any(${members.map(({ personId }) => personId)}::uuid[]) and ${isOn(sql`r.valid`, day)}`.execute(
    db,
  );
  const told = new Map(rows.map((row) => [row.personId, row]));
  const units = [...members.map(({ unitId }) => unitId), ...rows.flatMap(unitsNamed)];
  const labelOf = await unitLabels(facts, units);
  const label = (unitId: string) => labelOf(unitId, on);
  return members.flatMap((member) => {
    const row = told.get(member.personId);
    return row === undefined ? [] : [memberRow(member, row, columns, on, label)];
  });
}

function unitsNamed({ postsHeld, stay }: Told): string[] {
  return [...(postsHeld ?? []).map(({ unitId }) => unitId), ...(stay?.unitId == null ? [] : [stay.unitId])];
}

/** What is looked up for each person (r), by column. */
function looked(
  { table }: ReturnType<typeof factSource>,
  day: RawBuilder<unknown>,
  on: Day,
): Partial<Record<MemberColumn, RawBuilder<unknown>>> {
  const isHis = (valid: string) =>
    sql`${sql.ref(`${valid}.person_id`)} = r.person_id and ${isOn(sql.ref(`${valid}.valid`), day)}`;
  return {
    cardNumber: sql`(select n.number from ${table('memberNumber', 'n')} where ${isHis('n')} and n.scheme in ('card-12', 'card-8')
      order by n.scheme limit 1) as card_number`,
    nextBadge: sql`(select array_agg(b.years) from ${table('badge', 'b')} where b.person_id = r.person_id and b.on_day <= ${day}) as badges`,
    posts: sql`(select json_agg(json_build_object('post', x.post, 'unitId', x.unit_id) order by lower(x.valid), x.post)
      from ${table('post', 'x')} where ${isHis('x')}) as posts_held`,
    exempt: sql`(select json_build_object('kind', x.kind, 'until', case when x.kind <> 'permanent' then upper(x.valid) - 1 end)
      from ${table('exemption', 'x')} where ${isHis('x')}) as exempt`,
    suspended: sql`exists (select from ${table('suspension', 'x')} where ${isHis('x')}) as suspended`,
    away: sql`(select json_build_object('unitId', x.host_unit_id, 'place', x.place, 'until', coalesce(x.due_on, upper(x.valid) - 1))
      from ${table('temporaryStay', 'x')} where ${isHis('x')}) as stay`,
    classification: sql`(select json_build_object('year', c.for_year, 'level', c.level) from ${table('classification', 'c')}
      where c.subject_id = r.person_id and c.for_year = ${Number(on.slice(0, 4)) - 1} and c.level is not null) as classification`,
  };
}

function memberRow(
  member: Listed,
  row: Told,
  columns: ReadonlySet<MemberColumn>,
  on: Day,
  label: (unitId: string) => { code: string; name: string },
): MemberRow {
  const { personId: person, badges, postsHeld, stay, ...told } = row;
  const { unitId, status, inTransit, partySince } = member;
  const has = (column: MemberColumn) => columns.has(column);
  return {
    ...told,
    person,
    unit: label(unitId),
    status,
    ...(has('inTransit') ? { inTransit } : {}),
    ...(has('age') ? { age: row.born === null ? null : wholeYearsBetween(earliest(row.born), on) } : {}),
    ...(has('partyAge') ? { partyAge: partyAgeOn(partySince, on) } : {}),
    ...(has('nextBadge') ? { nextBadge: nextBadge(partySince, badges ?? [], on) } : {}),
    ...(has('posts') ? { posts: (postsHeld ?? []).map(({ post, unitId: at }) => ({ post, unit: label(at) })) } : {}),
    ...(has('away')
      ? {
          away:
            stay == null
              ? null
              : { place: stay.unitId === null ? stay.place : label(stay.unitId).name, until: stay.until },
        }
      : {}),
  } as MemberRow;
}
