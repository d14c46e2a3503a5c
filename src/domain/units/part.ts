import type { Part } from '#/kernel/part.ts';
import { unitActs } from './acts.ts';
import { unitFigures } from './figures.ts';
import { unitModel } from './model.ts';
import { unitTables } from './tables.ts';

export const unitsPart: Part = {
  name: 'units',
  kinds: unitActs,
  tables: unitTables,
  figures: unitFigures,
  models: [unitModel],
};
