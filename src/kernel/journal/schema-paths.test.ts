import { expect, test } from 'vitest';
import { z } from 'zod';
import { newPerson, newUnit, personRef, sensitive, unitRef } from './refs.ts';
import { schemaPaths, visitPath } from './schema-paths.ts';

const schema = z.strictObject({
  into: z.array(newUnit({ name: z.string(), parent: unitRef().optional() })),
  person: z.union([personRef(), newPerson({ phone: sensitive(z.string(), 'phone').nullish() })]),
  assign: z.array(z.strictObject({ person: personRef(), to: unitRef() })).default([]),
  cards: z.record(z.string(), z.strictObject({ number: sensitive(z.string(), 'card') })).optional(),
  host: unitRef().nullable().optional().readonly(),
  family: sensitive(z.array(z.strictObject({ name: z.string(), cell: unitRef() })), 'family').optional(),
});

test('finds every marked field through arrays, records, unions and wrappers, outer before inner', () => {
  const paths = schemaPaths(schema).map(({ path, meta }) => [
    path.join('.'),
    meta.refers ?? meta.introduces ?? meta.sensitive,
  ]);
  expect(paths).toEqual([
    ['into.*', 'unit'],
    ['into.*.parent', 'unit'],
    ['person', 'person'],
    ['person', 'person'],
    ['person.phone', 'phone'],
    ['assign.*.person', 'person'],
    ['assign.*.to', 'unit'],
    ['cards.*.number', 'card'],
    ['host', 'unit'],
    ['family', 'family'],
  ]);
});

test('a field that is a reference or a new person stands in the list with both meanings', () => {
  const metas = schemaPaths(schema)
    .filter(({ path }) => path.join('.') === 'person')
    .map(({ meta }) => Object.keys(meta).find((key) => key !== 'vi'));
  expect(metas).toEqual(['refers', 'introduces']);
});

test('compiles a schema once', () => {
  expect(schemaPaths(schema)).toBe(schemaPaths(schema));
});

test('a schema that contains itself is refused', () => {
  const tree = z.strictObject({
    unit: unitRef(),
    get under() {
      return z.array(tree).optional();
    },
  }) as z.ZodObject;
  expect(() => schemaPaths(tree)).toThrow(/contains itself/);
});

test('visits every value with its real path and lets the visitor replace it', () => {
  const body = {
    assign: [
      { person: 'P1', to: 'A' },
      { person: 'P2', to: 'B' },
    ],
  };
  const seen: unknown[] = [];
  visitPath(body, ['assign', '*', 'to'], (value, { container, key, path }) => {
    seen.push([value, path.join('.')]);
    container[key] = `${value}!`;
  });
  expect(seen).toEqual([
    ['A', 'assign.0.to'],
    ['B', 'assign.1.to'],
  ]);
  expect(body.assign.map(({ to }) => to)).toEqual(['A!', 'B!']);
});

test('visits nothing where the value is absent, null, or the plain option of a union', () => {
  const seen: unknown[] = [];
  for (const body of [{}, { person: 'P1' }, { person: null }, { person: { phone: null } }])
    visitPath(body, ['person', 'phone'], (value) => seen.push(value));
  expect(seen).toEqual([]);
});
