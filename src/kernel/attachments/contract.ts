import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { flagField } from '#/platform/contract/fields.ts';

/** Of the largest scan that is kept. */
export const mostAttachmentBytes = 20 * 2 ** 20;

const place = { tenant: z.string().optional(), scope: z.string().optional() };

/** Exactly one of the two: whose paper, or whose photo. */
const subject = { act: z.uuid().optional(), person: z.uuid().optional() };

export const attachmentShape = z.object({
  id: z.uuid(),
  act: z.uuid().nullable(),
  person: z.uuid().nullable(),
  purpose: z.enum(['scan', 'photo']),
  name: z.string(),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  size: z.number().meta({ description: 'bytes' }),
  sha256: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  isCurrent: z.boolean().meta({ description: 'false: removed, or a photo that a later one has replaced' }),
  removed: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});
export type Attachment = z.infer<typeof attachmentShape>;

export const putAttachment = contract({
  method: 'POST',
  path: '/api/attachments',
  summary: {
    vi: 'Đính kèm bản chụp văn bản của một việc, giấy tờ hoặc ảnh chân dung của một đảng viên (PDF, JPEG, PNG, đến 20 MB); gửi lại cùng một tệp không thêm gì',
    en: 'Attach the scan of an act’s paper, a paper of a member’s dossier or the member’s photo (PDF, JPEG, PNG, up to 20 MB); the same file again adds nothing',
  },
  permission: 'attachments.add',
  body: 'stream',
  input: z.strictObject({
    ...place,
    ...subject,
    purpose: z.enum(['scan', 'photo']),
    name: z.string().trim().min(1).max(255),
    declaredUnclassified: flagField.meta({
      description: 'must be on: whoever attaches the file declares that it is no secret of the State or the Party',
    }),
  }),
  output: attachmentShape,
});

export const listAttachments = contract({
  method: 'GET',
  path: '/api/attachments',
  summary: {
    vi: 'Các tệp đính kèm của một việc hoặc một người, mới nhất trước, cả tệp đã gỡ (không còn nội dung)',
    en: 'What is attached to an act or a person, newest first, with what was removed (its contents are gone)',
  },
  permission: 'attachments.read',
  input: z.strictObject({ ...place, ...subject }),
  output: z.object({ attachments: z.array(attachmentShape) }),
});

export const readAttachment = contract({
  method: 'GET',
  path: '/api/attachments/{id}',
  summary: { vi: 'Một tệp đính kèm như nó đã được gửi lên', en: 'An attached file as it came' },
  permission: 'attachments.read',
  input: z.strictObject({ ...place, id: z.string() }),
  output: 'file',
});

export const removeAttachment = contract({
  method: 'POST',
  path: '/api/attachments/{id}/remove',
  summary: {
    vi: 'Gỡ một tệp đính kèm: nội dung bị xóa hẳn, còn lại ai gỡ, lúc nào, vì sao',
    en: 'Remove an attachment: its contents are erased, who removed it, when and why is left',
  },
  permission: 'attachments.add',
  input: z.strictObject({ ...place, id: z.string(), reason: z.string().trim().min(1).max(1_000) }),
  output: attachmentShape,
});
