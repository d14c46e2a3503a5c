import { createHmac, createSecretKey } from 'node:crypto';
import { makeVault } from '#/kernel/journal/vault.ts';
import { makeCipher } from '#/platform/keys/cipher.ts';
import type { Keys } from '#/platform/keys/keys.ts';

/** A row as it lies under the old key. */
export interface SealedRow {
  id: string;
  cipher: Buffer;
  /** The class of a value; null for what cannot be looked up. */
  field: string | null;
}

/** The same value under the new key. Salt and value do not change, so neither does what the journal vouches for. */
export interface ResealedRow {
  id: string;
  cipher: Buffer;
  lookup: Buffer | null;
}

export interface Resealer {
  reseal: (row: SealedRow, name: string) => ResealedRow;
  /** What an act's content key becomes: the same act sent again is known by it. */
  wrap: (contentKey: Buffer) => Buffer;
}

/** From one key to the next. */
export function makeResealer(old: Keys, next: Keys): Resealer {
  const [before, after] = [old, next].map(({ encryption }) => makeCipher(createSecretKey(encryption))) as [
    ReturnType<typeof makeCipher>,
    ReturnType<typeof makeCipher>,
  ];
  const vault = makeVault(next);
  const content = createSecretKey(next.content);
  return {
    reseal: ({ id, cipher, field }, name) => {
      const plain = before.open(cipher, name);
      const lookup = field === null ? null : vault.lookupOf(field, JSON.parse(plain.toString('utf8')).value);
      return { id, cipher: after.seal(plain, name), lookup };
    },
    wrap: (contentKey) => createHmac('sha256', content).update(contentKey).digest(),
  };
}
