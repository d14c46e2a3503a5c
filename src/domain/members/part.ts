import type { Part } from '#/kernel/part.ts';
import { memberActs } from './acts.ts';
import { movementsExplained } from './audits.ts';
import { memberFigures } from './figures.ts';
import { personModel } from './model.ts';
import { memberTables } from './tables.ts';

export const membersPart: Part = {
  name: 'members',
  kinds: memberActs,
  tables: memberTables,
  figures: memberFigures,
  models: [personModel],
  audits: [movementsExplained],
};
