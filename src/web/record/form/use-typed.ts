import { useMemo, useState } from 'react';
import type { FieldProblem } from '#/platform/errors.ts';
import { thisDay } from '../../place.ts';
import { useRecordingText } from '../record-texts.ts';
import type { FormPlace, Told } from './form-context.ts';
import { useFormText } from './form-texts.ts';
import { type FieldNode, isGroup } from './nodes.ts';
import { bodyOf, type Path, type Values, valueAt, withValue } from './values.ts';

interface TypedOptions {
  nodes: readonly FieldNode[];
  tenant: string | undefined;
  /** What the server has said at fields. */
  refused?: readonly FieldProblem[];
  first?: Values;
}

/** A small form beside the great one of an act: what is typed, what of it is wrong, and what it makes. Missing fields are told once somebody tries. */
export function useTyped({ nodes, tenant, refused = [], first = {} }: TypedOptions) {
  const say = useFormText();
  const sayRecording = useRecordingText();
  const [values, setValues] = useState<Values>(first);
  const [isTried, setTried] = useState(false);
  const { body, faults } = useMemo(() => bodyOf(nodes, values), [nodes, values]);
  const missing = missingIn(nodes, values, []);
  const told = (path: string): Told[] => [
    ...faults.filter((fault) => fault.path === path).map(({ code }): Told => ({ text: say(code), tone: 'wrong' })),
    ...(isTried && missing.includes(path) ? [{ text: sayRecording('required'), tone: 'wrong' as const }] : []),
    ...refused
      .filter(({ field }) => field === path)
      .map(({ message, rule }): Told => ({ text: message, ...(rule === undefined ? {} : { rule }), tone: 'wrong' })),
  ];
  const place: FormPlace = {
    ...{ values, told, isTried, tenant: tenant ?? null, on: thisDay() },
    change: (path: Path, value: unknown) => setValues((before) => withValue(before, path, value) as Values),
  };
  return {
    ...{ values, body, place },
    /** Nothing is missing, and everything can be read. */
    isWhole: faults.length === 0 && missing.length === 0,
    tried: () => setTried(true),
    clear: () => {
      setValues({});
      setTried(false);
    },
  };
}

/** Required fields that are empty; inside what may be left out only where it was begun. */
function missingIn(nodes: readonly FieldNode[], values: unknown, above: Path): string[] {
  return nodes.flatMap((node) => {
    const path = [...above, node.name];
    const value = valueAt(values, [node.name]);
    const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
    if (Array.isArray(value)) {
      if (value.length === 0 && node.field.required) return [path.join('.')];
      return isGroup(node) ? value.flatMap((one, i) => missingIn(node.children, one, [...path, i])) : [];
    }
    if (isGroup(node) && !node.field.isList && typeof value === 'object' && value !== null)
      return missingIn(node.children, value, path);
    return isEmpty && node.field.required ? [path.join('.')] : [];
  });
}
