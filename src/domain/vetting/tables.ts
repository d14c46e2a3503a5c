import { type FactTable, factTable } from '#/kernel/facts/table.ts';

const ofPerson = {
  subject: 'person',
  subjectColumn: 'person_id',
  scoped: { unitColumns: ['unit_id'] },
  placedOn: 'on_day',
} as const satisfies Partial<FactTable>;

export const verificationTable = factTable({
  ...ofPerson,
  name: 'background_verification',
  columns: { person_id: 'uuid', unit_id: 'uuid', on_day: 'date', body_count: 'integer', last_confirmed_on: 'date' },
});

// What was concluded stands in sensitive_value alone.
export const vettingTable = factTable({
  ...ofPerson,
  name: 'vetting',
  columns: {
    person_id: 'uuid',
    unit_id: 'uuid',
    on_day: 'date',
    occasion: 'text',
    by_body: 'text',
    by_unit_id: 'uuid',
  },
});
