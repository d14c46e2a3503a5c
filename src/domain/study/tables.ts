import { type FactTable, factTable } from '#/kernel/facts/table.ts';

const ofUnit = { subject: 'unit', subjectColumn: 'unit_id', scoped: 'subject' } as const satisfies Partial<FactTable>;
const ofPerson = {
  subject: 'person',
  scoped: { unitColumns: ['unit_id'] },
  placedOn: 'on_day',
} as const satisfies Partial<FactTable>;

export const courseTable = factTable({
  ...ofUnit,
  name: 'course',
  columns: { unit_id: 'uuid', on_day: 'date', course: 'text', title: 'text', participants: 'integer' },
});

export const certificateTable = factTable({
  ...ofPerson,
  name: 'certificate',
  subjectColumn: 'person_id',
  columns: { person_id: 'uuid', unit_id: 'uuid', on_day: 'date', course: 'text', number: 'text' },
});

export const studySessionTable = factTable({
  ...ofUnit,
  name: 'study_session',
  columns: { unit_id: 'uuid', on_day: 'date', topic: 'text', convened: 'integer', present: 'integer' },
});

// One table, two kinds of subject: an entry is a member's, or of somebody of whom only the unit is kept.
const entry = {
  name: 'contest_entry',
  subjectColumn: 'subject_id',
  columns: {
    subject_id: 'uuid',
    subject_kind: 'text',
    unit_id: 'uuid',
    on_day: 'date',
    contest: 'text',
    work: 'text',
    prize: 'text',
  },
} as const satisfies Partial<FactTable>;

export const unitEntry = factTable({ ...ofUnit, ...entry });
export const memberEntry = factTable({ ...ofPerson, ...entry });
