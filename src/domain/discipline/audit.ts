import { type RawBuilder, sql } from 'kysely';
import type { Audit, AuditFinding } from '#/kernel/audit.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { isDecided } from './rows.ts';

/** Expulsion and dissolution are told twice, as the discipline and as the leaving: nobody should be told of only once. */
export const finalMeasuresAudit: Audit = {
  name: 'discipline-final-measures',
  title: {
    vi: 'Khai trừ, giải tán: quyết định kỷ luật và việc đưa ra khỏi danh sách đi đôi',
    en: 'Expulsions and dissolutions: the discipline and the leaving go together',
  },
  run: async (facts) =>
    [
      ...(await lonely(facts, 'The expulsion', expelled(facts))),
      ...(await lonely(facts, 'The dissolution', disbanded(facts))),
    ].slice(0, 100),
};

interface Lonely {
  unitId: string;
  subjectId: string;
  day: string;
  missing: string;
}

async function lonely(facts: FactSource, what: string, rows: RawBuilder<unknown>): Promise<AuditFinding[]> {
  const found = await sql<Lonely>`select * from (${rows}) x order by x.day, x.subject_id limit 100`.execute(facts.db);
  return found.rows.map(({ unitId, subjectId, day, missing }) => ({
    level: 'note' as const,
    unitId,
    message: `${what} of ${subjectId} on ${day} has no ${missing} within 92 days.`,
  }));
}

const expelled = (facts: FactSource) => sql`
  select e.unit_id, e.person_id as subject_id, e.on_day as day, 'member.disciplined' as missing
  from ${facts.table('memberEvent', 'e')}
  where e.event = 'expelled' and not ${isDecided(facts, 'expulsion', sql`e.person_id`, sql`e.on_day`)}
  union all
  select c.unit_id, c.subject_id, c.on_day, 'member.expelled' from ${facts.table('discipline', 'c')}
  where c.form = 'expulsion' and c.ended_as is null and not exists (
    select from ${facts.table('memberEvent', 'e')}
    where e.person_id = c.subject_id and e.event in ('expelled', 'died') and e.on_day between c.on_day - 92 and c.on_day + 92
  )`;

const disbanded = (facts: FactSource) => sql`
  select e.unit_id, e.unit_id as subject_id, e.on_day as day, 'unit.disciplined' as missing
  from ${facts.table('unitEvent', 'e')}
  where e.event = 'disbanded' and not ${isDecided(facts, 'dissolution', sql`e.unit_id`, sql`e.on_day`)}
  union all
  select c.subject_id, c.subject_id, c.on_day, 'unit.dissolved as discipline' from ${facts.table('discipline', 'c')}
  where c.form = 'dissolution' and c.ended_as is null and not exists (
    select from ${facts.table('unitLife', 'l')}
    where l.unit_id = c.subject_id and upper(l.valid) <= c.on_day + 92
  )`;
