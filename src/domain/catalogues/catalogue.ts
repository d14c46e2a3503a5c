import { z } from 'zod';

/** One value that a field may have. The code stands in the register, the labels on paper and on screens. */
export interface Entry {
  code: string;
  vi: string;
  en: string;
  /** Other spellings that people write for it. */
  also?: readonly string[];
  /** The code of the entry it is a part of. */
  within?: string;
}

/** A closed list of values, with where it comes from. */
export interface Catalogue {
  name: string;
  vi: string;
  en: string;
  source: string;
  entries: readonly Entry[];
}

const spellings = new WeakMap<Catalogue, Map<string, string>>();

/** The code that a text means: the code itself, a Vietnamese label, or another known spelling; null if none. */
export function codeOf(catalogue: Catalogue, text: string): string | null {
  let known = spellings.get(catalogue);
  if (known === undefined) {
    known = new Map();
    for (const { code, vi, also = [] } of catalogue.entries)
      for (const spelling of [code, vi, ...also]) known.set(plain(spelling), code);
    spellings.set(catalogue, known);
  }
  return known.get(text) ?? known.get(plain(text)) ?? null;
}

/** The entry of a code. */
export function entryOf(catalogue: Catalogue, code: string): Entry | null {
  return catalogue.entries.find((entry) => entry.code === code) ?? null;
}

// Hyphens, apostrophes and spaces are written as everyone likes (Ba-na, Ba Na, H'mông, Hmông). Accents are kept:
// "Thổ" is not "Tho", and a guess would put a person into another people.
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\-–'’.,()]/gu, '');
}

/** A field that takes an entry's code or its Vietnamese label; the register keeps the code. */
export function fromCatalogue(catalogue: Catalogue) {
  const codes = catalogue.entries.map(({ code }) => code);
  return z
    .string()
    .transform((text, context) => {
      const code = codeOf(catalogue, text);
      if (code !== null) return code;
      context.issues.push({ code: 'custom', input: text, message: notFound(catalogue, text) });
      return z.NEVER;
    })
    .pipe(z.enum(codes));
}

const SHOWN = 12;

function notFound(catalogue: Catalogue, text: string): string {
  const { entries, en, vi } = catalogue;
  const close = entries.filter((entry) => [entry.code, entry.vi, ...(entry.also ?? [])].some((s) => isNear(s, text)));
  const offered = close.length > 0 ? close : entries;
  const names = offered.slice(0, SHOWN).map((entry) => `${entry.code} (${entry.vi})`);
  const more = offered.length > SHOWN ? ', …' : '';
  const lead = close.length > 0 ? 'Did you mean' : 'Write one of';
  return `"${text}" is not in the list of ${en} (${vi}). ${lead}: ${names.join(', ')}${more}`;
}

function isNear(spelling: string, text: string): boolean {
  const a = bare(spelling);
  const b = bare(text);
  return b !== '' && (a === b || (b.length > 2 && (a.startsWith(b) || b.startsWith(a)) && a.length > 2));
}

function bare(text: string): string {
  return plain(text).normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}
