import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { memberColumns, memberQuestion, memberSorts } from './list-contract.ts';

const progress = z.object({
  id: z.string(),
  /** `failed`: its reason stands in the server's log. */
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  /** Null until they are counted. */
  total: z.number().nullable(),
});
export type ExportProgress = z.infer<typeof progress>;

/** The file is made in the background, is there for a day, and for whoever asked for it. Nothing sensitive stands in it. */
export const startExport = contract({
  method: 'POST',
  path: '/api/people/export',
  summary: { vi: 'Bắt đầu xuất danh sách đảng viên đã lọc ra Excel', en: 'Begin to export the filtered list as Excel' },
  permission: 'signed-in',
  input: memberQuestion.extend({
    columns: z.array(z.enum(memberColumns)).min(1),
    sort: z.enum(memberSorts).default('name'),
    language: z.enum(['vi', 'en']).default('vi').meta({ description: 'of headings and values' }),
  }),
  output: progress,
});

const one = z.strictObject({ id: z.uuid() });

export const readExport = contract({
  method: 'GET',
  path: '/api/people/export/{id}',
  summary: { vi: 'Việc xuất đã đến đâu', en: 'How far an export has come' },
  permission: 'signed-in',
  input: one,
  output: progress,
});

export const exportFile = contract({
  method: 'GET',
  path: '/api/people/export/{id}/file',
  summary: { vi: 'Tệp Excel đã xuất xong', en: 'The Excel file of a finished export' },
  permission: 'signed-in',
  input: one,
  output: 'file',
});

export const cancelExport = contract({
  method: 'POST',
  path: '/api/people/export/{id}/cancel',
  summary: { vi: 'Thôi xuất, bỏ tệp', en: 'Stop an export and drop its file' },
  permission: 'signed-in',
  input: one,
  output: progress,
});
