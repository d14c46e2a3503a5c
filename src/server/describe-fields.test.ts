import { expect, test } from 'vitest';
import { z } from 'zod';
import { newPerson, personRef, sensitive, unitRef } from '#/kernel/journal/refs.ts';
import { isDay, isPartialDay } from '#/platform/day.ts';
import { describeFields } from './describe-fields.ts';

const day = () => z.string().refine(isDay);
const codes = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(z.enum(['male', 'female']));

function typesOf(shape: z.ZodRawShape): Record<string, string> {
  const fields = describeFields(z.strictObject(shape));
  return Object.fromEntries(
    fields.map(({ field, types, isList, required }) => [
      field,
      `${isList ? 'list of ' : ''}${types.join(' or ')}${required ? '' : '?'}`,
    ]),
  );
}

test('the type of a field is found from what its schema takes', () => {
  expect(
    typesOf({
      on: day(),
      born: z.string().refine(isPartialDay).optional(),
      id: z.uuid(),
      name: z.string().trim().min(1),
      year: z.int().min(1930).max(9998),
      value: z.number().nonnegative().nullish(),
      retired: z.boolean().default(false),
      status: z.enum(['official', 'probationary']),
      anything: z.unknown(),
      units: z.array(unitRef()).min(2),
    }),
  ).toEqual({
    on: 'day',
    born: 'partial-day?',
    id: 'id',
    name: 'text',
    year: 'whole-number',
    value: 'number?',
    retired: 'yes-no?',
    status: 'choice',
    anything: 'anything',
    units: 'list of unit',
  });
});

test('a field that names a person or brings one in has both forms, and the fields of the new one', () => {
  expect(typesOf({ person: z.union([personRef(), newPerson({ name: z.string() })]), cell: unitRef() })).toEqual({
    person: 'person or new-person',
    'person.id': 'id?',
    'person.code': 'text?',
    'person.name': 'text',
    cell: 'unit',
  });
});

test('lists and free keys are told with [] and *', () => {
  expect(
    typesOf({
      cards: z.array(z.strictObject({ number: z.string() })),
      details: z.record(z.string(), z.string()).optional(),
    }),
  ).toEqual({
    cards: 'list of object',
    'cards[].number': 'text',
    details: 'object?',
    'details.*': 'text',
  });
});

test('closed lists, defaults, meanings and sealed fields are told', () => {
  const shape = {
    sex: codes,
    body: z.enum(['a', 'b']).default('a'),
    health: sensitive(z.string(), 'health', 'tình trạng sức khỏe').optional(),
  };
  expect(describeFields(z.strictObject(shape))).toEqual([
    { field: 'sex', types: ['choice'], isList: false, required: true, values: ['male', 'female'] },
    { field: 'body', types: ['choice'], isList: false, required: false, values: ['a', 'b'], default: 'a' },
    {
      field: 'health',
      types: ['text'],
      isList: false,
      required: false,
      vi: 'tình trạng sức khỏe',
      sensitive: 'health',
    },
  ]);
});
