import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

export type { Messages } from './words/vi.ts';
export const messages = { vi, en } as const;
