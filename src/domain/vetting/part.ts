import type { Part } from '#/kernel/part.ts';
import { backgroundVerified, vettingConcluded } from './acts.ts';
import { vettingFigures } from './figures.ts';
import { verificationTable, vettingTable } from './tables.ts';

export const vettingPart: Part = {
  name: 'vetting',
  kinds: [backgroundVerified, vettingConcluded],
  tables: [verificationTable, vettingTable],
  figures: vettingFigures,
};
