import { type FactTable, factTable } from '#/kernel/facts/table.ts';

// One table, two kinds of subject, as in classification. A measure counts where its subject stood on the day, or last stood.
const shared = {
  name: 'discipline',
  subjectColumn: 'subject_id',
  columns: {
    subject_id: 'uuid',
    subject_kind: 'text',
    unit_id: 'uuid',
    on_day: 'date',
    form: 'text',
    content: 'text[]',
    ends_on: 'date',
    ended_as: 'text',
    by_body: 'text',
    by_unit_id: 'uuid',
  },
  placedOn: 'on_day',
} as const satisfies Omit<FactTable, 'subject' | 'scoped'>;

export const unitDiscipline = factTable({ ...shared, subject: 'unit', scoped: 'subject' });
export const memberDiscipline = factTable({ ...shared, subject: 'person', scoped: { unitColumns: ['unit_id'] } });
