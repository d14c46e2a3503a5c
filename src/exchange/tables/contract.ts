import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';

export const importTemplate = contract({
  method: 'GET',
  path: '/api/import-templates/{kind}',
  summary: {
    vi: 'Mẫu Excel để nhập tổ chức đảng hoặc đảng viên: cột, một dòng ví dụ, cách ghi, danh mục',
    en: 'A workbook to bring in units or members: the columns, a row as an example, what each means, the lists',
  },
  permission: 'imports.make',
  input: z.strictObject({ kind: z.enum(['units', 'members']) }),
  output: 'file',
});
