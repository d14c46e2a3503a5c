import type { Bilingual } from '#/kernel/journal/kind.ts';
import { messages } from './messages.ts';

export type FindingCode = keyof typeof messages;

/** What is wrong with one value, before it is known in which cell it stands. */
export interface Finding {
  code: FindingCode;
  isBlocking: boolean;
  message: Bilingual;
  repair?: { value: string | null; why: Bilingual };
  candidates?: { code: string; name: string }[];
  other?: { sheet: string | null; row: number };
}

type Words = Readonly<Record<string, string | Bilingual>>;

interface More extends Pick<Finding, 'candidates' | 'other'> {
  /** What a clerk would write instead. */
  repair?: string | null;
  why?: Bilingual;
  /** Recorded as it stands, unless it is repaired. */
  isAdvice?: boolean;
  /** Put in for "{…}" in the message; never a sensitive value. */
  words?: Words;
}

export function finding(code: FindingCode, { repair, why, isAdvice, words = {}, ...more }: More = {}): Finding {
  const { vi, en } = messages[code];
  const message = { vi: filled(vi, words, 'vi'), en: filled(en, words, 'en') };
  const found: Finding = { code, isBlocking: isAdvice !== true, message, ...more };
  if (repair !== undefined) found.repair = { value: repair, why: why ?? message };
  return found;
}

function filled(text: string, words: Words, language: keyof Bilingual): string {
  return text.replaceAll(/\{(\w+)\}/g, (_all, name) => {
    const word = words[name] ?? '';
    return typeof word === 'string' ? word : word[language];
  });
}
