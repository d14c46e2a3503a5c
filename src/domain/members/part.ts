import type { Part } from '#/kernel/part.ts';
import { memberActs } from './acts.ts';
import { movementsExplained } from './audits.ts';
import { memberFigures } from './figures.ts';
import { personModel } from './model.ts';
import { roster, rosterTrue } from './roster.ts';
import { memberTables } from './tables.ts';

export const membersPart: Part = {
  name: 'members',
  kinds: memberActs,
  tables: memberTables,
  figures: memberFigures,
  models: [personModel],
  derived: [roster],
  audits: [movementsExplained, rosterTrue],
};
