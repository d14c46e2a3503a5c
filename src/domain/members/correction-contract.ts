import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual } from '#/platform/contract/shapes.ts';

// A request that a field of a record be corrected: before, after, why; decided by a body above the cell. Nothing is overwritten.

const reason = z.string().trim().min(1).max(2_000);
const place = { tenant: z.string().optional(), scope: z.string().optional() };

const decision = z.object({
  isAccepted: z.boolean(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  act: z.uuid().nullable().meta({ description: 'the act that an accepted request led to' }),
});

export const correctionShape = z.object({
  id: z.uuid(),
  person: z.uuid(),
  name: z.string(),
  field: z.string(),
  label: bilingual,
  isSensitive: z.boolean(),
  before: z.json().meta({ description: 'as it was asked; of a sensitive field null, but to whoever asked' }),
  after: z.json().meta({ description: 'as before; whoever decides may see it by the right to reveal that class' }),
  isMasked: z.boolean().meta({ description: 'before and after are there and not shown to the caller' }),
  reason: z.string(),
  askedAt: z.string(),
  askedBy: z.string(),
  decision: decision.nullable(),
  can: z.object({ decide: z.boolean() }),
});
export type Correction = z.output<typeof correctionShape>;

export const askCorrection = contract({
  method: 'POST',
  path: '/api/corrections',
  summary: {
    vi: 'Đề nghị sửa một trường của hồ sơ: của chính mình, hoặc (bí thư, cán bộ) của đảng viên trong phạm vi; gửi lại cùng mã không thêm gì',
    en: 'Ask that a field of a record be corrected: of one’s own, or (secretary, officer) of a member in one’s place; the same id again adds nothing',
  },
  permission: 'corrections.ask',
  input: z.strictObject({
    id: z.uuid().optional().meta({ description: 'made by the client' }),
    person: z.uuid().optional().meta({ description: 'oneself unless told' }),
    field: z.string().max(60).meta({ description: 'born, phone, qualification … as member.corrected names it' }),
    after: z.json().meta({ description: 'what should stand there; null: nothing' }),
    reason,
    ...place,
  }),
  output: correctionShape,
});

export const listCorrections = contract({
  method: 'GET',
  path: '/api/corrections',
  summary: {
    vi: 'Các đề nghị sửa hồ sơ: của đơn vị và cấp dưới, hoặc (vai trò đảng viên) của chính mình; mới nhất trước',
    en: 'Requests for correction: of the place, or (as a member) one’s own; the latest first',
  },
  permission: 'corrections.read',
  input: z.strictObject({ ...place, state: z.enum(['open', 'decided', 'all']).default('open') }),
  output: z.object({ corrections: z.array(correctionShape) }),
});

export const readCorrection = contract({
  method: 'GET',
  path: '/api/corrections/{id}',
  summary: { vi: 'Một đề nghị sửa hồ sơ', en: 'A request for correction' },
  permission: 'corrections.read',
  input: z.strictObject({ id: z.uuid(), ...place }),
  output: correctionShape,
});

/** Throws `correction.unknown`, `correction.decided`, `correction.own`, and whatever refuses the act. */
export const decideCorrection = contract({
  method: 'POST',
  path: '/api/corrections/{id}/decide',
  summary: {
    vi: 'Quyết định một đề nghị: chấp nhận thì ghi việc đính chính hoặc bổ sung hồ sơ như mọi việc; không chấp nhận thì nêu lý do',
    en: 'Decide a request: accepted, an ordinary act corrects or updates the record; refused, the reason is told',
  },
  permission: 'corrections.decide',
  input: z.strictObject({
    id: z.uuid(),
    isAccepted: z.boolean(),
    reason,
    kind: z
      .enum(['member.corrected', 'member.updated'])
      .default('member.corrected')
      .meta({ description: 'corrected: it was wrong; updated: it is new from that day on' }),
    effectiveOn: dayField.optional().meta({ description: 'today unless told' }),
    paper: z.record(z.string(), z.unknown()).optional().meta({ description: 'as in an act' }),
    ...place,
  }),
  output: correctionShape,
});

export const revealCorrection = contract({
  method: 'POST',
  path: '/api/corrections/{id}/reveal',
  summary: {
    vi: 'Xem giá trị mật mà đề nghị nêu: nêu lý do, ghi vào nhật ký truy cập trước',
    en: 'See the sensitive value that a request names: for a reason, in the access log first',
  },
  permission: 'corrections.decide',
  input: z.strictObject({ id: z.uuid(), reason, ...place }),
  output: z.object({ after: z.json(), lines: z.array(z.string()) }),
});
