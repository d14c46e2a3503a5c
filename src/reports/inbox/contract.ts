import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';
import { attention } from '../home/contract.ts';

const line = z.object({
  source: z.string().meta({
    description:
      'which part of the work asks: proposals, returned, corrections, erasures, grants, stopped, transfers, delegations',
  }),
  id: z.string(),
  what: bilingual,
  about: z.string().nullable().meta({ description: 'whom; null where the caller may not see the name' }),
  more: z.number().optional().meta({ description: 'how many others it is about, of a list' }),
  unit: unitLabel.nullable(),
  by: z.string().nullable().meta({ description: 'who asks for it' }),
  note: z.string().nullable(),
  since: dayField.meta({ description: 'the day, in Viet Nam' }),
  due: dayField.nullable(),
  isWaiting: z.boolean().meta({ description: 'for the unit itself; else for one under it' }),
  opens: z.discriminatedUnion('page', [
    z.object({ page: z.literal('proposal'), id: z.string() }),
    z.object({ page: z.literal('form'), kind: z.string(), person: z.string() }),
    z.object({ page: z.literal('member'), person: z.string() }),
    z.object({ page: z.literal('access') }),
    z.object({ page: z.literal('corrections') }),
    z.object({ page: z.literal('retention') }),
    z.object({ page: z.literal('access-log'), actor: z.string() }),
    z.object({ page: z.literal('correction'), id: z.string() }),
  ]),
});
export type InboxLine = z.infer<typeof line>;

export const readInbox = contract({
  method: 'GET',
  path: '/api/inbox',
  summary: {
    vi: 'Việc cần xem của vai trò đang dùng, hay của một đơn vị: đề nghị chờ ghi, bị trả lại, chuyển đến, sắp hết hạn',
    en: 'What waits for the role one works in, or for a unit: proposals, returned ones, transfers to receive, what comes due',
  },
  permission: 'register.read',
  input: z.strictObject({
    tenant: z.string().optional(),
    unit: z.string().optional().meta({ description: 'that of the role unless told' }),
    on: dayField.optional().meta({ description: 'today unless told' }),
    part: z
      .enum(['all', 'waiting'])
      .default('all')
      .meta({ description: 'waiting: without what is counted by figures' }),
  }),
  output: z.object({
    on: dayField,
    unit: unitLabel.nullable(),
    waiting: z.number().meta({ description: 'lines that wait for the unit itself' }),
    lines: z.array(line),
    due: z.array(attention).meta({ description: 'late, coming due, odd: as on the overview' }),
  }),
});
export type InboxShown = z.output<typeof readInbox.output>;
