import { sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { fieldWords } from '#/domain/words/field-words.ts';
import { isSealed } from '#/kernel/journal/sensitive.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';

export interface SealedField {
  field: string;
  label: Bilingual;
  from: Day | null;
  to: Day | null;
  sealed: unknown;
}

/** The sealed fields of a record, of a day or (null) of all its spells. */
export async function sealedOf({ client }: Tx, person: string, on: Day | null): Promise<SealedField[]> {
  const { rows } = await client.query<{ details: Record<string, unknown>; from: Day | null; to: Day | null }>(
    `select details, lower(valid) as from, upper(valid) as to from person_record
     where person_id = $1 and ($2::date is null or valid @> $2::date) order by valid`,
    [person, on],
  );
  return rows.flatMap(({ details, from, to }) =>
    sensitiveFieldNames
      .filter((field) => isSealed(details?.[field]))
      .map((field) => ({ field, label: labelOf(field), from, to, sealed: details[field] })),
  );
}

export const labelOf = (field: string): Bilingual => fieldWords[field] ?? { vi: field, en: field };
