import { z } from 'zod';
import { prizes } from './contract.ts';

/** So many heads. */
export const heads = z.int().min(0).max(10_000_000);

export const title = z.string().trim().min(1).max(300);

/** An entry of a contest. The contest is named by a slug, so that entries from everywhere belong to the same one. */
export const entryFields = {
  contest: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: 'a name of the contest: words in lower case without accents, joined by -',
    }),
  work: title.optional(),
  prize: z.enum(prizes).optional(),
};
