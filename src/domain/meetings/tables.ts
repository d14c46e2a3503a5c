import { factTable } from '#/kernel/facts/table.ts';

export const meetingTable = factTable({
  name: 'meeting',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    on_day: 'date',
    sort: 'text',
    body: 'text',
    topic: 'text',
    convened: 'integer',
    present: 'integer',
    excused: 'integer',
    visitor_count: 'integer',
    visitor_levels: 'text[]',
  },
  scoped: 'subject',
});
