import { type FactTable, factTable } from '#/kernel/facts/table.ts';

// One table, two kinds of subject, as in classification. A subject counts where it stands on the day, or last stood.
const shared = {
  name: 'inspection',
  subjectColumn: 'subject_id',
  columns: {
    subject_id: 'uuid',
    subject_kind: 'text',
    unit_id: 'uuid',
    on_day: 'date',
    form: 'text',
    topic: 'text',
    outcome: 'text',
    by_body: 'text',
    by_unit_id: 'uuid',
  },
  placedOn: 'on_day',
} as const satisfies Omit<FactTable, 'subject' | 'scoped'>;

export const unitInspection = factTable({ ...shared, subject: 'unit', scoped: 'subject' });
export const memberInspection = factTable({ ...shared, subject: 'person', scoped: { unitColumns: ['unit_id'] } });
