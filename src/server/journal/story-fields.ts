import { fieldTitle } from '#/domain/words/field-words.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { ActKind } from '#/kernel/journal/kind.ts';
import type { StoryField } from '#/kernel/journal/list-contract.ts';
import { sealedSchema } from '#/kernel/journal/refs.ts';
import { isUuid } from '#/platform/ids.ts';
import type { NameOf } from './names.ts';
import { both, valueText } from './value-text.ts';

/** A list longer than this is told by its beginning: thousands are assigned in a merger. */
const itemsShown = 20;

interface Named {
  persons: readonly string[];
  units: readonly string[];
}

/** The kind's own fields of an act as people read them, in the order in which the kind declares them. */
export function storyFields(kind: ActKind | undefined, act: Act, named: Named, nameOf: NameOf): StoryField[] {
  const units = new Set(named.units);
  const persons = new Set(named.persons);
  const linkOf = (value: unknown): StoryField['links'][number] | null => {
    if (!isUuid(value)) return null;
    const type = units.has(value) ? 'unit' : persons.has(value) ? 'person' : null;
    if (type === null) return { type: 'act', id: value, code: null };
    return { type, id: value, code: nameOf(type, value, act.effectiveOn).code };
  };
  const nameOfId = (id: string) =>
    units.has(id) || persons.has(id) ? nameOf(units.has(id) ? 'unit' : 'person', id, act.effectiveOn).name : null;
  const order = Object.keys(kind?.schema.shape ?? act.body);
  const keys = [
    ...order.filter((key) => key in act.body),
    ...Object.keys(act.body).filter((key) => !order.includes(key)),
  ];
  const found: StoryField[] = [];
  const tell = (field: string, value: unknown) => {
    if (value === null || value === undefined) return;
    const isSealed = sealedSchema.safeParse(value).success;
    if (!isSealed && typeof value === 'object' && !isPlainList(value)) return inside(field, value as object);
    const last = field.split('.').at(-1)?.replace('[]', '') ?? field;
    const label = fieldTitle(field.replaceAll(/\[\d+\]/g, '[]'), act.kind) ?? both(last);
    const values = [value].flat();
    const text = isSealed ? both('•••') : valueText(last, value, nameOfId);
    const links = isSealed ? [] : values.map(linkOf).filter((link) => link !== null);
    found.push({ field, label, value: text, isSealed, unseal: false, links });
  };
  const inside = (field: string, value: object) => {
    if (Array.isArray(value)) for (const [i, one] of value.slice(0, itemsShown).entries()) tell(`${field}[${i}]`, one);
    else for (const [key, one] of Object.entries(value)) if (key !== 'id') tell(`${field}.${key}`, one);
  };
  for (const key of keys) tell(key, act.body[key]);
  return found;
}

/** A list of values that stand on one line: codes, ids, texts. */
function isPlainList(value: object): boolean {
  return Array.isArray(value) && value.every((one) => typeof one !== 'object');
}
