import { type RawBuilder, sql } from 'kysely';
import { grassrootsKinds } from '#/domain/units/api.ts';
import type { Audit, AuditFinding } from '#/kernel/audit.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { committeeRoster, unitRoster } from './coverage.ts';
import { isCase } from './rows.ts';

interface Coverage {
  unitId: string;
  from: string;
  until: string;
  what: string;
  roster: number;
  covered: number;
  uncovered: number;
}

/**
 * Covered and not covered make up the roster: for every direct superior of grassroots organisations and every year in
 * which there were cases, and for every unit and term that a coverage target was given for.
 */
export const coverageAudit: Audit = {
  name: 'oversight-coverage',
  title: {
    vi: 'Số đã được và chưa được kiểm tra, giám sát cộng lại bằng số có trong kỳ',
    en: 'Covered and not covered make up the roster of the period',
  },
  run: async (facts) => {
    const units = await contradictions(facts, 'units', unitRoster(facts, {}), unitCases(facts));
    const persons = await contradictions(facts, 'committee members', sitting(facts), committeeCases(facts));
    return [...units, ...persons].slice(0, 100);
  },
};

/** Cases of units that were there, by the place that the fold gave them. */
const unitCases = (facts: FactSource) => sql`
  select i.subject_id, i.unit_id, i.on_day from ${facts.table('inspection', 'i')}
  where i.subject_kind = 'unit' and i.unit_id = i.subject_id and ${isCase}`;

const committeeCases = (facts: FactSource) => sql`
  select i.subject_id, p.unit_id, i.on_day from ${facts.table('inspection', 'i')}
  join (${committeeRoster(facts)}) p on p.subject_id = i.subject_id and p.valid @> i.on_day
  where i.subject_kind = 'person' and ${isCase}`;

/** Committee members as far as they were members of the Party at all: a post ends with that. */
const sitting = (facts: FactSource) => sql`
  select p.subject_id, p.unit_id, p.valid * s.valid as valid from (${committeeRoster(facts)}) p
  join ${facts.table('standing', 's')} on s.person_id = p.subject_id and s.valid && p.valid`;

// The sides come from different facts: the roster from spells, the covered from the cases as the fold placed them.
async function contradictions(
  facts: FactSource,
  what: string,
  roster: RawBuilder<unknown>,
  cases: RawBuilder<unknown>,
): Promise<AuditFinding[]> {
  const { rows } = await sql<Coverage>`
    with asked as (${periods(facts)}),
    listed as materialized (
      select distinct a.unit_id, a.period, r.subject_id
      from asked a join ${facts.table('unitLine', 'l')} on l.ancestor_id = a.unit_id and l.valid && a.period
      join (${roster}) r on r.unit_id = l.unit_id and not isempty(r.valid * l.valid * a.period)
    ),
    reached as materialized (
      select distinct a.unit_id, a.period, c.subject_id
      from asked a join (${cases}) c on a.period @> c.on_day
      join ${facts.table('unitLine', 'l')} on l.ancestor_id = a.unit_id and l.unit_id = c.unit_id and l.valid @> c.on_day
    ),
    roster as (select unit_id, period, count(*) as n from listed group by unit_id, period),
    covered as (select unit_id, period, count(*) as n from reached group by unit_id, period),
    uncovered as (
      select unit_id, period, count(*) as n from listed x
      where not exists (
        select from reached y where y.unit_id = x.unit_id and y.period = x.period and y.subject_id = x.subject_id
      ) group by unit_id, period
    )
    select a.unit_id, lower(a.period) as "from", upper(a.period) - 1 as until,
      coalesce(r.n, 0) as roster, coalesce(c.n, 0) as covered, coalesce(u.n, 0) as uncovered
    from asked a
    left join roster r using (unit_id, period) left join covered c using (unit_id, period) left join uncovered u using (unit_id, period)
    where coalesce(c.n, 0) > coalesce(r.n, 0) or coalesce(c.n, 0) + coalesce(u.n, 0) <> coalesce(r.n, 0)
    order by a.unit_id, lower(a.period) limit 100`.execute(facts.db);
  return rows.map(({ unitId, from, until, roster, covered, uncovered }) => ({
    level: 'fault' as const,
    unitId,
    message: `Of ${roster} ${what} from ${from} to ${until}, ${covered} are covered and ${uncovered} are not: ${covered} + ${uncovered} is not ${roster}.`,
  }));
}

const terms = ['units-inspected-or-supervised-in-term', 'committee-members-inspected-or-supervised-in-term'];

const periods = (facts: FactSource) => sql`
  select p.parent_id as unit_id, daterange(make_date(y.year, 1, 1), make_date(y.year + 1, 1, 1)) as period
  from (
    select distinct p.parent_id from ${facts.table('unitParent', 'p')}
    join ${facts.table('unitKind', 'k')} on k.unit_id = p.unit_id and k.valid && p.valid and k.kind in (${sql.join(grassrootsKinds)})
  ) p cross join (select distinct extract(year from i.on_day)::integer as year from ${facts.table('inspection', 'i')}) y
  union
  select t.unit_id, t.valid from ${facts.table('target', 't')} where t.figure in (${sql.join(terms)})`;
