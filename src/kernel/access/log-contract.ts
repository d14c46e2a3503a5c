import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { unitLabel } from '#/platform/contract/shapes.ts';

export const readAccessLog = contract({
  method: 'GET',
  path: '/api/access-log',
  summary: {
    vi: 'Nhật ký truy cập: ai đã xuất hoặc xem thông tin mật nào, vì sao; trong phạm vi của mình, mới nhất trước',
    en: 'The access log: who took out or revealed what, and why; within one’s own place, the latest first',
  },
  permission: 'log.read',
  input: z.strictObject({
    tenant: z.string().optional(),
    actor: z.string().max(200).optional(),
    from: dayField.optional(),
    to: dayField.optional().meta({ description: 'the last day' }),
    before: z.uuid().optional().meta({ description: '`next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    lines: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        actor: z.string(),
        action: z.string(),
        unit: unitLabel.nullable().meta({ description: 'whose people; null: all that the actor might see' }),
        reason: z.string(),
        personCount: z.number(),
        detail: z.record(z.string(), z.unknown()).meta({ description: 'layout, format, fields: never a value' }),
      }),
    ),
    next: z.string().nullable(),
  }),
});
