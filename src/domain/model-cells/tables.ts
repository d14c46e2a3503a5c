import { factTable } from '#/kernel/facts/table.ts';

export const modelTitleTable = factTable({
  name: 'model_title',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    title: 'text',
    valid: 'daterange',
    status: 'text',
    for_year: 'integer',
    ended_as: 'text',
    ended_act_id: 'uuid',
  },
  scoped: 'subject',
});
