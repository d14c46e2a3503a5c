import { sql } from 'kysely';

/**
 * Form 3, part II.3 (11-HD/BTCTW, 13/12/2021): before 19/8/1945, 19/8/1945–20/7/1954, 21/7/1954–30/4/1975, since 1/5/1975.
 */
// Where only the year or month is known its first day counts, as for births: compared as text in the journal's form, "1975"
// comes before "1975-05", and so does every day of April, while "1975-05" and its first day do not.
const boundaries = [
  ['to-1945', '1945-08-19'],
  ['1945-1954', '1954-07-21'],
  ['1954-1975', '1975-05'],
] as const;

const LAST = 'from-1975';

export const eras = [...boundaries.map(([era]) => era), LAST] as const;

const day = sql`coalesce(r.admitted_on, r.admission_decided_on) collate "C"`;

/** The era in which the person of record r was admitted, by the ceremony, or else the decision; null: not told. */
export const eraOf = sql<string | null>`case when coalesce(r.admitted_on, r.admission_decided_on) is null then null
  ${sql.join(
    boundaries.map(([era, before]) => sql`when ${day} < ${sql.lit(before)} then ${sql.lit(era)}`),
    sql` `,
  )} else ${sql.lit(LAST)} end`;
