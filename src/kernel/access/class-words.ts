import type { Bilingual } from '../journal/kind.ts';
import { classWords } from './log-contract.ts';
import type { SensitiveClass } from './roles.ts';

/** What the classes of sensitive values are called: each has its words. */
export const wordsOfClass: Readonly<Record<SensitiveClass, Bilingual>> = classWords;

/** Opened only by breaking the glass: a right of its own, a reason that is read by others, a notice to whom it concerns. */
export const sealedClasses: ReadonlySet<SensitiveClass> = new Set(['vetting', 'complainant']);
