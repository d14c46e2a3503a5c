import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from '#/platform/canonical-json.ts';
import type { Act } from './act.ts';
import { envelopeKeys } from './envelope.ts';
import { canonicalLine, leafOf, toLine } from './line.ts';

const act: Act = {
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'unit.renamed',
  effectiveOn: '2020-05-19',
  actor: { unit: '01890000-0000-7000-8000-0000000000aa', body: 'committee' },
  paper: null,
  withdraws: null,
  after: null,
  note: '',
  body: { unit: '01890000-0000-7000-8000-0000000000bb', name: 'Đảng bộ xã Mẫu' },
  recordedAt: '2020-05-20T01:00:00.000001Z',
  recordedBy: 'officer',
  source: { via: 'screen' },
};

test('a line holds the envelope and the kind’s fields side by side; empty envelope keys are left out', () => {
  expect(Object.keys(toLine(act))).toEqual([
    'id',
    'kind',
    'effectiveOn',
    'actor',
    'unit',
    'name',
    'recordedAt',
    'recordedBy',
    'source',
  ]);
});

test('only the envelope’s empty keys are left out: a null of the kind’s own says something', () => {
  expect(toLine({ ...act, body: { unit: null } })).toHaveProperty('unit', null);
});

test('the sealed text is canonical: neither the order of keys nor that of storage changes it', () => {
  const { unit, name } = act.body;
  expect(canonicalLine({ ...act, body: { name, unit } })).toBe(canonicalLine(act));
  expect(canonicalLine(act)).toMatch(
    /^\{"actor":\{"body":"committee","unit":.*"recordedAt":"2020-05-20T01:00:00.000001Z"/,
  );
  expect(leafOf(act).toString('hex')).toBe(sha256Hex(canonicalLine(act)));
});

test('every key of the envelope is in the sealed text', () => {
  const full: Act = { ...act, paper: { issuer: 'A', number: '1' }, withdraws: act.id, after: act.id, note: 'x' };
  const changes: Partial<Act>[] = [
    { id: act.actor.unit as string },
    { kind: 'unit.moved' },
    { effectiveOn: '2020-05-18' },
    { actor: { unit: null, body: 'cell' } },
    { paper: null },
    { withdraws: null },
    { after: null },
    { note: null },
    { body: {} },
    { recordedAt: '2020-05-20T01:00:00.000002Z' },
    { recordedBy: 'other' },
    { source: { via: 'api' } },
  ];
  for (const change of changes)
    expect(canonicalLine({ ...full, ...change }), JSON.stringify(change)).not.toBe(canonicalLine(full));
  expect(new Set(Object.keys(toLine(full)))).toEqual(new Set([...envelopeKeys, 'unit', 'name']));
});

test('a field cannot hide an envelope key', () => {
  fc.assert(
    fc.property(fc.constantFrom(...envelopeKeys), fc.string(), (key, value) => {
      expect(() => toLine({ ...act, body: { [key]: value } })).toThrow(/envelope key/);
    }),
  );
});
