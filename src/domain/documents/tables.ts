import { factTable } from '#/kernel/facts/table.ts';

export const documentTable = factTable({
  name: 'document',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    on_day: 'date',
    type: 'text',
    thematic: 'boolean',
    number: 'text',
    subject: 'text',
  },
  scoped: 'subject',
});
