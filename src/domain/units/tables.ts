import { factTable } from '#/kernel/facts/table.ts';

// unit_line, unit_scope and unit_directory follow from these and are written by the kernel.

export const unitLifeTable = factTable({
  name: 'unit_life',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: { unit_id: 'uuid', valid: 'daterange', end_act_id: 'uuid', end_kind: 'text', successor_id: 'uuid' },
  scoped: false,
});

export const unitNameTable = factTable({
  name: 'unit_name',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: { unit_id: 'uuid', valid: 'daterange', name: 'text' },
  scoped: false,
});

export const unitKindTable = factTable({
  name: 'unit_kind',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: { unit_id: 'uuid', valid: 'daterange', kind: 'text', type: 'text', zone: 'text' },
  scoped: false,
});

export const unitCodeTable = factTable({
  name: 'unit_code',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: { unit_id: 'uuid', valid: 'daterange', code: 'text' },
  scoped: false,
});

export const unitParentTable = factTable({
  name: 'unit_parent',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: { unit_id: 'uuid', valid: 'daterange', parent_id: 'uuid' },
  scoped: false,
});

export const unitEventTable = factTable({
  name: 'unit_event',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    on_day: 'date',
    decided_on: 'date',
    event: 'text',
    kind_before: 'text',
    kind_after: 'text',
    parent_before: 'uuid',
    parent_after: 'uuid',
    related: 'uuid[]',
    zone: 'text',
  },
  scoped: false,
});

export const withoutNonMembersTable = factTable({
  name: 'unit_without_non_members',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: { unit_id: 'uuid', valid: 'daterange' },
  scoped: 'subject',
});

export const unitTables = [
  unitLifeTable,
  unitNameTable,
  unitKindTable,
  unitCodeTable,
  unitParentTable,
  unitEventTable,
  withoutNonMembersTable,
] as const;
