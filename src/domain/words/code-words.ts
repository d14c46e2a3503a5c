import { codeWordsEn } from './code-words-en.ts';
import { codeWordsVi } from './code-words-vi.ts';

/** What arguments of figures, fields and their values are called, by code; numbers and spans of ages (18-30) need none. Read by the server and by the screens. */
export const codeWords = { vi: codeWordsVi, en: codeWordsEn } as const;
