import { z } from 'zod';
import { route } from '../api.ts';

export const health = route({
  method: 'GET',
  path: '/api/health',
  summary: { vi: 'Máy chủ và cơ sở dữ liệu có trả lời không', en: 'Whether server and database answer' },
  permission: 'public',
  input: z.strictObject({}),
  output: z.object({ status: z.literal('ok') }),
  handler: async (_input, { installation }) => {
    await installation.hall.query('select 1');
    return { status: 'ok' as const };
  },
});
