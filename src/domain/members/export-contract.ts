import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { exportProgress, followExports } from '#/platform/contract/export-contract.ts';
import { memberColumns, memberQuestion, memberSorts } from './list-contract.ts';

/** The file is made in the background, is there for a day, and for whoever asked for it. Nothing sensitive stands in it. */
export const startExport = contract({
  method: 'POST',
  path: '/api/people/export',
  summary: { vi: 'Bắt đầu xuất danh sách đảng viên đã lọc ra Excel', en: 'Begin to export the filtered list as Excel' },
  permission: 'members.export',
  input: memberQuestion.extend({
    columns: z.array(z.enum(memberColumns)).min(1),
    sort: z.enum(memberSorts).default('name'),
    language: z.enum(['vi', 'en']).default('vi').meta({ description: 'of headings and values' }),
  }),
  output: exportProgress,
});

/** As `/api/exports`: these ways in were there before it. */
export const followMemberExports = followExports('/api/people/export');
