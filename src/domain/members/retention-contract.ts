import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual } from '#/platform/contract/shapes.ts';

// How long what is kept, by rules that are dated data; and the erasing of what is due, by two people.

const place = { tenant: z.string().optional(), scope: z.string().optional() };
const reason = z.string().trim().min(1).max(1_000);

const duePerson = z.object({
  person: z.uuid(),
  name: z.string(),
  leftOn: dayField,
  dueOn: dayField.meta({ description: 'since when it is due' }),
  valueCount: z.number(),
  erasure: z.uuid().nullable().meta({ description: 'a request to erase that waits for a second person' }),
});

export const readRetention = contract({
  method: 'GET',
  path: '/api/retention',
  summary: {
    vi: 'Quy định thời hạn lưu giữ vào một ngày, và những gì đến hạn trong phạm vi: số và tên',
    en: 'How long what is kept on a day, and what is due in the place: count and names',
  },
  permission: 'records.retain',
  input: z.strictObject({ ...place, on: dayField.optional().meta({ description: 'today unless told' }) }),
  output: z.object({
    on: dayField,
    rules: z.array(
      z.object({
        key: z.string(),
        label: bilingual,
        keep: z.enum(['always', 'years', 'days']),
        count: z.number().nullable(),
        rule: z.string().meta({ description: 'the instrument; "Sổ Tay": a default of this system' }),
        confidence: z.enum(['V', 'R', 'K', '?']).meta({ description: '?: to be set by whoever runs the register' }),
        note: z.string().nullable(),
        dueCount: z
          .number()
          .nullable()
          .meta({ description: 'in the place; null: nothing of it comes due, or the sweep does it' }),
      }),
    ),
    due: z
      .array(duePerson)
      .meta({ description: 'whose sensitive values are due to be erased; the first 200, longest gone first' }),
  }),
});
export type Retention = z.output<typeof readRetention.output>;

const erasure = z.object({
  id: z.uuid(),
  person: z.uuid(),
  rule: z.string(),
  reason: z.string(),
  askedAt: z.string(),
  askedBy: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  isApproved: z.boolean().nullable(),
  decisionReason: z.string().nullable(),
  valueCount: z.number().nullable().meta({ description: 'how many values were erased' }),
});

const erasureShown = erasure.extend({ name: z.string(), can: z.object({ decide: z.boolean() }) });
export type ErasureShown = z.output<typeof erasureShown>;

export const erasuresListed = 200;

export const listErasures = contract({
  method: 'GET',
  path: '/api/erasures',
  summary: {
    vi: 'Các đề nghị xóa trong phạm vi: chờ người thứ hai, đã quyết định; mới nhất trước, nhiều nhất 200',
    en: 'Requests to erase in the place: those that wait for a second person, those decided; the latest first, at most 200',
  },
  permission: 'records.retain',
  input: z.strictObject({ ...place, state: z.enum(['open', 'decided', 'all']).default('open') }),
  output: z.object({ erasures: z.array(erasureShown) }),
});

/** Throws `person.unknown`, `erasure.not-due`, `erasure.waiting`. */
export const askErasure = contract({
  method: 'POST',
  path: '/api/erasures',
  summary: {
    vi: 'Đề nghị xóa thông tin mật của một người đã đến hạn; chưa xóa gì cho đến khi người thứ hai duyệt',
    en: 'Ask that the sensitive values of a person be erased when due; nothing is erased before a second person approves',
  },
  permission: 'records.retain',
  input: z.strictObject({ person: z.uuid(), reason, ...place }),
  output: erasure,
});

/** Throws `erasure.unknown`, `erasure.own`, `erasure.decided`, `erasure.not-due`. */
export const decideErasure = contract({
  method: 'POST',
  path: '/api/erasures/{id}/decide',
  summary: {
    vi: 'Duyệt (xóa hẳn giá trị và muối; niêm phong vẫn đúng) hoặc bác một đề nghị xóa; không phải người đã đề nghị',
    en: 'Approve (value and salt are gone for good; the seals stay valid) or refuse a request to erase; never whoever asked',
  },
  permission: 'records.erase',
  input: z.strictObject({ id: z.uuid(), isApproved: z.boolean(), reason: reason.optional(), ...place }),
  output: erasure,
});
export type Erasure = z.output<typeof erasure>;
