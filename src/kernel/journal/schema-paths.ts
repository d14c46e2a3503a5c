import type { core, z } from 'zod';
import { type FieldMeta, fieldMeta } from './refs.ts';

/** Where in a body a schema has marked a field; '*' stands for every element of an array or value of a record. */
export interface SchemaPath {
  path: readonly string[];
  meta: FieldMeta;
}

/** One value found at a path: the place it hangs at, so that a visitor can replace it. */
export interface Place {
  container: Record<string, unknown>;
  key: string;
  /** With the real index instead of '*'. */
  path: readonly string[];
}

export type Visitor = (value: unknown, place: Place) => void;

type Def = core.$ZodTypes['_zod']['def'];

const compiled = new WeakMap<z.ZodType, readonly SchemaPath[]>();

/**
 * Every marked field of a schema, outer before inner, in the order of declaration; compiled once per schema.
 * A field that may be one of two things (a new person or a reference) stands here twice, once with each meaning.
 * What lies inside a sensitive field is not looked at: it is sealed as a whole.
 */
export function schemaPaths(schema: z.ZodType): readonly SchemaPath[] {
  let paths = compiled.get(schema);
  if (paths === undefined) {
    const found = new Map<string, SchemaPath>();
    walk(schema, [], found, []);
    paths = [...found.values()];
    compiled.set(schema, paths);
  }
  return paths;
}

function walk(
  schema: core.$ZodType,
  path: readonly string[],
  found: Map<string, SchemaPath>,
  above: readonly core.$ZodType[],
): void {
  if (above.includes(schema))
    throw new Error(`The schema contains itself at "${path.join('.')}": its fields have no list.`);
  const meta = fieldMeta.get(schema as z.ZodType);
  if (meta?.refers !== undefined || meta?.introduces !== undefined || meta?.sensitive !== undefined) {
    const key = [meta.refers, meta.introduces, meta.sensitive, ...path].join('\u001f');
    if (!found.has(key)) found.set(key, { path, meta });
  }
  if (meta?.sensitive !== undefined) return;
  for (const [step, child] of children((schema as core.$ZodTypes)._zod.def))
    walk(child, step === null ? path : [...path, step], found, [...above, schema]);
}

/** The schemas one level down, each with the step that leads to it (null: the same place, seen through a wrapper). */
function children(def: Def): [string | null, core.$ZodType][] {
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape);
    case 'array':
      return [['*', def.element]];
    case 'record':
      return [['*', def.valueType]];
    case 'tuple':
      return def.items.map((item, index) => [String(index), item]);
    case 'union':
      return def.options.map((option) => [null, option]);
    case 'intersection':
      return [
        [null, def.left],
        [null, def.right],
      ];
    case 'pipe':
      return [
        [null, def.in],
        [null, def.out],
      ];
    case 'lazy':
      return [[null, def.getter()]];
    default:
      return 'innerType' in def ? [[null, def.innerType]] : [];
  }
}

/** Calls the visitor for every value that stands at the path; absent and null ones have nothing to visit. */
export function visitPath(body: Record<string, unknown>, path: readonly string[], visit: Visitor): void {
  if (path.length > 0) descend(body, path, 0, path, visit);
}

function descend(node: unknown, path: readonly string[], depth: number, real: readonly string[], visit: Visitor): void {
  if (typeof node !== 'object' || node === null) return; // a union: here stands its plain option
  const container = node as Record<string, unknown>;
  const step = path[depth] as string;
  // A copy of the keys: the visitor may replace values while we walk.
  const keys = step === '*' ? Object.keys(container) : [step];
  for (const key of keys) {
    const value = container[key];
    if (value === undefined || value === null) continue;
    const here = key === step ? real : real.with(depth, key);
    if (depth === path.length - 1) visit(value, { container, key, path: here });
    else descend(value, path, depth + 1, here, visit);
  }
}
