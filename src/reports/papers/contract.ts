import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField, manyField } from '#/platform/contract/fields.ts';
import { reportInput } from '../contract.ts';

export const readReportFile = contract({
  method: 'GET',
  path: '/api/reports/{name}/file',
  summary: {
    vi: 'Tải một báo cáo hoặc biểu thống kê: Word, Excel hoặc PDF',
    en: 'A report or a statistical form as a Word, Excel or PDF file',
  },
  permission: 'reports.read',
  input: reportInput.extend({
    format: z.string().min(1),
    /** `signer=…`, `post=…`: what the foot of this paper says; the rest is what was kept. */
    sign: manyField,
  }),
  output: 'file',
});

const signed = {
  name: z.string(),
  unit: z.string().min(1),
  tenant: z.string().optional(),
  scope: z.string().optional(),
};

const block = z.object({
  place: z.string().nullable(),
  authority: z.enum(['own', 'T/M', 'K/T', 'T/L', 'Q.']),
  onBehalfOf: z.string().nullable(),
  post: z.string().nullable(),
  signer: z.string().nullable(),
  preparer: z.string().nullable(),
  phone: z.string().nullable(),
});

const kept = z.object({
  signature: block,
  /** The first day on which papers are signed so; null: nothing was ever kept. */
  since: dayField.nullable(),
});

export const readKeptSignature = contract({
  method: 'GET',
  path: '/api/reports/{name}/signature',
  summary: {
    vi: 'Cách ký đang giữ cho các biểu, hay các báo cáo, của đơn vị',
    en: 'How the forms, or the reports, of a unit are signed as kept',
  },
  permission: 'reports.read',
  input: z.strictObject(signed),
  output: kept,
});

export const keepSignature = contract({
  method: 'POST',
  path: '/api/reports/{name}/signature',
  summary: {
    vi: 'Giữ cách ký cho các biểu, hay các báo cáo, sau này của đơn vị',
    en: 'Keep how the next forms, or reports, of a unit are signed',
  },
  permission: 'reports.sign',
  input: z.strictObject({ ...signed, sign: z.array(z.string()) }),
  output: kept,
});
