import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { flagField } from '#/platform/contract/fields.ts';
import { repair, tablePlan } from '../tables/plan.ts';
import { intake, pastImport, previewPage } from './shapes.ts';

// An import as a session, as screens and scripts call it.

const id = z.string();

export const uploadImport = contract({
  method: 'POST',
  path: '/api/imports',
  summary: {
    vi: 'Gửi một tệp lên để nhập (nội dung là tệp nguyên vẹn); trả lời là cách đọc được đề xuất, chưa ghi gì',
    en: 'Upload a file to import (the body is the file as it is); the answer proposes how to read it, nothing is recorded',
  },
  permission: 'imports.make',
  body: 'stream',
  input: z.strictObject({
    name: z.string().min(1).max(255).meta({ description: 'The file’s name with its ending: .xlsx, .csv or .ndjson' }),
    tenant: z.string().optional(),
    scope: z.string().optional(),
    declaredUnclassified: flagField.meta({
      description: 'the file is no secret of the State or the Party; 0 is refused, as is a name with a degree',
    }),
  }),
  output: intake,
});

export const readImport = contract({
  method: 'GET',
  path: '/api/imports/{id}',
  summary: { vi: 'Một lần nhập đang ở đâu', en: 'Where an import stands' },
  permission: 'imports.make',
  input: z.strictObject({ id }),
  output: intake,
});

export const planImport = contract({
  method: 'POST',
  path: '/api/imports/{id}/plan',
  summary: { vi: 'Sửa cách đọc tệp', en: 'Correct how the file is read' },
  permission: 'imports.make',
  input: z.strictObject({ id, plan: tablePlan }),
  output: intake,
});

export const checkImport = contract({
  method: 'POST',
  path: '/api/imports/{id}/check',
  summary: {
    vi: 'Kiểm tra tất cả, chưa ghi gì; chạy nền, hỏi lại để biết tiến độ',
    en: 'Check everything, record nothing; works in the background, ask again for progress',
  },
  permission: 'imports.make',
  input: z.strictObject({ id }),
  output: intake,
});

export const listImportRows = contract({
  method: 'GET',
  path: '/api/imports/{id}/rows',
  summary: {
    vi: 'Các dòng như sẽ được ghi, với lỗi từng ô và cách sửa đề xuất',
    en: 'Rows as they will be recorded, with the problems of each cell and proposed repairs',
  },
  permission: 'imports.make',
  input: z.strictObject({
    id,
    sheet: z.string().optional(),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    only: z.enum(['all', 'problems']).default('all'),
  }),
  output: previewPage,
});

export const repairImport = contract({
  method: 'POST',
  path: '/api/imports/{id}/repairs',
  summary: {
    vi: 'Sửa ô, nhận cách sửa đề xuất, bỏ qua dòng hoặc nói rằng dòng ấy không trùng',
    en: 'Write over cells, accept proposed repairs, leave rows out, or say that a row is no duplicate',
  },
  permission: 'imports.make',
  input: z.strictObject({
    id,
    repairs: z.array(repair).max(1_000).default([]),
    acceptAll: z
      .array(z.string())
      .optional()
      .meta({ description: 'Codes of problems whose proposed repairs are accepted' }),
    keepAll: z.array(z.string()).optional().meta({ description: 'Codes of duplicates that are none: other people' }),
    takeBack: z
      .array(z.strictObject({ sheet: z.string().nullable(), row: z.int(), column: z.string().nullable() }))
      .optional()
      .meta({ description: 'Repairs that hold no longer' }),
  }),
  output: intake,
});

export const recordImport = contract({
  method: 'POST',
  path: '/api/imports/{id}/record',
  summary: {
    vi: 'Ghi: tất cả hoặc không dòng nào; hoặc chỉ các dòng tốt. Chạy nền',
    en: 'Record: all or nothing, or the good rows only. Works in the background',
  },
  permission: 'imports.make',
  input: z.strictObject({ id, goodRowsOnly: z.boolean().default(false) }),
  output: intake,
});

export const undoImportAsOne = contract({
  method: 'POST',
  path: '/api/imports/{id}/undo',
  summary: { vi: 'Hoàn tác cả lần nhập', en: 'Take a whole import back' },
  permission: 'imports.make',
  input: z.strictObject({ id, reason: z.string().trim().min(1).max(1_000).optional(), tenant: z.string().optional() }),
  output: intake,
});

export const discardImport = contract({
  method: 'POST',
  path: '/api/imports/{id}/discard',
  summary: { vi: 'Bỏ lần nhập chưa ghi và xóa tệp', en: 'Drop an import that is not recorded, and its file' },
  permission: 'imports.make',
  input: z.strictObject({ id }),
  output: z.object({}),
});

export const listImports = contract({
  method: 'GET',
  path: '/api/imports',
  summary: { vi: 'Các lần nhập gần đây', en: 'Recent imports' },
  permission: 'imports.make',
  input: z.strictObject({ tenant: z.string().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ imports: z.array(pastImport) }),
});

export const forgetMapping = contract({
  method: 'POST',
  path: '/api/imports/{id}/forget',
  summary: {
    vi: 'Quên cách đọc đã nhớ cho loại tệp này và đề xuất lại từ đầu',
    en: 'Forget the remembered way to read files of this form, and propose anew',
  },
  permission: 'imports.make',
  input: z.strictObject({ id }),
  output: intake,
});

export const importTemplate = contract({
  method: 'GET',
  path: '/api/imports/template',
  summary: { vi: 'Tệp mẫu để nhập tổ chức đảng và đảng viên', en: 'The workbook template for units and members' },
  permission: 'imports.make',
  input: z.strictObject({}),
  output: 'file',
});
