import type { Part } from '#/kernel/part.ts';
import { memberClassified, unitClassified } from './acts.ts';
import { classificationFigures } from './figures.ts';
import { memberClassification, unitClassification } from './tables.ts';

export const classificationPart: Part = {
  name: 'classification',
  kinds: [unitClassified, memberClassified],
  tables: [unitClassification, memberClassification],
  figures: classificationFigures,
};
