import { Problem } from '#/platform/errors.ts';

/** Deeper than any form of ours; a body that is a hundred thousand lists in each other would overflow whoever reads it. */
const deepest = 32;

/** No text of ours holds a NUL or half a sign, and PostgreSQL takes neither. Throws `request.invalid`, `request.too-deep`. */
export function refuseStrange(asked: Record<string, unknown>): void {
  const waiting: { value: unknown; field: string; depth: number }[] = [{ value: asked, field: '', depth: 0 }];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { value, field, depth } = one;
    if (typeof value === 'string') refuseText(value, field);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) throw tooDeep(field);
    for (const [key, inner] of Object.entries(value)) {
      const path = field === '' ? key : `${field}.${key}`;
      refuseText(key, field);
      waiting.push({ value: inner, field: path, depth: depth + 1 });
    }
  }
}

function refuseText(text: string, field: string): void {
  if (text.includes('\0')) throw strange(field, 'holds the sign NUL, as no text does');
  if (!text.isWellFormed()) throw strange(field, 'holds half a sign (a lone surrogate)');
}

function strange(field: string, message: string): Problem {
  const fields = [{ field, code: 'field.invalid', message }];
  return new Problem('request.invalid', `${field}: ${message}`, { status: 400, fields });
}

function tooDeep(path: string): Problem {
  const field = path.split('.', 3).join('.');
  const message = `more than ${deepest} lists or objects lie in each other`;
  const fields = [{ field, code: 'request.too-deep', message }];
  return new Problem('request.too-deep', `${field}: ${message}`, { status: 400, fields });
}
