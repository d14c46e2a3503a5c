import { sql } from 'kysely';
import type { UnitElsewhen } from '#/domain/units/page-contract.ts';
import { factSource } from '#/kernel/figures/source.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { scopePath } from '../find-unit.ts';
import type { DirectoryEntry, Workplace } from '../workplace.ts';
import { labelled } from './head.ts';
import { type AskedPage, asDay } from './open-unit.ts';

/** When a code meant a unit that is not there on the asked day, and what became of it. Empty where it never meant any. */
export async function elsewhenOf(
  installation: Workplace,
  actor: string,
  { code, on, tenant, scope }: AskedPage,
): Promise<UnitElsewhen[]> {
  const entries = (await installation.directory(code)).filter((one) => tenant === undefined || one.tenant === tenant);
  const latest = entries.toSorted((a, b) => ((a.from ?? '') > (b.from ?? '') ? -1 : 1)).slice(0, 20);
  const day = asDay(installation, on);
  const found = await Promise.all(latest.map((entry) => tell(installation, actor, { code, entry, day, scope })));
  return found.flat();
}

interface Asked {
  code: string;
  entry: DirectoryEntry;
  day: Day;
  scope: string | undefined;
}

async function tell(
  installation: Workplace,
  actor: string,
  { code, entry, day, scope: named }: Asked,
): Promise<UnitElsewhen[]> {
  const { tenant, unitId, from: since, until } = entry;
  const room = await installation.room(tenant);
  const scope = await scopePath(installation, room, named);
  return room.read({ actor, scope }, async ({ db }) => {
    const facts = factSource(db, null);
    const last = until === null ? null : addDays(until, -1);
    const { rows } = await sql<{
      endKind: string | null;
      successorId: string | null;
      ended: Day | null;
      isThere: boolean;
    }>`
      select l.end_kind, l.successor_id, upper(l.valid) as ended, l.valid @> ${day}::date as is_there from unit_life l
      join unit_scope s on s.unit_id = l.unit_id and strpos(s.path, ${scope}) > 0 where l.unit_id = ${unitId}::uuid`.execute(
      db,
    );
    const life = rows[0];
    if (life === undefined) return []; // none of the asker's business
    const hasEnded = until !== null && life.ended === until;
    const { rows: related } = await sql<{ related: string[] }>`
      select e.related from unit_event e where e.unit_id = ${unitId}::uuid and e.on_day = ${until}::date`.execute(db);
    const after = new Set([
      ...(life.successorId === null ? [] : [life.successorId]),
      ...related.flatMap((e) => e.related),
    ]);
    const labelOf = await unitLabels(facts, [unitId]);
    return [
      {
        tenant,
        code,
        name: labelOf(unitId, last ?? day).name,
        from: since,
        to: last,
        how: hasEnded ? life.endKind : null,
        successors: hasEnded
          ? await labelled(
              { db, facts, scope },
              [...after].map((id) => [id, until as Day]),
            )
          : [],
        today: life.isThere ? labelOf(unitId, day) : null,
      },
    ];
  });
}
