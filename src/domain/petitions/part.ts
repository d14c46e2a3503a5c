import type { Part } from '#/kernel/part.ts';
import { petitionReceived, petitionSettled } from './acts.ts';
import { petitionFigures } from './figures.ts';
import { petitionTable } from './tables.ts';

export const petitionsPart: Part = {
  name: 'petitions',
  kinds: [petitionReceived, petitionSettled],
  tables: [petitionTable],
  figures: petitionFigures,
};
