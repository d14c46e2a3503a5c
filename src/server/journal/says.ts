import { fieldTitle } from '#/domain/words/field-words.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { ActKind, Bilingual } from '#/kernel/journal/kind.ts';
import { type SchemaPath, schemaPaths } from '#/kernel/journal/schema-paths.ts';
import { phrases } from './phrases.ts';
import { both, joined, type Named, valueText } from './value-text.ts';

/** What an act says beside its kind and its subjects, in a few words: "ở Chi bộ thôn Một, chính thức". */
export function saysOf(kind: ActKind | undefined, act: Act, subjectIds: ReadonlySet<string>, named: Named): Bilingual {
  if (kind === undefined) return both('');
  const paths = schemaPaths(kind.schema);
  const parts = Object.keys(kind.schema.shape).flatMap((field) =>
    partOf(act.kind, field, act.body[field], paths, subjectIds, named),
  );
  return joined(parts, ', ');
}

/** Of a unit that is brought in, what is said beside its name. */
const ofNewUnits = ['kind', 'parent'] as const;

function partOf(
  kind: string,
  field: string,
  value: unknown,
  paths: readonly SchemaPath[],
  subjectIds: ReadonlySet<string>,
  named: Named,
): Bilingual[] {
  if (value === undefined || value === null) return [];
  const metas = paths.filter(({ path }) => path[0] === field);
  if (metas.some(({ path, meta }) => path.length === 1 && meta.sensitive !== undefined)) return [];
  const introduces = metas.find(({ path, meta }) => path.length === 1 && meta.introduces !== undefined);
  if (typeof value === 'string' && subjectIds.has(value)) return [];
  if (introduces !== undefined && typeof value === 'object') {
    if (introduces.meta.introduces === 'person') return [];
    const unit = value as Record<string, unknown>;
    return ofNewUnits.flatMap((one) => partOf(kind, one, unit[one], [], new Set(), named));
  }
  if (Array.isArray(value) && value.every((one) => subjectIds.has(idIn(one)))) return [];
  return phrased(kind, field, value, named);
}

function phrased(kind: string, field: string, value: unknown, named: Named): Bilingual[] {
  if (typeof value === 'boolean') {
    const phrase = phrases[`${field}=${value}`];
    return phrase === undefined || phrase === null ? [] : [phrase];
  }
  const phrase = phrases[field];
  if (phrase === null) return [];
  const text = valueText(field, value, named);
  // A day under a name that means a place elsewhere ("to") is said with its label.
  if (phrase !== undefined && !(field === 'to' && text.vi.includes('/')))
    return [{ vi: phrase.vi.replace('{}', () => text.vi), en: phrase.en.replace('{}', () => text.en) }];
  const title = fieldTitle(field, kind) ?? both(field);
  return [{ vi: `${title.vi.toLocaleLowerCase('vi')} ${text.vi}`, en: `${title.en.toLowerCase()} ${text.en}` }];
}

function idIn(value: unknown): string {
  return typeof value === 'string' ? value : ((value as { id?: string } | null)?.id ?? '');
}
