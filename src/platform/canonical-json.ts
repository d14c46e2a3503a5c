import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The one text of a value by RFC 8785: keys sorted, no spaces, so that equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('the value has no JSON form');
  return text;
}

/** SHA-256 of the text (as UTF-8) or bytes, in lower-case hex. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}
