import { sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { fieldWords } from '#/domain/words/field-words.ts';
import { isSealed, openValue } from '#/kernel/journal/sensitive.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';

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

/** What stands behind it. Throws `field.empty`, `value.erased`. */
export async function opened({ client }: Tx, sealed: unknown, vault: Vault): Promise<unknown> {
  if (!isSealed(sealed)) throw new Problem('field.empty', 'Nothing is recorded here.', { status: 404 });
  const { rows } = await client.query<{ cipher: Buffer | null }>('select cipher from sensitive_value where ref = $1', [
    sealed.ref,
  ]);
  const cipher = rows[0]?.cipher ?? null;
  if (cipher === null) throw new Problem('value.erased', 'This value has been erased.', { status: 410 });
  return openValue(sealed, cipher, vault);
}

export const labelOf = (field: string): Bilingual => fieldWords[field] ?? { vi: field, en: field };

/** A value in lines to be read: an address from the house to the country, a relative in each line. */
export function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (typeof value !== 'object' || value === null) return value === null || value === undefined ? [] : [String(value)];
  const { relation, name, born, note, detail, commune, province, country } = value as Record<string, string>;
  if (name !== undefined) return [`${relation}: ${[name, born, note].filter(Boolean).join(', ')}`];
  return [[detail, commune, province, country].filter(Boolean).join(', ')];
}
