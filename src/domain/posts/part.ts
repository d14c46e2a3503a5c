import type { Part } from '#/kernel/part.ts';
import { postAssumed, postLeft, postRatified } from './acts.ts';
import { postTable } from './tables.ts';

export const postsPart: Part = {
  name: 'posts',
  kinds: [postAssumed, postRatified, postLeft],
  tables: [postTable],
  figures: [],
};
