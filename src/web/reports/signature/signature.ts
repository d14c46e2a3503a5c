import type { z } from 'zod';
import { Problem } from '#/platform/errors.ts';
import type { readKeptSignature } from '#/reports/papers/contract.ts';

export type KeptSignature = z.infer<typeof readKeptSignature.output>['signature'];

/** What is typed: nothing is an empty text. */
export type TypedSignature = { [Key in keyof KeptSignature]: Key extends 'authority' ? KeptSignature[Key] : string };

export const authorities = ['own', 'T/M', 'K/T', 'T/L', 'Q.'] as const satisfies KeptSignature['authority'][];

/** Whether there is somebody that one signs for: the field is not shown otherwise, and nothing of it kept. */
export function isForOthers({ authority }: TypedSignature): boolean {
  return authority !== 'own' && authority !== 'Q.';
}

export function typedOf({ authority, ...texts }: KeptSignature): TypedSignature {
  const typed = Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? '']));
  return { authority, ...typed } as TypedSignature;
}

/** As the API takes it: every field, so that what was emptied is forgotten. */
export function signsOf(typed: TypedSignature): string[] {
  const told = isForOthers(typed) ? typed : { ...typed, onBehalfOf: '' };
  return Object.entries(told).map(([key, value]) => `${key}=${value}`);
}

/** What the server said of one field; null: nothing. */
export function faultOf(error: unknown, field: string): string | null {
  if (!(error instanceof Problem)) return null;
  return error.fields.find((one) => one.field === field || one.field === `sign.${field}`)?.message ?? null;
}

/** In a few words, for the menu; nothing where nothing is kept. */
export function wordsOf({ authority, onBehalfOf, post, signer }: KeptSignature): string {
  const right = authority === 'own' ? null : [authority, onBehalfOf].filter(Boolean).join(' ');
  return [right, post, signer].filter(Boolean).join(', ');
}
