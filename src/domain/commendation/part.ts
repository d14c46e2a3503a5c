import type { Part } from '#/kernel/part.ts';
import { memberCommended, unitCommended } from './acts.ts';
import { badgeAwarded } from './badge.ts';
import { badges } from './badge-figures.ts';
import { badgesDue } from './badges-due.ts';
import { commendations } from './figures.ts';
import { badgeTable, memberCommendation, unitCommendation } from './tables.ts';

export const commendationPart: Part = {
  name: 'commendation',
  kinds: [unitCommended, memberCommended, badgeAwarded],
  tables: [unitCommendation, memberCommendation, badgeTable],
  figures: [commendations, badges, badgesDue],
};
