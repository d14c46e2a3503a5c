import { type FactTable, factTable } from '#/kernel/facts/table.ts';

// One table, two kinds of subject: a unit's rows come from the unit's fold, a person's from the person's.
const grade = {
  name: 'classification',
  subjectColumn: 'subject_id',
  columns: {
    subject_id: 'uuid',
    subject_kind: 'text',
    for_year: 'integer',
    level: 'text',
    omitted: 'text',
    decided_on: 'date',
    unit_id: 'uuid',
  },
  scoped: 'subject',
} as const satisfies Omit<FactTable, 'subject'>;

export const unitClassification = factTable({ ...grade, subject: 'unit' });
export const memberClassification = factTable({ ...grade, subject: 'person' });

const review = {
  name: 'review',
  subjectColumn: 'subject_id',
  columns: {
    subject_id: 'uuid',
    subject_kind: 'text',
    for_year: 'integer',
    held_on: 'date',
    omitted: 'text',
    suggested_by: 'text',
    unit_id: 'uuid',
  },
  scoped: 'subject',
} as const satisfies Omit<FactTable, 'subject'>;

export const unitReview = factTable({ ...review, subject: 'unit' });
export const memberReview = factTable({ ...review, subject: 'person' });

export const collectiveClassification = factTable({
  name: 'collective_classification',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    collective: 'text',
    name: 'text',
    for_year: 'integer',
    level: 'text',
    omitted: 'text',
    decided_on: 'date',
  },
  scoped: 'subject',
});
