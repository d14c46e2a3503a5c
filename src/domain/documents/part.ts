import type { Part } from '#/kernel/part.ts';
import { documentIssued } from './acts.ts';
import { documentFigures } from './figures.ts';
import { documentTable } from './tables.ts';

export const documentsPart: Part = {
  name: 'documents',
  kinds: [documentIssued],
  tables: [documentTable],
  figures: documentFigures,
};
