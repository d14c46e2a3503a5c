import { z } from 'zod';
import { attachmentShape } from '#/kernel/attachments/contract.ts';
import { contract } from '#/platform/contract/contract.ts';
import { flagField } from '#/platform/contract/fields.ts';

// A scan beside a request for correction: put there by who asked, opened by them and by who decides.

/** Of one request, the removed ones apart. */
export const mostEvidence = 10;

const place = { tenant: z.string().optional(), scope: z.string().optional() };

/** Throws `correction.not-asker`, `correction.decided`, `correction.evidence-full`, and whatever refuses an attachment. */
export const putEvidence = contract({
  method: 'POST',
  path: '/api/corrections/{id}/evidence',
  summary: {
    vi: 'Kèm bản chụp giấy tờ vào đề nghị của mình khi chưa quyết định (PDF, JPEG, PNG, đến 20 MB); gửi lại cùng một tệp không thêm gì',
    en: 'Put a scan beside one’s own request while it waits (PDF, JPEG, PNG, up to 20 MB); the same file again adds nothing',
  },
  permission: 'corrections.ask',
  body: 'stream',
  input: z.strictObject({
    id: z.uuid(),
    name: z.string().trim().min(1).max(255),
    declaredUnclassified: flagField.meta({
      description: 'must be on: whoever attaches the file declares that it is no secret of the State or the Party',
    }),
    ...place,
  }),
  output: attachmentShape,
});

export const readEvidence = contract({
  method: 'GET',
  path: '/api/corrections/{id}/evidence/{file}',
  summary: {
    vi: 'Một giấy tờ kèm đề nghị, cho người đề nghị và người quyết định; ghi vào nhật ký truy cập trước',
    en: 'A scan beside a request, for who asked and who decides; in the access log first',
  },
  permission: 'corrections.read',
  input: z.strictObject({ id: z.uuid(), file: z.uuid(), ...place }),
  output: 'file',
});

export const removeEvidence = contract({
  method: 'POST',
  path: '/api/corrections/{id}/evidence/{file}/remove',
  summary: {
    vi: 'Gỡ giấy tờ khỏi đề nghị của mình khi chưa quyết định: nội dung bị xóa hẳn, còn lại ai gỡ, lúc nào, vì sao',
    en: 'Take a scan away from one’s own request while it waits: its contents are erased, who removed it, when and why is left',
  },
  permission: 'corrections.ask',
  input: z.strictObject({ id: z.uuid(), file: z.uuid(), reason: z.string().trim().min(1).max(1_000), ...place }),
  output: attachmentShape,
});
