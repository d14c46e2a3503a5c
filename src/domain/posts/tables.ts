import { factTable } from '#/kernel/facts/table.ts';

export const postTable = factTable({
  name: 'post',
  subject: 'person',
  subjectColumn: 'person_id',
  columns: {
    person_id: 'uuid',
    unit_id: 'uuid',
    post: 'text',
    valid: 'daterange',
    how: 'text',
    term: 'text',
    held_since: 'text',
    ratified_on: 'date',
    left_as: 'text',
    left_act_id: 'uuid',
  },
  scoped: { unitColumns: ['unit_id'] },
});
