import { type FactTable, factTable } from '#/kernel/facts/table.ts';

const ofPerson = { subject: 'person', subjectColumn: 'person_id' } as const satisfies Partial<FactTable>;
const spell = { person_id: 'uuid', valid: 'daterange' } as const;

export const personTable = factTable({
  ...ofPerson,
  name: 'person',
  columns: { person_id: 'uuid', code: 'text' },
  scoped: 'subject',
});

export const personRecordTable = factTable({
  ...ofPerson,
  name: 'person_record',
  columns: {
    ...spell,
    name: 'text',
    name_key: 'text',
    name_order: 'text',
    birth_name: 'text',
    other_name: 'text',
    born: 'text',
    born_on: 'date',
    sex: 'text',
    ethnicity: 'text',
    religion: 'text',
    foreign_origin: 'boolean',
    occupation: 'text',
    retired: 'boolean',
    youth_union: 'boolean',
    private_owner: 'boolean',
    foreign_spouse: 'boolean',
    family_planning_violation: 'boolean',
    general_education: 'text',
    qualification: 'text',
    academic_title: 'text',
    theory_level: 'text',
    admission_decided_on: 'text',
    admitted_on: 'text',
    official_on: 'text',
    party_age_from: 'date',
    details: 'jsonb',
  },
  scoped: 'subject',
});

export const standingTable = factTable({
  ...ofPerson,
  name: 'standing',
  columns: { ...spell, unit_id: 'uuid', status: 'text', in_transit: 'boolean', entry: 'text', exit: 'text' },
  scoped: { unitColumns: ['unit_id'] },
  derived: ['roster'],
});

export const transitTable = factTable({
  ...ofPerson,
  name: 'transit',
  columns: {
    ...spell,
    from_unit_id: 'uuid',
    to_unit_id: 'uuid',
    place_kind: 'text',
    place: 'text',
    letter: 'text',
  },
  scoped: { unitColumns: ['from_unit_id', 'to_unit_id'] },
});

export const exemptionTable = factTable({
  ...ofPerson,
  name: 'exemption',
  columns: { ...spell, unit_id: 'uuid', kind: 'text' },
  scoped: { unitColumns: ['unit_id'] },
});

export const suspensionTable = factTable({
  ...ofPerson,
  name: 'suspension',
  columns: { ...spell, unit_id: 'uuid' },
  scoped: { unitColumns: ['unit_id'] },
});

export const temporaryStayTable = factTable({
  ...ofPerson,
  name: 'temporary_stay',
  columns: { ...spell, unit_id: 'uuid', host_unit_id: 'uuid', place_kind: 'text', place: 'text', due_on: 'date' },
  scoped: { unitColumns: ['unit_id', 'host_unit_id'] },
});

export const memberNumberTable = factTable({
  ...ofPerson,
  name: 'member_number',
  columns: { ...spell, scheme: 'text', number: 'text', issued_on: 'text', issued_at: 'text' },
  scoped: 'subject',
});

export const memberEventTable = factTable({
  ...ofPerson,
  name: 'member_event',
  columns: {
    person_id: 'uuid',
    on_day: 'date',
    decided_on: 'date',
    event: 'text',
    unit_id: 'uuid',
    from_unit_id: 'uuid',
    to_unit_id: 'uuid',
    place_kind: 'text',
    place: 'text',
    was_probationary: 'boolean',
    detail: 'text',
  },
  scoped: { unitColumns: ['unit_id', 'from_unit_id', 'to_unit_id'] },
});

/** Placed by the transfer it speaks of; where none is known, where the person stands or last stood. */
export const transferFlagTable = factTable({
  ...ofPerson,
  name: 'transfer_flag',
  columns: { person_id: 'uuid', unit_id: 'uuid', on_day: 'date', direction: 'text', flag: 'text' },
  scoped: { unitColumns: ['unit_id'] },
  placedOn: 'on_day',
});

/** Every fact about a person that this part owns. */
export const memberTables = [
  personTable,
  personRecordTable,
  standingTable,
  transitTable,
  exemptionTable,
  suspensionTable,
  temporaryStayTable,
  memberNumberTable,
  memberEventTable,
  transferFlagTable,
] as const;
