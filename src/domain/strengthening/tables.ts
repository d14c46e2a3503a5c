import { factTable } from '#/kernel/facts/table.ts';

export const strengtheningTable = factTable({
  name: 'strengthening_case',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    valid: 'daterange',
    reason: 'text',
    steering: 'text',
    due_on: 'date',
    outcome: 'text',
    closed_act_id: 'uuid',
  },
  scoped: 'subject',
});
