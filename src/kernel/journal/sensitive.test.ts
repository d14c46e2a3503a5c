import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { derivedId } from '#/platform/ids.ts';
import { newPerson, personRef, sensitive } from './refs.ts';
import { concealBody, isSealed, revealBody } from './sensitive.ts';
import { makeVault } from './vault.ts';

const vault = makeVault({ keyId: 'k', encryption: randomBytes(32), lookup: randomBytes(32), content: randomBytes(32) });
const schema = z.strictObject({
  persons: z.array(newPerson({ name: z.string(), phone: sensitive(z.string(), 'phone').optional() })).optional(),
  person: personRef().optional(),
  record: z
    .strictObject({
      citizenId: sensitive(z.string(), 'citizen-id').nullish(),
      family: sensitive(z.array(z.string()), 'family').optional(),
    })
    .optional(),
});
const act = { id: '01890000-0000-7000-8000-00000000000a', subjectId: '01890000-0000-7000-8000-00000000000b' };
const newId = '01890000-0000-7000-8000-00000000000c';

test('no plain sensitive value stays in the body, and what was handed in is not touched', () => {
  const body = { person: act.subjectId, record: { citizenId: '036099000001', family: ['Mẹ: Bà Mẫu'] } };
  const before = structuredClone(body);
  const concealed = concealBody(schema, body, act, vault);
  expect(body).toEqual(before);
  expect(JSON.stringify(concealed)).not.toMatch(/036099000001|Bà Mẫu/);
  expect(concealed.rows.map(({ field, actId, subjectId, keyId }) => [field, actId, subjectId, keyId])).toEqual([
    ['citizen-id', act.id, act.subjectId, 'k'],
    ['family', act.id, act.subjectId, 'k'],
  ]);
});

test('the ref follows from the act and the path, so that the same act always has the same refs', () => {
  const body = {
    persons: [
      { id: newId, name: 'A' },
      { id: act.subjectId, name: 'B', phone: '0900000000' },
    ],
  };
  const { body: sealed, rows } = concealBody(schema, body, act, vault);
  expect(rows[0]?.ref).toBe(derivedId(act.id, 'sensitive', 'persons.1.phone'));
  expect(sealed).toMatchObject({ persons: [{ name: 'A' }, { phone: { ref: rows[0]?.ref } }] });
});

test('a value inside a person whom the act brings in belongs to that person', () => {
  const body = { persons: [{ id: newId, name: 'A', phone: '0900000000' }] };
  expect(concealBody(schema, body, act, vault).rows[0]?.subjectId).toBe(newId);
});

test('sealed values stay as they are, and a body without values is handed back itself', () => {
  const sealed = { ref: newId, commitment: 'f'.repeat(64) };
  const { body, rows } = concealBody(schema, { record: { citizenId: sealed } }, act, vault);
  expect([body, rows]).toEqual([{ record: { citizenId: sealed } }, []]);
  const plain = { person: act.subjectId, record: { citizenId: null } };
  expect(concealBody(schema, plain, act, vault).body).toBe(plain);
});

test('concealing and revealing gives every body back; erased values stay sealed', () => {
  const person = fc.record({ id: fc.uuid(), name: fc.string(), phone: fc.string() }, { requiredKeys: ['id', 'name'] });
  const record = fc.record({ citizenId: fc.option(fc.string()), family: fc.array(fc.string()) }, { requiredKeys: [] });
  const bodies = fc.record({ persons: fc.array(person), record }, { requiredKeys: [] });
  fc.assert(
    fc.property(bodies, fc.nat(), (body, n) => {
      const concealed = concealBody(schema, body, act, vault);
      expect(revealBody(schema, concealed.body, concealed.rows, vault)).toEqual(body);
      const erased = concealed.rows.map((row, index) => ({ ...row, cipher: index === n ? null : row.cipher }));
      const text = JSON.stringify(revealBody(schema, concealed.body, erased, vault));
      expect(text.split('"commitment"').length - 1).toBe(n < erased.length ? 1 : 0);
    }),
  );
});

test('a value that is not the one recorded is refused', () => {
  const { body, rows } = concealBody(schema, { record: { citizenId: '036099000001' } }, act, vault);
  const other = vault.conceal('036099000002', rows[0]?.ref as string, 'citizen-id').cipher;
  expect(() => revealBody(schema, body, [{ ref: rows[0]?.ref as string, cipher: other }], vault)).toThrow(
    /not the one/,
  );
});

test('only an object of exactly ref and commitment counts as sealed', () => {
  const sealed = { ref: newId, commitment: 'f'.repeat(64) };
  expect(isSealed(sealed)).toBe(true);
  for (const value of [null, 'x', {}, { ...sealed, more: 1 }, { ...sealed, ref: 'x' }])
    expect(isSealed(value)).toBe(false);
});
