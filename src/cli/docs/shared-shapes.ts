import type { FieldDescription } from '#/server/describe-fields.ts';
import type { KindDescription } from '#/server/describe-kind.ts';

interface Shape {
  name: string;
  title: string;
  /** Names as they stand inside the shape. */
  fields: FieldDescription[];
}

const shared = [
  {
    type: 'new-unit',
    name: 'new unit',
    title: 'A unit that the act brings into the register. `parent` may name a unit of the same file.',
  },
  {
    type: 'new-person',
    name: 'new person',
    title: 'A person that the act brings into the register. `code` is how later lines name them; it is unique.',
  },
] as const;

/** What the kernel adds to every new subject. */
const ownMeanings: Readonly<Record<string, string>> = {
  id: 'không nêu thì suy ra từ mã của việc',
  code: 'mã dùng trong tệp và trong sổ; là duy nhất',
};

/**
 * New units and persons have dozens of fields and stand in a dozen kinds: told once. `shorten` leaves a kind's fields
 * without what the shape tells, except what the kind itself demands more.
 */
export function sharedShapes(kinds: readonly KindDescription[]): {
  all: Shape[];
  shorten: (fields: readonly FieldDescription[]) => FieldDescription[];
} {
  const all = shared.flatMap(({ type, name, title }) => {
    for (const { fields } of kinds) {
      const whole = fields.find(({ types }) => types.includes(type));
      if (whole !== undefined) return [{ name, title, fields: inside(fields, whole) }];
    }
    return [];
  });
  const shorten = (fields: readonly FieldDescription[]) => {
    const told = fields.filter(({ types }) => types.some((type) => shared.some((shape) => shape.type === type)));
    return fields.filter((field) => !told.some((whole) => field.field.startsWith(prefixOf(whole))));
  };
  return { all, shorten };
}

function prefixOf({ field, isList }: FieldDescription): string {
  return isList ? `${field}[].` : `${field}.`;
}

function inside(fields: readonly FieldDescription[], whole: FieldDescription): FieldDescription[] {
  const prefix = prefixOf(whole);
  return fields
    .filter(({ field }) => field.startsWith(prefix))
    .map((field) => ({ ...field, field: field.field.slice(prefix.length) }))
    .map((field) => ({ vi: ownMeanings[field.field], ...field }));
}
