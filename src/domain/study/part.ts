import type { Part } from '#/kernel/part.ts';
import { certificateGranted, courseHeld, studyHeld } from './acts.ts';
import { memberEntered, unitEntered } from './contest-acts.ts';
import { studyFigures } from './figures.ts';
import { certificateTable, courseTable, memberEntry, studySessionTable, unitEntry } from './tables.ts';

export const studyPart: Part = {
  name: 'study',
  kinds: [courseHeld, certificateGranted, studyHeld, unitEntered, memberEntered],
  tables: [courseTable, certificateTable, studySessionTable, unitEntry, memberEntry],
  figures: studyFigures,
};
