import { z } from 'zod';
import { dayField } from './fields.ts';

// Shapes that several contracts answer with.

export const bilingual = z.object({ vi: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

export const unitLabel = z.object({ code: z.string(), name: z.string() });

export const listEntry = z.object({
  id: z.string(),
  label: z
    .string()
    .nullable()
    .meta({ description: 'null where the caller may not see the name; it counts all the same' }),
  unit: unitLabel.nullable(),
  on: dayField.nullable(),
  act: z.string().nullable(),
  declared: z.number().optional(),
  value: z.number().optional(),
});
export type Entry = z.infer<typeof listEntry>;

export const notCountedEntry = listEntry.extend({ why: z.string() });

export const fieldProblem = z.object({
  line: z.number().optional(),
  cell: z.string().optional(),
  field: z.string().optional(),
  code: z.string(),
  message: z.string(),
  rule: z.string().optional(),
  actId: z.string().optional(),
});
