import type { Part } from '#/kernel/part.ts';
import { modelRecognised, modelRegistered, modelRevoked } from './acts.ts';
import { modelCellFigures } from './figures.ts';
import { modelTitleTable } from './tables.ts';

export const modelCellsPart: Part = {
  name: 'model-cells',
  kinds: [modelRegistered, modelRecognised, modelRevoked],
  tables: [modelTitleTable],
  figures: modelCellFigures,
};
