import type { Part } from '#/kernel/part.ts';
import { strengtheningClosed, strengtheningOpened } from './acts.ts';
import { strengtheningFigures } from './figures.ts';
import { strengtheningTable } from './tables.ts';

export const strengtheningPart: Part = {
  name: 'strengthening',
  kinds: [strengtheningOpened, strengtheningClosed],
  tables: [strengtheningTable],
  figures: strengtheningFigures,
};
