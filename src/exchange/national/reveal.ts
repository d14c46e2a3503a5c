import { isSealed, openValue } from '#/kernel/journal/sensitive.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/**
 * Puts the plain values of these fields in place of their references, for a piece of the list. A value that was erased
 * is gone: the field is empty. Whoever calls this has written to the access log.
 */
export async function revealFields(
  { client }: Tx,
  members: readonly { record: { details: Record<string, unknown> } }[],
  fields: readonly string[],
  vault: Vault,
): Promise<void> {
  const refs = members.flatMap(({ record: { details } }) =>
    fields.flatMap((field) => {
      const value = details[field];
      return isSealed(value) ? [value.ref] : [];
    }),
  );
  const { rows } = await client.query<{ ref: string; cipher: Buffer | null }>(
    'select ref, cipher from sensitive_value where ref = any($1)',
    [refs],
  );
  const ciphers = new Map(rows.map(({ ref, cipher }) => [ref, cipher]));
  for (const { record } of members)
    for (const field of fields) {
      const value = record.details[field];
      if (!isSealed(value)) continue;
      const cipher = ciphers.get(value.ref);
      if (cipher == null) delete record.details[field];
      else record.details[field] = openValue(value, cipher, vault);
    }
}
