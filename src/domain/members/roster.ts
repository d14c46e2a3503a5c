import { type RawBuilder, sql } from 'kysely';
import type { Audit } from '#/kernel/audit.ts';
import type { Derived } from '#/kernel/facts/derived.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { Day } from '#/platform/day.ts';

/** The first day that a partial day can mean. */
const earliestOf = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(case length(${text}) when 10 then ${text} when 7 then ${text} || '-01' when 4 then ${text} || '-01-01' end)::date`;

/** What is not told lies after every day: a policy lets no index be used by an expression over what may be null. */
const told = (day: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce(${day}, 'infinity')`;

/** Where only the ceremony is known, the decision came before it: by two months at most. */
const decisionOf = (record: string): RawBuilder<unknown> => {
  const [from, ceremony] = [sql.ref(`${record}.party_age_from`), sql.ref(`${record}.admitted_on`)];
  return sql`coalesce(${from}, (${earliestOf(ceremony)} - interval '2 months')::date)`;
};

const month = (day: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(extract(year from ${day}) * 12 + extract(month from ${day}))::int`;

/**
 * The day from which the party age of a standing (s) with a record (r) counts, the time outside the Party put on: what
 * `partyAge` of the members' part reckons for one person, for many. Null: the register does not tell.
 */
function partySince({ table }: FactSource): RawBuilder<unknown> {
  const first = sql`case when lower_inf(r.valid) then ${decisionOf('r')}
    else (select ${decisionOf('f')} from ${table('personRecord', 'f')} where f.person_id = s.person_id order by lower(f.valid) nulls first limit 1) end`;
  const events = table('memberEvent', 'e');
  // Each return with the last leaving before it, unless another return, or a restoring that annulled it, lies between.
  const outside = sql`
    select case when bool_or(o.left_on is null) then null else sum(greatest(0, ${month(sql`o.back_on`)} - ${month(sql`o.left_on`)})) end
    from (
      select coalesce((select ${decisionOf('b')} from ${table('personRecord', 'b')} where b.person_id = e.person_id and b.valid @> e.on_day), e.on_day) as back_on,
        (select case when l.event in ('name-removed', 'expelled', 'left') then l.on_day end from ${table('memberEvent', 'l')}
         where l.person_id = e.person_id and l.on_day <= e.on_day and l.act_id <> e.act_id
           and l.event in ('name-removed', 'expelled', 'left', 'readmitted', 'restored') order by l.on_day desc limit 1) as left_on
      from ${events} where e.person_id = s.person_id and e.event = 'readmitted' and e.on_day <= lower(s.valid)
    ) o`;
  return sql`case when s.person_id in (select e.person_id from ${events} where e.event = 'readmitted')
    then (${first} + make_interval(months => coalesce((${outside})::int, case when exists (
      select from ${events} where e.person_id = s.person_id and e.event = 'readmitted' and e.on_day <= lower(s.valid)) then null else 0 end)))::date
    else ${first} end`;
}

/**
 * Members with what they are filtered and put in order by, from the facts themselves: a row for each span of days (since,
 * to before until) on which standing and record stay as they are; with a day, those of it.
 */
export function memberSpells(facts: FactSource, on: Day | null = null): RawBuilder<unknown> {
  const holds = (valid: RawBuilder<unknown>) => (on === null ? sql`true` : isOn(valid, sql`${on}::date`));
  return sql`
    select s.person_id, coalesce(lower(s.valid * r.valid), '-infinity') as since, coalesce(upper(s.valid * r.valid), 'infinity') as until,
      s.unit_id, s.status, s.in_transit, r.name_key, r.name_order, ${told(sql`r.born_on`)} as born_on, r.sex, r.ethnicity, r.religion, r.occupation,
      r.general_education, r.qualification, r.academic_title, r.theory_level, r.retired, r.youth_union,
      ${told(earliestOf(sql`r.admitted_on`))} as admitted_on, ${told(earliestOf(sql`r.official_on`))} as official_on,
      ${told(partySince(facts))} as party_since, s.scope
    from ${facts.table('standing', 's')}
    join ${facts.table('personRecord', 'r')} on r.person_id = s.person_id and r.valid && s.valid and ${holds(sql`r.valid`)}
    where ${holds(sql`s.valid`)}`;
}

const columns = [
  'person_id',
  'since',
  'until',
  'unit_id',
  'status',
  'in_transit',
  'name_key',
  'name_order',
  'born_on',
  'sex',
  'ethnicity',
  'religion',
  'occupation',
  'general_education',
  'qualification',
  'academic_title',
  'theory_level',
  'retired',
  'youth_union',
  'admitted_on',
  'official_on',
  'party_since',
  'scope',
] as const;

/** The rows of `memberSpells` as known now, kept for speed (decision 0010). */
export const roster: Derived = { name: 'roster', columns, rows: memberSpells };

/** The roster says what the facts say: nobody is missing in a list, nobody stands in it who should not. */
export const rosterTrue: Audit = {
  name: 'roster',
  title: { vi: 'Danh sách đảng viên khớp với dữ kiện', en: 'The lists of members say what the facts say' },
  run: async (facts) => {
    const list = sql.join(columns.map((column) => sql.ref(column)));
    const expected = sql`select ${list} from (${memberSpells(facts)}) e`;
    const kept = sql`select ${list} from roster`;
    const { rows } = await sql<{ personId: string; unitId: string; what: string }>`
      select person_id, unit_id, 'lacks' as what from (${expected} except ${kept}) l
      union all select person_id, unit_id, 'holds' from (${kept} except ${expected}) h
      order by person_id limit 100`.execute(facts.db);
    return rows.map(({ personId, unitId, what }) => ({
      level: 'fault' as const,
      unitId,
      message: `The roster ${what} a row of person ${personId} that the facts ${what === 'lacks' ? 'give' : 'do not give'}.`,
    }));
  },
};
