import { wordsOfClass } from '#/kernel/access/class-words.ts';
import type { SensitiveClass } from '#/kernel/access/roles.ts';
import { isSealed, openValue } from '#/kernel/journal/sensitive.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem, wrongField } from '#/platform/errors.ts';
import type { Seat } from '../capacity.ts';

/** The value behind a sealed field; nothing is told of it before the line of the access log is written. */
export async function openedValue({ client }: Tx, sealed: unknown, vault: Vault): Promise<unknown> {
  if (!isSealed(sealed)) throw new Problem('field.empty', 'Nothing is recorded here.', { status: 404 });
  const { rows } = await client.query<{ cipher: Buffer | null }>('select cipher from sensitive_value where ref = $1', [
    sealed.ref,
  ]);
  const cipher = rows[0]?.cipher ?? null;
  if (cipher === null) throw new Problem('value.erased', 'This value has been erased.', { status: 410 });
  return openValue(sealed, cipher, vault);
}

/** Throws `field.not-yours` (403), naming role and class. */
export function mustReveal({ capacity, mayReveal }: Seat, what: SensitiveClass): void {
  if (mayReveal(what)) return;
  const { en, vi } = wordsOfClass[what];
  const [roleEn, roleVi] = capacity === null ? ['none', 'chưa chọn'] : [capacity.role.en, capacity.role.vi];
  throw new Problem('field.not-yours', `The role "${roleEn}" does not reveal ${en} (${what}).`, {
    status: 403,
    vi: `Vai trò “${roleVi}” không được xem ${vi} (${what}).`,
  });
}

export function unknownField(field: string): Problem {
  const message = `There is no sensitive field "${field}" here.`;
  return wrongField('field', 'field.unknown', message);
}

/** A value in lines to be read: an address from the house to the country, a relative in each line. */
export function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (typeof value !== 'object' || value === null) return value === null ? [] : [String(value)];
  const { relation, name, born, note, detail, commune, province, country } = value as Record<string, string>;
  if (name !== undefined) return [`${relation}: ${[name, born, note].filter(Boolean).join(', ')}`];
  return [[detail, commune, province, country].filter(Boolean).join(', ')];
}
