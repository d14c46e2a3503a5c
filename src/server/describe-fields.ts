import type { core, z } from 'zod';
import type { fieldTypes } from '#/kernel/journal/contract.ts';
import { type FieldMeta, fieldMeta, sealedSchema } from '#/kernel/journal/refs.ts';

export type FieldType = (typeof fieldTypes)[number];

/** One field of a line, found in the schema. */
export interface FieldDescription {
  /** 'person.born'; '[]' stands for each of a list, '*' for each key of one's own. */
  field: string;
  /** Usually one; a field that names a person or brings one in has two. */
  types: FieldType[];
  isList: boolean;
  required: boolean;
  /** What it means. */
  vi?: string;
  /** The closed list that the value comes from. */
  values?: (string | number)[];
  default?: unknown;
  /** The value is kept sealed, never in plain in the journal; the class of it. */
  sensitive?: string;
  /** The unit may lie beyond the place of who names it. */
  beyond?: true;
}

type Def = core.$ZodTypes['_zod']['def'];
type Schema = core.$ZodType;

/** Every field of an object schema, outer before inner, in the order of declaration. */
export function describeFields(schema: z.ZodType): FieldDescription[] {
  const found = new Map<string, FieldDescription>();
  describeInside(schema, '', found);
  return [...found.values()];
}

/** What is behind wrappers: optional, with a default, one of several. */
interface Unwrapped {
  /** The forms a value may have. */
  forms: Schema[];
  required: boolean;
  isList: boolean;
  default?: unknown;
  meta: FieldMeta;
}

function unwrap(schema: Schema): Unwrapped {
  const own = fieldMeta.get(schema as z.ZodType) ?? {};
  const def = (schema as core.$ZodTypes)._zod.def;
  if (def.type === 'union') {
    const options = def.options.filter((option) => option !== sealedSchema).map(unwrap);
    const forms = options.flatMap((option) => option.forms);
    const meta = { ...Object.assign({}, ...options.map((option) => option.meta)), ...own };
    return {
      forms,
      required: options.every((option) => option.required),
      isList: options.some((option) => option.isList),
      meta,
    };
  }
  if (def.type === 'array') {
    const inner = unwrap(def.element);
    return { ...inner, required: true, isList: true, meta: { ...inner.meta, ...own } };
  }
  const inner = innerOf(def);
  if (inner === undefined) return { forms: [schema], required: true, isList: false, meta: own };
  const below = unwrap(inner);
  const isOptional = def.type === 'optional' || def.type === 'nullable' || def.type === 'default';
  const given = def.type === 'default' ? { default: def.defaultValue } : {};
  return { ...below, ...given, required: below.required && !isOptional, meta: { ...below.meta, ...own } };
}

function innerOf(def: Def): Schema | undefined {
  // A closed list is read as text and becomes one of its codes: what it can become is what there is to know.
  if (def.type === 'pipe') return (def.out as core.$ZodTypes)._zod.def.type === 'enum' ? def.out : def.in;
  if (def.type === 'lazy') return def.getter();
  return 'innerType' in def ? def.innerType : undefined;
}

function describeInside(schema: Schema, path: string, found: Map<string, FieldDescription>): void {
  const def = (schema as core.$ZodTypes)._zod.def;
  if (def.type === 'record') describe(def.valueType, `${path}.*`, found);
  if (def.type !== 'object') return;
  for (const [name, field] of Object.entries(def.shape)) describe(field, path === '' ? name : `${path}.${name}`, found);
}

function describe(schema: Schema, field: string, found: Map<string, FieldDescription>): void {
  if (found.has(field)) return; // two forms of one field that share it
  const { forms, required, isList, meta, ...rest } = unwrap(schema);
  const values = forms.flatMap(valuesOf);
  found.set(field, {
    field,
    types: [...new Set(forms.map(typeOf))],
    isList,
    required,
    ...(meta.vi === undefined ? {} : { vi: meta.vi }),
    ...(values.length === 0 ? {} : { values }),
    ...(rest.default === undefined ? {} : { default: rest.default }),
    ...(meta.sensitive === undefined ? {} : { sensitive: meta.sensitive }),
    ...(meta.beyond === undefined ? {} : { beyond: meta.beyond }),
  });
  for (const form of forms) describeInside(form, isList ? `${field}[]` : field, found);
}

function valuesOf(schema: Schema): (string | number)[] {
  const def = (schema as core.$ZodTypes)._zod.def;
  if (def.type === 'enum') return Object.values(def.entries);
  return def.type === 'literal'
    ? def.values.filter((value) => typeof value === 'string' || typeof value === 'number')
    : [];
}

function typeOf(schema: Schema): FieldType {
  const { refers, introduces } = fieldMeta.get(schema as z.ZodType) ?? {};
  if (refers !== undefined) return refers;
  if (introduces !== undefined) return `new-${introduces}`;
  const def = (schema as core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'string':
      return textType(schema as z.ZodType);
    case 'number':
      return numberType(schema as z.ZodType);
    case 'boolean':
      return 'yes-no';
    case 'enum':
    case 'literal':
      return 'choice';
    case 'object':
    case 'record':
      return 'object';
    default:
      return 'anything';
  }
}

const anId = '0190163d-8694-739b-aea5-966c26f8ad91';

/** A refinement does not say what it asks for, so it is tried. */
function textType(schema: z.ZodType): FieldType {
  const takes = (text: string) => schema.safeParse(text).success;
  if (takes(anId) && !takes('ab')) return 'id';
  if (takes('2020-02-29') && !takes('ab') && !takes('2020-02-30')) return takes('2020') ? 'partial-day' : 'day';
  return 'text';
}

function numberType(schema: z.ZodType): FieldType {
  const takes = (value: number) => schema.safeParse(value).success;
  const whole = [1, 50, 2020].find(takes);
  return whole !== undefined && !takes(whole + 0.5) ? 'whole-number' : 'number';
}
