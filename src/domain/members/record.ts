import type { FactValue } from '#/kernel/facts/table.ts';
import { earliest, type PartialDay } from '#/platform/day.ts';
import { nameKey, nameOrder } from '#/platform/names.ts';
import {
  type NewPerson,
  type PlainField,
  plainFieldNames,
  type RecordChange,
  sensitiveFieldNames,
} from './record-fields.ts';

/** What a record says of a person over a spell: the columns of person_record, with everything else in `details`. */
export type PersonRecord = { name: string; details: Record<string, unknown> } & {
  [K in PlainField]?: NonNullable<NewPerson[K]>;
};

/** The record of somebody who enters the register. */
export function firstRecord(person: NewPerson): PersonRecord {
  return changedRecord({ name: person.name, details: {} }, person);
}

/** The record with some fields changed; null empties a field. */
export function changedRecord(record: PersonRecord, change: RecordChange | NewPerson): PersonRecord {
  const next: Record<string, unknown> = { ...record, details: { ...record.details } };
  const details = next.details as Record<string, unknown>;
  if (change.name !== undefined) next.name = change.name;
  for (const field of plainFieldNames) put(next, field, change[field]);
  for (const field of sensitiveFieldNames) put(details, field, change[field]);
  for (const [field, value] of Object.entries(change.details ?? {})) put(details, field, value);
  return next as PersonRecord;
}

function put(target: Record<string, unknown>, field: string, value: unknown): void {
  if (value === null) delete target[field];
  else if (value !== undefined) target[field] = value;
}

/** The row of a record: columns of person_record without person and span. */
export function recordColumns(record: PersonRecord): Record<string, FactValue> {
  const { details, name, ...plain } = record;
  const columns: Record<string, FactValue> = { name, name_key: nameKey(name), name_order: nameOrder(name), details };
  for (const field of plainFieldNames) columns[snake(field)] = plain[field] ?? null;
  columns.born_on = earliestOrNull(record.born);
  // Party age counts from the decision, not from the ceremony.
  columns.party_age_from = earliestOrNull(record.admissionDecidedOn);
  return columns;
}

function earliestOrNull(day: PartialDay | undefined): string | null {
  return day === undefined ? null : earliest(day);
}

const snakes = new Map<string, string>();

function snake(field: string): string {
  let name = snakes.get(field);
  if (name === undefined) {
    name = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    snakes.set(field, name);
  }
  return name;
}
