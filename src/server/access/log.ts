import type { z } from 'zod';
import type { readAccessLog } from '#/kernel/access/log-contract.ts';
import { addDays, today } from '#/platform/day.ts';
import type { Api } from '../api.ts';
import { findRoom } from '../find-unit.ts';
import { unitsCalled } from './units-called.ts';

interface Row {
  id: string;
  at: string;
  actor: string;
  action: string;
  unitId: string | null;
  reason: string;
  personCount: number;
  detail: Record<string, unknown>;
}

/** Who saw what under the caller's place, the latest first: of whoever might see more than the place, nothing is told. */
export async function accessLog(
  { tenant, actor: by, from, to, before, limit }: z.output<typeof readAccessLog.input>,
  { installation, actor }: Api,
): Promise<z.input<typeof readAccessLog.output>> {
  const room = await findRoom(installation, { tenant });
  const startOf = (day: string) => `${day}T00:00:00+07:00`;
  return room.openly('access-log', actor, async (tx) => {
    const { rows } = await tx.client.query<Row>(
      `select id, at, actor, action, unit_id as "unitId", reason, person_count as "personCount", detail from access_log
       where strpos(scope, $1) > 0 and ($2::text is null or actor = $2) and ($3::timestamptz is null or at >= $3)
         and ($4::timestamptz is null or at < $4) and ($5::uuid is null or id < $5)
       order by id desc limit $6`,
      [
        room.path,
        by ?? null,
        from === undefined ? null : startOf(from),
        to === undefined ? null : startOf(addDays(to, 1)),
        before ?? null,
        limit + 1,
      ],
    );
    const shown = rows.slice(0, limit);
    const called = await unitsCalled(
      tx,
      shown.map(({ unitId }) => unitId),
      today(installation.clock),
    );
    return {
      lines: shown.map(({ unitId, at, ...row }) => ({
        ...row,
        at: new Date(at).toISOString(),
        unit: unitId === null ? null : (called.get(unitId) ?? null),
      })),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  });
}
