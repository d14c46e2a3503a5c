import type { Part } from '#/kernel/part.ts';
import { memberDisciplined, memberDisciplineEnded, unitDisciplined, unitDisciplineEnded } from './acts.ts';
import { finalMeasuresAudit } from './audit.ts';
import { disciplineFigures } from './figures.ts';
import { memberDiscipline, unitDiscipline } from './tables.ts';

export const disciplinePart: Part = {
  name: 'discipline',
  kinds: [unitDisciplined, memberDisciplined, unitDisciplineEnded, memberDisciplineEnded],
  tables: [unitDiscipline, memberDiscipline],
  figures: disciplineFigures,
  audits: [finalMeasuresAudit],
};
