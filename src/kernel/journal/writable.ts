import type { FieldProblem } from '#/platform/errors.ts';

/** Where a line has text that no database and no JSON file can hold: a NUL, or half of a pair of surrogates. */
export function unwritable(value: unknown, path: readonly string[] = []): FieldProblem[] {
  if (typeof value === 'string') return isWritable(value) ? [] : [fault(path)];
  if (typeof value !== 'object' || value === null) return [];
  const found: FieldProblem[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (!isWritable(key)) found.push(fault(path));
    found.push(...unwritable(inner, [...path, key]));
  }
  return found;
}

const isWritable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

function fault(path: readonly string[]): FieldProblem {
  const message = 'The text has a character that cannot be stored (a NUL, or half of a pair of surrogates).';
  return { field: path.join('.'), code: 'field.invalid', message };
}
