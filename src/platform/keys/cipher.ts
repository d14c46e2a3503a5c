import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** What is sealed opens with the same key and the same name only, and not when a byte of it was changed. */
export interface Cipher {
  /** Nonce, tag, AES-256-GCM of the bytes. */
  seal: (plain: string | Uint8Array, name: string) => Buffer;
  /** Throws the error of `node:crypto`. */
  open: (sealed: Uint8Array, name: string) => Buffer;
  random: (size: number) => Buffer;
}

export function makeCipher(key: KeyObject): Cipher {
  const random = randomSource();
  return {
    random,
    seal: (plain, name) => {
      const nonce = random(NONCE);
      const encryptor = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(name));
      const body = typeof plain === 'string' ? encryptor.update(plain, 'utf8') : encryptor.update(plain);
      encryptor.final(); // empty for GCM
      return Buffer.concat([nonce, encryptor.getAuthTag(), body]);
    },
    open: (sealed, name) => {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const decryptor = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
      decryptor.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      const plain = decryptor.update(bytes.subarray(NONCE + TAG));
      decryptor.final(); // empty for GCM; throws when the tag does not fit
      return plain;
    },
  };
}

/** Random bytes from a slab: one call into the system per value would cost more than the cipher. */
function randomSource(): (size: number) => Buffer {
  let slab = Buffer.alloc(0);
  let at = 0;
  return (size) => {
    if (at + size > slab.length) {
      slab = randomFillSync(Buffer.allocUnsafeSlow(28 * 1024));
      at = 0;
    }
    at += size;
    return slab.subarray(at - size, at);
  };
}
