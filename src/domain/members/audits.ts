import { sql } from 'kysely';
import type { Audit } from '#/kernel/audit.ts';

/**
 * D = A + B − C of Form 1 (11-HD/BTCTW, 13/12/2021) holds at every unit and over every period exactly when each spell of
 * standing begins and ends by something that happened: an event that led to or from its unit on that day, or the end of a
 * unit that its successor took over from. So the spells are looked at one by one, not the nodes and periods.
 */
export const movementsExplained: Audit = {
  name: 'movements-explained',
  title: {
    vi: 'Tăng, giảm đảng viên có căn cứ (A + B − C = D)',
    en: 'Every change of standing has its cause (A + B − C = D)',
  },
  run: async ({ db }) => {
    const { rows } = await sql<{ unitId: string; personId: string; day: string; what: string }>`
      with edge as (
        select s.person_id, s.unit_id, lower(s.valid) as day, s.entry as by, 'begins' as what from standing s
        union all
        select s.person_id, s.unit_id, upper(s.valid), s.exit, 'ends' from standing s where not upper_inf(s.valid)
      )
      select g.unit_id, g.person_id, g.day, g.what from edge g
      where case
        when g.by = 'reorganised' then g.what = 'begins' and not exists (
          select from standing p where p.person_id = g.person_id and upper(p.valid) = g.day and p.exit = 'reorganised')
        when g.what = 'begins' then not exists (
          select from member_event e where e.person_id = g.person_id and e.on_day = g.day and e.to_unit_id = g.unit_id)
        -- What left a unit on its last day left it from its successor, whose own spell was empty.
        else not exists (
          select from member_event e where e.person_id = g.person_id and e.on_day = g.day and e.from_unit_id is not null)
      end
      order by g.day, g.person_id limit 100`.execute(db);
    return rows.map(({ unitId, personId, day, what }) => ({
      level: 'fault' as const,
      unitId,
      message: `The standing of person ${personId} in unit ${unitId} ${what} on ${day}, and no event of that day says so.`,
    }));
  },
};
