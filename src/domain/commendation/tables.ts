import { type FactTable, factTable } from '#/kernel/facts/table.ts';

// One table, two kinds of subject, as in classification. A subject counts where it stands on the day, or last stood.
const shared = {
  name: 'commendation',
  subjectColumn: 'subject_id',
  columns: {
    subject_id: 'uuid',
    subject_kind: 'text',
    unit_id: 'uuid',
    on_day: 'date',
    recipient: 'text',
    form: 'text',
    title: 'text',
    issuer: 'text',
    issuer_level: 'text',
    occasion: 'text',
  },
  placedOn: 'on_day',
} as const satisfies Omit<FactTable, 'subject' | 'scoped'>;

export const unitCommendation = factTable({ ...shared, subject: 'unit', scoped: 'subject' });
export const memberCommendation = factTable({ ...shared, subject: 'person', scoped: { unitColumns: ['unit_id'] } });

export const badgeTable = factTable({
  name: 'badge',
  subject: 'person',
  subjectColumn: 'person_id',
  columns: {
    person_id: 'uuid',
    unit_id: 'uuid',
    on_day: 'date',
    years: 'integer',
    early: 'boolean',
    posthumous: 'boolean',
    number: 'text',
  },
  scoped: { unitColumns: ['unit_id'] },
  placedOn: 'on_day',
});
