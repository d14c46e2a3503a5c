import { z } from 'zod';
import { type Contract, contract } from './contract.ts';

export const exportProgress = z.object({
  id: z.string(),
  /** `failed`: its reason stands in the server's log. */
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  /** Null until they are counted. */
  total: z.number().nullable(),
});
export type ExportProgress = z.infer<typeof exportProgress>;

const one = z.strictObject({ id: z.uuid() });

/** How an export is followed, taken away and stopped, under a path. The file is there for a day, for whoever asked for it. */
export function followExports(path: Contract['path']) {
  return {
    read: contract({
      method: 'GET',
      path: `${path}/{id}`,
      summary: { vi: 'Việc xuất đã đến đâu', en: 'How far an export has come' },
      permission: 'members.export',
      input: one,
      output: exportProgress,
    }),
    file: contract({
      method: 'GET',
      path: `${path}/{id}/file`,
      summary: { vi: 'Tệp Excel đã xuất xong', en: 'The Excel file of a finished export' },
      permission: 'members.export',
      input: one,
      output: 'file',
    }),
    cancel: contract({
      method: 'POST',
      path: `${path}/{id}/cancel`,
      summary: { vi: 'Thôi xuất, bỏ tệp', en: 'Stop an export and drop its file' },
      permission: 'members.export',
      input: one,
      output: exportProgress,
    }),
  };
}

/** Of whatever list. */
export const exportContracts = followExports('/api/exports');
