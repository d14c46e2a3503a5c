import { plainFieldNames, recordChangeSchema, sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { classOfField } from '#/domain/members/sensitive-classes.ts';
import type { SensitiveClass } from '#/kernel/access/roles.ts';
import { Problem } from '#/platform/errors.ts';

const ofRecord = new Set<string>(['name', ...plainFieldNames, ...sensitiveFieldNames]);

/** The class of a sensitive field; null: it is none. */
export function classOf(field: string): SensitiveClass | null {
  return Object.hasOwn(classOfField, field) ? classOfField[field as keyof typeof classOfField] : null;
}

/** The change as `member.corrected` takes it: a field of the record, or one of its further items. Throws `correction.value`. */
export function changeOf(field: string, after: unknown): Record<string, unknown> {
  const change = ofRecord.has(field) ? { [field]: after } : { details: { [field]: after } };
  const parsed = recordChangeSchema.safeParse(change);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues.map((issue) => issue.message).join('; ');
  throw new Problem('correction.value', `This cannot stand in the field "${field}": ${message}`, {
    fields: [{ field: 'after', code: 'correction.value', message }],
  });
}

/** What stands in a row of person_record (camelCase); a sensitive one as it lies there, sealed. */
export function standing(record: Record<string, unknown>, field: string): unknown {
  const details = (record.details ?? {}) as Record<string, unknown>;
  const isColumn = ofRecord.has(field) && classOf(field) === null;
  return (isColumn ? record[field] : details[field]) ?? null;
}
