import { factTable } from '#/kernel/facts/table.ts';

export const target = factTable({
  name: 'target',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    figure: 'text',
    args: 'jsonb',
    valid: 'daterange',
    value: 'numeric',
    measure: 'text',
    at_least: 'boolean',
    assigned_on: 'date',
    cancelled_on: 'date',
  },
  scoped: 'subject',
});
