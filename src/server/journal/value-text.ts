import { fieldTitle } from '#/domain/words/field-words.ts';
import { valueWords } from '#/domain/words/value-words.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { isPartialDay } from '#/platform/day.ts';

/** The name of a person or unit by id; null where it is not known or may not be told. */
export type Named = (id: string) => string | null;

export const both = (text: string): Bilingual => ({ vi: text, en: text });

/** Texts of a list, in both languages. */
export function joined(parts: readonly Bilingual[], separator: string): Bilingual {
  return { vi: parts.map(({ vi }) => vi).join(separator), en: parts.map(({ en }) => en).join(separator) };
}

const shownAtMost = 3;

/** A value of a field as people read it. `field` is its last name. */
export function valueText(field: string, value: unknown, named: Named): Bilingual {
  if (Array.isArray(value)) {
    const shown = value.slice(0, shownAtMost).map((one) => valueText(field, one, named));
    const rest = value.length - shown.length;
    return rest > 0
      ? joined([...shown, { vi: `và ${rest} mục nữa`, en: `and ${rest} more` }], ', ')
      : joined(shown, ', ');
  }
  if (typeof value === 'object' && value !== null) return objectText(field, value as Record<string, unknown>, named);
  if (typeof value === 'string') {
    const name = named(value);
    if (name !== null) return both(name);
    if (value.length > 4 && isPartialDay(value)) return both(value.split('-').reverse().join('/'));
  }
  return valueWords(field, value as string) ?? both(String(value));
}

/** An object by its name; a record by what of it is told. */
function objectText(field: string, value: Record<string, unknown>, named: Named): Bilingual {
  const name = value.name ?? value.title;
  if (field !== 'record' && typeof name === 'string') return both(name);
  const labels = Object.keys(value).map((key) => {
    const title = fieldTitle(`${field}.${key}`) ?? both(key);
    return { vi: title.vi.toLocaleLowerCase('vi'), en: title.en.toLowerCase() };
  });
  if (field === 'record') return joined(labels, ', ');
  const parts = Object.entries(value).map(([key, one], i) => {
    const text = valueText(key, one, named);
    return { vi: `${labels[i]?.vi} ${text.vi}`, en: `${labels[i]?.en} ${text.en}` };
  });
  return joined(parts, ', ');
}
