import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#/platform/ids.ts';
import { type Cast, openCast } from '#test/proposal-cast.ts';
import { id } from '#test/two-communes.ts';

// Where a member goes may lie beyond the place of who proposes it: a cell is found by name or code, and nothing else is told.

let office: Cast['office'];
let secretary: Cast['secretary'];
let officer: Cast['officer'];
let look: Cast['look'];
let record: Cast['record'];
beforeAll(async () => {
  ({ office, secretary, officer, look, record } = await openCast());
}, 120_000);
afterAll(() => office.close());

const found = (q: string, kind = 'member.transferred') =>
  secretary(`/api/destinations?kind=${kind}&q=${encodeURIComponent(q)}`);
const codes = async (q: string) => (await found(q)).body.units.map(({ code }: { code: string }) => code);

test('a cell of another commune is found by its code and by words of its name, with those above it and nothing more', async () => {
  const { body } = await found('A.2.1');
  const above = ['A', 'A.2'].map((code) => ({ code, name: `Đơn vị ${code}` }));
  expect(body.units).toEqual([{ code: 'A.2.1', name: 'Đơn vị A.2.1', path: above }]);
  expect(await codes('don vi')).toEqual(['A.1.1', 'A.1.2', 'A.2.1']);
});

test('only units that members live in are found, and only of the own register', async () => {
  expect(await codes('A.2')).toEqual(['A.2.1']);
  expect(await codes('B.1')).toEqual([]);
  expect(await secretary('/api/destinations?kind=member.transferred&q=B.1&tenant=B')).toMatchObject({ status: 404 });
});

test('whoever names nobody’s destination asks in vain: kinds that are not theirs, and kinds that send nobody anywhere', async () => {
  expect(await found('A.2', 'unit.dissolved')).toMatchObject({ status: 403, code: 'act.not-yours' });
  expect(await found('A.2', 'member.recognised')).toMatchObject({ status: 422, code: 'destination.none' });
  expect(await found('A.2', 'member.none')).toMatchObject({ status: 422, code: 'kind.unknown' });
  expect((await found('A')).status).toBe(400);
  expect((await secretary('/api/units/A.2.1')).status).toBe(404);
});

test('the secretary proposes a transfer to it, who decides is told its name, and it is recorded', async () => {
  const act = {
    ...{ id: uuidv7(), kind: 'member.transferred', effectiveOn: '2026-02-03', person: id('person P1'), to: 'A.2.1' },
    paper: { issuer: 'Đảng ủy A.1', number: '3-GT', issuedOn: '2026-02-01' },
  };
  const tried = await secretary('/api/acts/rehearse', { acts: [act], asProposal: true });
  expect(tried.body.isPossible, tried.text).toBe(true);
  expect(tried.body.figures.filter(({ unit }: { unit: { code: string } }) => unit.code.startsWith('A.2'))).toEqual([]);
  expect((await secretary('/api/proposals', { act })).status).toBe(200);
  for (const asks of [secretary, officer]) {
    const { fields } = await look(asks, act.id);
    expect(fields).toContainEqual(
      expect.objectContaining({ field: 'to', value: { vi: 'Đơn vị A.2.1', en: 'Đơn vị A.2.1' } }),
    );
  }
  expect((await record(officer, act.id)).body).toMatchObject({ state: 'recorded' });
  const { body } = await office.operator(`/api/person-label/${id('person P1')}?tenant=A&on=2026-03-01`);
  expect(body.unit.code).toBe('A.2.1');
});
