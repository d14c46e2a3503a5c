import { sql } from 'kysely';
import type { z } from 'zod';
import type { readTreeChanges as contract, TreeChange } from '#/domain/units/tree-contract.ts';
import { type Frame, inFrame } from '#/kernel/figures/frame.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { Room } from '../workplace.ts';

interface Asked {
  room: Room;
  unitId: string;
  scope: string;
  actor: string;
  from: Day;
  to: Day;
  knownAt: string | null;
  limit: number;
}

interface EventRow {
  unitId: string;
  key: string;
  on: Day;
  event: string;
  kindBefore: string | null;
  kindAfter: string | null;
  parentBefore: string | null;
  parentAfter: string | null;
  related: string[];
  act: string;
  isGone: boolean;
}

/** What acts say of units that lay under the asked one on that day or on its eve. */
export function readTreeChanges(asked: Asked): Promise<z.input<typeof contract.output>> {
  const { room, unitId, scope, actor, from, to, knownAt, limit } = asked;
  return room.read({ actor, scope }, ({ db }) =>
    inFrame(db, { unitId, on: to, from, to, args: {}, knownAt }, async (frame) => {
      const events = eventsUnder(frame, from, to);
      const { rows: days } = await sql<{ on: Day; count: number }>`
        select e.on, count(*)::integer as count from (${events}) e group by e.on order by e.on`.execute(frame.tx);
      const { rows } = await sql<EventRow>`
        select * from (${events}) e order by e.on, e.unit_id, e.event limit ${limit}`.execute(frame.tx);
      return { days, changes: await told(frame, rows) };
    }),
  );
}

function eventsUnder(frame: Frame, from: Day, to: Day) {
  const { table } = frame.facts;
  return sql`
    select e.unit_id, s.label as key, e.on_day as on, e.event, e.kind_before, e.kind_after, e.parent_before, e.parent_after,
      e.related, e.act_id as act,
      exists (select from ${table('unitLife', 'd')} where d.unit_id = e.unit_id and upper(d.valid) <= e.on_day) as is_gone
    from ${table('unitEvent', 'e')}
    join unit_scope s on s.unit_id = e.unit_id and strpos(s.path, ${frame.viewerScope}) > 0
    where e.on_day between ${from}::date and ${to}::date and exists (
      select from ${table('unitLine', 'l')}
      where l.unit_id = e.unit_id and l.ancestor_id = ${frame.unitId}::uuid
        and (l.valid @> e.on_day or l.valid @> (e.on_day - 1)))`;
}

async function told(frame: Frame, rows: readonly EventRow[]): Promise<TreeChange[]> {
  const named = rows.flatMap(({ unitId, parentBefore, parentAfter, related }) =>
    [unitId, parentBefore, parentAfter, ...related].filter((id) => id !== null),
  );
  const labelOf = await unitLabels(frame.facts, named);
  const changes = rows.map((row): TreeChange => {
    const eve = addDays(row.on, -1);
    const shown = labelOf(row.unitId, row.isGone ? eve : row.on);
    const before = labelOf(row.unitId, eve).name;
    const parent = (id: string | null, on: Day) => (id === null ? null : labelOf(id, on));
    return {
      on: row.on,
      key: row.key,
      ...shown,
      nameBefore: before === shown.name ? null : before,
      event: row.event,
      kindBefore: row.kindBefore,
      kindAfter: row.kindAfter,
      parentBefore: parent(row.parentBefore, eve),
      parentAfter: parent(row.parentAfter, row.on),
      related: row.related.map((id) => labelOf(id, row.on)),
      act: row.act,
    };
  });
  return changes.sort((a, b) => (a.on === b.on ? (a.code < b.code ? -1 : 1) : a.on < b.on ? -1 : 1));
}
