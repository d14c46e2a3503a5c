import type { ActInput } from '#/kernel/journal/act.ts';
import * as contract from '#/kernel/journal/contract.ts';
import { actFromRow, toLine } from '#/kernel/journal/line.ts';
import { post } from '#/kernel/journal/post.ts';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import { route } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { withCarriedValues } from '../recording/carried-values.ts';

export const postActs = route(contract.postActs, async ({ tenant, scope, acts }, { installation, actor, session }) => {
  const room = await findRoom(installation, { tenant, scope });
  const path = await scopePath(installation, room, scope);
  const whole = await withCarriedValues(room, { actor, scope: path }, acts as ActInput[]);
  return post(
    await room.journal(),
    { actor, scope: path, source: { via: session === null ? 'api' : 'screen' } },
    whole,
  );
});

export const readAct = route(contract.readAct, async ({ id, tenant, scope }, { installation, actor }) => {
  const room = await findRoom(installation, { tenant, scope });
  const path = await scopePath(installation, room, scope);
  const row = await room.read({ actor, scope: path }, async ({ client }) =>
    isUuid(id) ? (await client.query('select * from act where id = $1', [id])).rows[0] : undefined,
  );
  if (row === undefined) throw new Problem('act.unknown', 'There is no such act.', { status: 404 });
  return toLine(actFromRow(row)) as { id: string; kind: string; effectiveOn: string };
});
