import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

// The least that OWASP's cheat sheet on password storage asks for (19 MiB, 2 passes, 1 lane): about 25 ms here, and a
// burst of guesses takes at most four times the memory, one for each thread of libuv.
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT = 16;
const TAG = 32;

/** A salt of its own for each password; codes of one sheet share one. */
export const newSalt = (): Buffer => randomBytes(SALT);

/** Argon2id of the password, as a PHC string. */
export async function hashPassword(password: string, salt = newSalt()): Promise<string> {
  const tag = await derive('argon2id', { message: inOneForm(password), nonce: salt, tagLength: TAG, ...cost });
  return toPhc(salt, tag);
}

/** The hash of a text under salt and cost of another hash: the same one only for the same text. */
export async function hashAlike(text: string, hash: string): Promise<string> {
  const { cost: given, salt, tag } = readPhc(hash);
  const found = await derive('argon2id', { message: inOneForm(text), nonce: salt, tagLength: tag.length, ...given });
  return toPhc(salt, found, given);
}

/**
 * Whether it is the password of the hash. Without a hash it works as long, and says no: an unknown login takes the time
 * of a known one.
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const { cost: given, salt, tag } = readPhc(hash ?? nobodys);
  const found = await derive('argon2id', {
    message: inOneForm(password),
    nonce: salt,
    tagLength: tag.length,
    ...given,
  });
  return timingSafeEqual(found, tag) && hash !== null;
}

function readPhc(text: string): { cost: typeof cost; salt: Buffer; tag: Buffer } {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text);
  if (parts === null) throw new Error('a stored password is not an Argon2id hash in PHC form');
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

function toPhc(salt: Uint8Array, tag: Uint8Array, { memory, passes, parallelism } = cost): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

/** An accent may be typed as one sign or as two: both are the same password. */
const inOneForm = (password: string): string => password.normalize('NFKC');

/** Of no password: nothing derives to a tag thrown by dice. */
const nobodys = toPhc(randomBytes(SALT), randomBytes(TAG));
