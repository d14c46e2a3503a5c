import { hash } from 'node:crypto';
import { v7 } from 'uuid';

/** A new id, ordered by time (RFC 9562, version 7). */
export function uuidv7(): string {
  return v7();
}

/** The id that follows from the parts (version 8: sha-256 of the parts joined by U+001F): the same parts, the same id. */
export function derivedId(...parts: string[]): string {
  const hex = hash('sha256', parts.join('\u001f'), 'hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Whether the text is a UUID of any version, in lower case as the database writes it. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
