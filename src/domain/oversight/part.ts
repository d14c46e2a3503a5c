import type { Part } from '#/kernel/part.ts';
import { memberInspected, memberSupervised, unitInspected, unitSupervised } from './acts.ts';
import { coverageAudit } from './audit.ts';
import { caseFigures } from './figures/cases.ts';
import { coverageFigures } from './figures/coverage.ts';
import { memberInspection, unitInspection } from './tables.ts';

export const oversightPart: Part = {
  name: 'oversight',
  kinds: [unitInspected, memberInspected, unitSupervised, memberSupervised],
  tables: [unitInspection, memberInspection],
  figures: [...caseFigures, ...coverageFigures],
  audits: [coverageAudit],
};
