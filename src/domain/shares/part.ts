import type { Part } from '#/kernel/part.ts';
import { shareFigures } from './figures.ts';

export const sharesPart: Part = { name: 'shares', kinds: [], tables: [], figures: shareFigures };
