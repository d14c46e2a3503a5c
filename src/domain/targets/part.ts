import type { Part } from '#/kernel/part.ts';
import { target, targetAssigned } from './acts.ts';
import { targetFigures } from './figures.ts';

export const targetsPart: Part = {
  name: 'targets',
  kinds: [targetAssigned],
  tables: [target],
  figures: targetFigures,
};
