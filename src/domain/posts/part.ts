import type { Part } from '#/kernel/part.ts';
import { postAssumed, postLeft, postRatified } from './acts.ts';
import { postsInCellsLeft } from './audits.ts';
import { changeFigures } from './figures/changes.ts';
import { heldFigures } from './figures/held.ts';
import { secretaryFigures } from './figures/secretaries.ts';
import { termFigures } from './figures/terms.ts';
import { postTable } from './tables.ts';

export const postsPart: Part = {
  name: 'posts',
  kinds: [postAssumed, postRatified, postLeft],
  tables: [postTable],
  figures: [...heldFigures, ...secretaryFigures, ...changeFigures, ...termFigures],
  audits: [postsInCellsLeft],
};
