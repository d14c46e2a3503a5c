import { readTypedDay } from '../../period/read-moment.ts';
import { type FieldNode, isType } from './nodes.ts';
import { readTypedNumber, readTypedPartialDay, writePartialDay } from './typed.ts';

/** A form as typed so far: keys as in an act, days and numbers as the texts that were typed. */
export type Values = Record<string, unknown>;
export type Path = readonly (string | number)[];

/** Something typed that is not what the field takes. */
export interface Fault {
  path: string;
  code: 'notADay' | 'notANumber';
}

export const keyOf = (path: Path): string => path.join('.');

export function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? (inner as Values)[step] : undefined),
    values,
  );
}

/** The same with another value at the path; `undefined` takes the key out. */
export function withValue(values: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const inner =
    typeof values === 'object' && values !== null ? values : typeof step === 'number' ? ([] as unknown[]) : {};
  const below = withValue((inner as Values)[step], rest, value);
  if (Array.isArray(inner)) return Object.assign([...inner], { [step]: below });
  const { [step]: _before, ...others } = inner as Values;
  return below === undefined ? others : { ...inner, [step]: below };
}

/** What is to be recorded of what was typed: empty fields fall away; what cannot be read is a fault, and falls away too. */
export function bodyOf(nodes: readonly FieldNode[], values: Values): { body: Values; faults: Fault[] } {
  const faults: Fault[] = [];
  return { body: groupOf(nodes, values, [], faults), faults };
}

function groupOf(nodes: readonly FieldNode[], values: Values, path: Path, faults: Fault[]): Values {
  // The id of whom the act brings in stays what it was when the act is corrected.
  const body: Values = typeof values.id === 'string' && path.length > 0 ? { id: values.id } : {};
  for (const node of nodes) {
    if (node.name === '*') return starred(node, values, path, faults);
    const value = read(node, values[node.name], [...path, node.name], faults);
    if (value !== undefined) body[node.name] = value;
  }
  return body;
}

/** An object whose keys are one's own, typed as pairs. */
function starred(node: FieldNode, values: Values, path: Path, faults: Fault[]): Values {
  const pairs = Object.entries(values).filter(([key]) => key !== '');
  const read = pairs.map(([key, value]) => [key, readOne(node, value, [...path, key], faults)]);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function read(node: FieldNode, value: unknown, path: Path, faults: Fault[]): unknown {
  if (!node.field.isList) return readOne(node, value, path, faults);
  const items = Array.isArray(value) ? value : [];
  const found = items.flatMap((item, i) => readOne(node, item, [...path, i], faults) ?? []);
  return found.length > 0 ? found : undefined;
}

function readOne(node: FieldNode, value: unknown, path: Path, faults: Fault[]): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object') {
    if (isSealedValue(value)) return value;
    const body = groupOf(node.children, value as Values, path, faults);
    return Object.keys(body).length > 0 || node.field.required ? body : undefined;
  }
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return undefined;
  const take = <T>(got: T | null, code: Fault['code']): T | undefined => {
    if (got === null) faults.push({ path: keyOf(path), code });
    return got ?? undefined;
  };
  if (isType(node, 'day')) return take(readTypedDay(text), 'notADay');
  if (isType(node, 'partial-day')) return take(readTypedPartialDay(text), 'notADay');
  if (isType(node, 'whole-number', 'number')) return take(readTypedNumber(text, !isType(node, 'number')), 'notANumber');
  return text;
}

/** A recorded act's values as they would be typed. Sealed ones stay as they are: they are kept unless typed anew. */
export function typedOf(nodes: readonly FieldNode[], body: Values): Values {
  const typed: Values = {};
  for (const [key, value] of Object.entries(body)) {
    const node = nodes.find(({ name }) => name === key || name === '*');
    if (node !== undefined && value !== null)
      typed[key] = Array.isArray(value) ? value.map((one) => typedOne(node, one)) : typedOne(node, value);
    else if (key === 'id') typed.id = value;
  }
  return typed;
}

function typedOne(node: FieldNode, value: unknown): unknown {
  if (typeof value === 'number') return node.field.values === undefined ? String(value) : value;
  if (typeof value === 'object' && value !== null)
    return isSealedValue(value) ? value : typedOf(node.children, value as Values);
  return typeof value === 'string' && isType(node, 'day', 'partial-day') ? writePartialDay(value) : value;
}

/** The place of a value that the journal keeps sealed. */
export function isSealedValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ref' in value && 'commitment' in value;
}
