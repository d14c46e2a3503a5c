import { randomBytes, randomInt } from 'node:crypto';
import { sha256Hex } from '#/platform/canonical-json.ts';

/** 256 random bits for a cookie or a step; the database keeps their hash. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

// No I, L, O, U: nobody reads them for 1, 0 or V.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that can be printed, told and typed: 20 random bits a group. */
export function newCode(groups = 4): string {
  const signs = Array.from({ length: 4 * groups }, () => letters[randomInt(letters.length)]).join('');
  return (signs.match(/.{4}/g) as string[]).join('-');
}

/** What the database keeps of a code, however it was typed: small letters, with or without dashes, O for 0. */
export function codeHash(code: string): string {
  return sha256Hex(`code ${tidyCode(code)}`);
}

/** The code as it was made, however it was typed. */
export function tidyCode(code: string): string {
  return code
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** What the database keeps of a secret. */
export function secretHash(secret: string): string {
  return sha256Hex(secret);
}
