import { factTable } from '#/kernel/facts/table.ts';

export const petitionTable = factTable({
  name: 'petition',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    code: 'text',
    on_day: 'date',
    sort: 'text',
    about: 'text',
    anonymous: 'boolean',
    due_on: 'date',
    settled_on: 'date',
    outcome: 'text',
    settled_act_id: 'uuid',
  },
  scoped: 'subject',
});
