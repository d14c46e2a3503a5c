import { factTable } from '#/kernel/facts/table.ts';

export const cardEventTable = factTable({
  name: 'card_event',
  subject: 'person',
  subjectColumn: 'person_id',
  columns: { person_id: 'uuid', unit_id: 'uuid', on_day: 'date', event: 'text', scheme: 'text', number: 'text' },
  scoped: { unitColumns: ['unit_id'] },
  placedOn: 'on_day',
});
