import { expect, test } from 'vitest';
import { register } from '#/server/parts.ts';
import { describeForms } from '#/server/recording/describe-form.ts';
import { nodesOf } from '#/web/record/form/nodes.ts';
import { readTypedNumber, readTypedPartialDay } from '#/web/record/form/typed.ts';
import { bodyOf, typedOf, valueAt, withValue } from '#/web/record/form/values.ts';

const forms = describeForms(register.parts, register.kinds.values());
const nodesOfKind = (name: string) => nodesOf(forms.find(({ kind }) => kind === name)?.fields ?? []);

test('the example of every kind, typed into its form, is recorded as it was', () => {
  for (const { kind, fields, example } of forms) {
    const nodes = nodesOf(fields);
    const own = Object.fromEntries(Object.entries(example).filter(([key]) => nodes.some(({ name }) => name === key)));
    const { body, faults } = bodyOf(nodes, typedOf(nodes, own));
    expect(faults, kind).toEqual([]);
    expect(body, kind).toEqual(own);
  }
});

test('empty fields fall away, and what cannot be read is told at its path', () => {
  const typed = {
    person: { name: ' Lê Văn Thử ', born: '31/02/1990', phone: '' },
    cell: 'A.1',
    decisionReceivedOn: '5/5/2024',
  };
  expect(bodyOf(nodesOfKind('member.admitted'), typed)).toEqual({
    body: { person: { name: 'Lê Văn Thử' }, cell: 'A.1', decisionReceivedOn: '2024-05-05' },
    faults: [{ path: 'person.born', code: 'notADay' }],
  });
});

test('a sealed value of a corrected act stays sealed, and whom it brought in keeps the id', () => {
  const sealed = { ref: '0190163d-8694-739b-aea5-966c26f8ad91', commitment: 'ab' };
  const body = { person: { id: 'x', name: 'Lê Văn Thử', born: '1990-05', citizenId: sealed }, cell: 'A.1' };
  const nodes = nodesOfKind('member.admitted');
  const typed = typedOf(nodes, body);
  expect(valueAt(typed, ['person', 'born'])).toBe('05/1990');
  expect(bodyOf(nodes, typed).body).toEqual(body);
});

test('values are put at a path without touching the others', () => {
  const before = { person: { family: [{ name: 'A' }] }, cell: 'A.1' };
  const after = withValue(before, ['person', 'family', 1, 'name'], 'B');
  expect(after).toEqual({ person: { family: [{ name: 'A' }, { name: 'B' }] }, cell: 'A.1' });
  expect(before.person.family).toHaveLength(1);
  expect(withValue(after, ['cell'], undefined)).not.toHaveProperty('cell');
});

test('days known to the month or year and numbers are read as people write them', () => {
  expect(['2/2025', '2025', '1/2/2025', '13/2025', 'x'].map(readTypedPartialDay)).toEqual([
    '2025-02',
    '2025',
    '2025-02-01',
    null,
    null,
  ]);
  expect(['1.234', '12', '1,5', 'x'].map((text) => readTypedNumber(text, false))).toEqual([1234, 12, 1.5, null]);
  expect(readTypedNumber('1,5', true)).toBeNull();
});
