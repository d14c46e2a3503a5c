import { z } from 'zod';
import { isDay } from '#/platform/day.ts';

/** A day of the calendar in a query or a body. */
export const dayField = z
  .string()
  .refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' })
  .meta({ format: 'date', examples: ['2020-12-31'] });

/** A switch in a query: `list`, `list=1` and `list=true` are all on. */
export const flagField = z
  .enum(['', '0', '1', 'false', 'true'])
  .transform((text) => text !== '0' && text !== 'false')
  .optional();

/** A query field that may come once or several times. */
export const manyField = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === 'string' ? [given] : given))
  .optional();
