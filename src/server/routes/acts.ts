import { z } from 'zod';
import type { ActInput } from '#/kernel/journal/act.ts';
import { actFromRow, toLine } from '#/kernel/journal/line.ts';
import { post } from '#/kernel/journal/post.ts';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import { route } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { fieldProblem } from './shapes.ts';

/** Acts in one batch; more come as a file. */
const actsAtMost = 5_000;

export const postActs = route({
  method: 'POST',
  path: '/api/acts',
  summary: {
    vi: 'Ghi một lô việc: tất cả hoặc không việc nào; mã (id) của việc làm cho gửi lại lần nữa cũng vô hại',
    en: 'Record a batch of acts, all or none; the id of an act makes posting it twice harmless',
  },
  permission: 'signed-in',
  input: z.strictObject({
    tenant: z.string().optional(),
    scope: z.string().optional(),
    acts: z
      .array(z.looseObject({ kind: z.string() }).meta({ $ref: '#/components/schemas/Act' }))
      .min(1)
      .max(actsAtMost),
  }),
  output: z.object({
    recordedAt: z.string(),
    recordedBy: z.string(),
    added: z.number(),
    acts: z.array(z.string()),
    duplicates: z.number(),
    warnings: z.array(fieldProblem),
  }),
  handler: async ({ tenant, scope, acts }, { installation, actor }) => {
    const room = await findRoom(installation, { tenant, scope });
    const path = scope === undefined ? undefined : await scopePath(installation, room, scope);
    return post(await room.journal(), { actor, scope: path, source: { via: 'api' } }, acts as ActInput[]);
  },
});

export const readAct = route({
  method: 'GET',
  path: '/api/acts/{id}',
  summary: {
    vi: 'Một việc như nhật ký giữ nó; giá trị mật chỉ là dấu niêm',
    en: 'An act as the journal keeps it; sensitive values stay sealed',
  },
  permission: 'signed-in',
  input: z.strictObject({ id: z.string(), tenant: z.string().optional(), scope: z.string().optional() }),
  output: z.looseObject({ id: z.string(), kind: z.string(), effectiveOn: z.string() }),
  handler: async ({ id, tenant, scope }, { installation, actor }) => {
    const room = await findRoom(installation, { tenant, scope });
    const path = await scopePath(installation, room, scope);
    const row = await room.read({ actor, scope: path }, async ({ client }) =>
      isUuid(id) ? (await client.query('select * from act where id = $1', [id])).rows[0] : undefined,
    );
    if (row === undefined) throw new Problem('act.unknown', 'There is no such act.', { status: 404 });
    return toLine(actFromRow(row)) as { id: string; kind: string; effectiveOn: string };
  },
});
