import { z } from 'zod';
import { attachmentShape } from '#/kernel/attachments/contract.ts';
import { kindField } from '#/kernel/journal/contract.ts';
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
  written: z
    .object({ before: bilingual.nullable(), after: bilingual.nullable() })
    .meta({ description: 'both as people write them; null: nothing, or nothing that is shown' }),
  reason: z.string(),
  askedAt: z.string(),
  askedBy: z.string(),
  decision: decision.nullable(),
  evidenceCount: z.number().meta({ description: 'how many scans stand beside it' }),
  can: z.object({
    decide: z.boolean().meta({ description: 'waits, and the caller is competent: the place counts as the role does' }),
    reveal: z.boolean().meta({ description: 'there is a value to be opened, by a press that is logged' }),
    attach: z.boolean().meta({ description: 'add and remove evidence: who asked, until it is decided' }),
    openEvidence: z.boolean().meta({ description: 'who asked, and who is competent to decide' }),
  }),
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

/** What a request may be about, from the declaration of the acts that follow from it. */
export const listCorrectable = contract({
  method: 'GET',
  path: '/api/correctable-fields',
  summary: {
    vi: 'Các mục của hồ sơ đề nghị sửa được, mỗi mục đang ghi gì (mục mật chỉ báo có hay không) và cách điền',
    en: 'The fields of a record that may be asked to be corrected, what each says now (of a sensitive one only that it is there), and how it is filled in',
  },
  permission: 'corrections.ask',
  input: z.strictObject({
    person: z.uuid().optional().meta({ description: 'oneself unless told' }),
    ...place,
  }),
  output: z.object({
    person: z.uuid(),
    name: z.string(),
    fields: z.array(kindField).meta({ description: 'as a form asks for them, with the fields inside them' }),
    items: z.array(
      z.object({
        field: z.string(),
        label: bilingual,
        group: z.enum(['sheet', 'sensitive', 'number', 'detail']),
        now: bilingual.nullable(),
        isSealed: z.boolean().meta({ description: 'recorded, and not shown here' }),
        mayBeEmpty: z.boolean().meta({ description: 'null is taken: nothing should stand there' }),
      }),
    ),
  }),
});
export type Correctable = z.output<typeof listCorrectable.output>;

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
  summary: {
    vi: 'Một đề nghị sửa hồ sơ: ghi gì, đề nghị gì, giấy tờ kèm theo, ai quyết định và vì sao',
    en: 'A request for correction: what stands there, what is asked, its evidence, who decided and why',
  },
  permission: 'corrections.read',
  input: z.strictObject({ id: z.uuid(), ...place }),
  output: correctionShape.extend({
    now: bilingual.nullable().meta({ description: 'what the record says today, where it is open and not sensitive' }),
    hasMoved: z.boolean().meta({ description: 'it waits, and the record says something else than when it was asked' }),
    evidence: z
      .array(attachmentShape)
      .meta({ description: 'to those who may open it; others are told how many there are' }),
  }),
});
export type CorrectionRead = z.output<typeof readCorrection.output>;

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
  output: z.object({
    after: z.json(),
    lines: z.array(z.string()),
    before: z.array(z.string()).nullable().meta({ description: 'what stood there when it was asked; null: nothing' }),
  }),
});
