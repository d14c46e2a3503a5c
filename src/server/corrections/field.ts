import { catalogues } from '#/domain/catalogues/api.ts';
import { recordChangeSchema, recordFieldNames } from '#/domain/members/record-fields.ts';
import { classOfField } from '#/domain/members/sensitive-classes.ts';
import { detailTitle } from '#/domain/words/detail-words.ts';
import { fieldTitle } from '#/domain/words/field-words.ts';
import type { SensitiveClass } from '#/kernel/access/roles.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import { isPartialDay } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { linesOf } from '../access-log/read-value.ts';
import { both, valueText } from '../journal/value-text.ts';

/** The class of a sensitive field; null: it is none. */
export function classOf(field: string): SensitiveClass | null {
  return Object.hasOwn(classOfField, field) ? classOfField[field as keyof typeof classOfField] : null;
}

/** What a field of a record, or one of its further items, is called. */
export function labelOf(field: string): Bilingual {
  return (recordFieldNames.has(field) ? fieldTitle(field) : null) ?? detailTitle(field);
}

/** The change as `member.corrected` takes it: a field of the record, or one of its further items. Throws `correction.value`. */
export function changeOf(field: string, after: unknown): Record<string, unknown> {
  const parsed = recordChangeSchema.safeParse(wished(field, after));
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues.map((issue) => issue.message).join('; ');
  throw new Problem('correction.value', `This cannot stand in the field "${field}": ${message}`, {
    fields: [{ field: 'after', code: 'correction.value', message: `${labelOf(field).en}: ${message}` }],
  });
}

/** Whether nothing may stand there: a name cannot be taken away, an occupation can. */
export function mayBeEmpty(field: string): boolean {
  return recordChangeSchema.safeParse(wished(field, null)).success;
}

const wished = (field: string, after: unknown) =>
  recordFieldNames.has(field) ? { [field]: after } : { details: { [field]: after } };

/** A value as people write it; an address or a family in one line. Null: nothing. */
export function writtenValue(field: string, value: unknown): Bilingual | null {
  if (value === null || value === undefined) return null;
  if (classOf(field) !== null) return both(linesOf(value).join('; '));
  // What somebody typed is no code, though it may read like one.
  if (typeof value === 'string' && !Object.hasOwn(catalogues, field) && !isPartialDay(value)) return both(value);
  return valueText(field, value, () => null);
}
