import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';

// Sensitive values in plain: one at a time, for a reason that is in the access log before the answer leaves.

const reason = z.string().max(2_000).meta({ description: 'for which purpose; kept in the access log' });
const place = { tenant: z.string().optional(), scope: z.string().optional() };

const revealed = z.object({
  field: z.string(),
  label: bilingual,
  value: z.unknown().meta({ description: 'as it was recorded' }),
  lines: z.array(z.string()).meta({ description: 'the same to be read' }),
  says: bilingual.optional().meta({ description: 'what a code of a closed list is called' }),
  access: z.uuid().meta({ description: 'the line of the access log' }),
  loggedAt: z.string(),
});
export type Revealed = z.output<typeof revealed>;

/** Throws `person.unknown`, `field.not-yours`, `field.unknown`, `field.empty`, `value.erased`, `reveal.reason`, `reveal.too-many`. */
export const revealField = contract({
  method: 'POST',
  path: '/api/people/{id}/reveal',
  summary: {
    vi: 'Xem một trường mật trong hồ sơ: nêu lý do, ghi vào nhật ký truy cập trước khi trả lời',
    en: 'See one sensitive field of a record: for a reason, in the access log before the answer leaves',
  },
  permission: 'members.reveal',
  input: z.strictObject({
    id: z.uuid(),
    field: z.string().max(60).meta({ description: 'citizenId, phone, hometown, family, health …' }),
    on: dayField.optional(),
    reason,
    ...place,
  }),
  output: revealed,
});

/** Throws `act.unknown`, `field.not-yours`, `field.unknown`, `field.empty`, `value.erased`, `reveal.reason`, `reveal.too-many`. */
export const unsealField = contract({
  method: 'POST',
  path: '/api/acts/{id}/unseal',
  summary: {
    vi: 'Mở một trường niêm phong của một việc (người gửi đơn, thẩm tra): người liên quan và ủy ban kiểm tra được thông báo',
    en: 'Open a sealed field of an act (complainant, vetting): whom it concerns and the inspection commission are told',
  },
  permission: 'members.unseal',
  input: z.strictObject({ id: z.uuid(), field: z.string().max(60), reason, ...place }),
  output: revealed,
});

/** Throws `citizen-id.invalid`, `duplicate.too-many`. */
export const checkDuplicate = contract({
  method: 'POST',
  path: '/api/duplicate-check',
  summary: {
    vi: 'Số định danh cá nhân này đã có trong sổ chưa: ở đây là ai, ở nơi khác thì chỉ cho biết tổ chức đảng để hỏi',
    en: 'Whether this citizen id is in the register: whose it is here; of elsewhere only which unit to ask',
  },
  permission: 'acts.post',
  input: z.strictObject({ citizenId: z.string().max(40), ...place }),
  output: z.object({
    here: z.uuid().nullable().meta({ description: 'a person whom the caller may see' }),
    elsewhere: z
      .array(unitLabel.shape.name)
      .meta({ description: 'what units are called, and nothing of whose number it is' }),
  }),
});
