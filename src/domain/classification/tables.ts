import { type FactTable, factTable } from '#/kernel/facts/table.ts';

// One table, two kinds of subject: a unit's rows come from the unit's fold, a person's from the person's.
const shared = {
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

export const unitClassification = factTable({ ...shared, subject: 'unit' });
export const memberClassification = factTable({ ...shared, subject: 'person' });
