import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField, flagField } from '#/platform/contract/fields.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';

// Who looked at what, when, in which capacity and why.

export const accessActions = [
  'field.revealed',
  'sealed.opened',
  'members.exported',
  'list.exported',
  'sheet.printed',
  'attachment.opened',
  'duplicate.checked',
  'own.revealed',
  'own.copied',
  'correction.revealed',
  'reveals.stopped',
] as const;
export type AccessAction = (typeof accessActions)[number];

/** What the classes of sensitive values are called. */
export const classWords = {
  'identity-number': { vi: 'số định danh, CMND', en: 'identity numbers' },
  contact: { vi: 'điện thoại, thư điện tử', en: 'telephone, e-mail' },
  address: { vi: 'quê quán, nơi ở', en: 'home, residence' },
  family: { vi: 'gia đình', en: 'family' },
  health: { vi: 'sức khỏe', en: 'health' },
  vetting: { vi: 'thẩm tra chính trị', en: 'vetting' },
  complainant: { vi: 'người gửi đơn', en: 'complainant' },
};

/** Those it concerns will read it. */
export const leastSealedReason = 20;

const looked = {
  id: z.uuid(),
  at: z.string(),
  actor: z.string(),
  role: bilingual.nullable().meta({ description: 'the capacity; null: whoever owns the data folder' }),
  place: unitLabel.nullable().meta({ description: 'of that capacity; null: the whole register' }),
  action: z.string(),
  says: bilingual.meta({ description: 'what was looked at, in words; never a value' }),
  reason: z.string(),
  notice: z.string().nullable().meta({ description: 'the class of a sealed value that was opened' }),
};

const accessRow = z.object({
  ...looked,
  unit: unitLabel.nullable().meta({ description: 'whose members, of a list' }),
  persons: z
    .array(z.object({ id: z.uuid(), name: z.string(), code: z.string().nullable() }))
    .meta({ description: 'the first of those whom the caller may see' }),
  personCount: z.number(),
});
export type AccessRow = z.output<typeof accessRow>;

export const accessesOnPage = 50;

export const listAccesses = contract({
  method: 'GET',
  path: '/api/access-log',
  summary: {
    vi: 'Nhật ký truy cập: ai đã xem, xuất thông tin mật, khi nào, với vai trò gì, vì sao',
    en: 'The access log: who saw or took out sensitive values, when, in which capacity, and why',
  },
  permission: 'log.read',
  input: z.strictObject({
    tenant: z.string().optional(),
    scope: z.string().optional(),
    unit: z.string().optional().meta({ description: 'looked from there or below, or at somebody there' }),
    person: z.uuid().optional(),
    actor: z.string().max(200).optional(),
    action: z.enum(accessActions).optional(),
    from: dayField.optional(),
    to: dayField.optional().meta({ description: 'the last day' }),
    notice: flagField.meta({ description: 'sealed values that were opened, only' }),
    cursor: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(accessesOnPage),
  }),
  output: z.object({ accesses: z.array(accessRow), next: z.string().nullable() }),
});

export const personAccess = z.object(looked);
export type PersonAccess = z.output<typeof personAccess>;

/** Throws `person.unknown`. */
export const listPersonAccesses = contract({
  method: 'GET',
  path: '/api/people/{id}/accesses',
  summary: {
    vi: 'Ai đã xem các phần mật của một hồ sơ, khi nào, với vai trò gì, vì sao',
    en: 'Who has seen the sensitive parts of a record, when, in which capacity, and why',
  },
  permission: 'members.read',
  input: z.strictObject({
    id: z.uuid(),
    tenant: z.string().optional(),
    scope: z.string().optional(),
    cursor: z.string().max(100).optional(),
  }),
  output: z.object({ accesses: z.array(personAccess), next: z.string().nullable() }),
});
