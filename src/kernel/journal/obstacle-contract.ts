import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual } from '#/platform/contract/shapes.ts';

export const listObstacles = contract({
  method: 'GET',
  path: '/api/kind-obstacles',
  summary: {
    vi: 'Những loại việc không ghi được về một đảng viên hoặc một tổ chức vào một ngày, và vì sao',
    en: 'The kinds of acts that cannot be recorded about a person or a unit on a day, and why',
  },
  permission: 'acts.post',
  input: z.strictObject({
    tenant: z.string().optional(),
    scope: z.string().optional(),
    person: z.uuid().optional().meta({ description: 'the id of a person; either this or a unit' }),
    unit: z.string().optional().meta({ description: 'the code of a unit' }),
    on: dayField.optional(),
  }),
  output: z.object({
    on: dayField,
    kinds: z.array(
      z.object({
        kind: z.string(),
        why: z.array(
          z.object({
            code: z.string(),
            message: bilingual,
            rule: z.string().optional().meta({ description: 'the instrument: number, date, article' }),
          }),
        ),
      }),
    ),
  }),
});
export type Obstacles = z.infer<typeof listObstacles.output>;
