import type { Part } from '#/kernel/part.ts';
import { meetingHeld } from './acts.ts';
import { meetingFigures } from './figures.ts';
import { meetingTable } from './tables.ts';

export const meetingsPart: Part = {
  name: 'meetings',
  kinds: [meetingHeld],
  tables: [meetingTable],
  figures: meetingFigures,
};
