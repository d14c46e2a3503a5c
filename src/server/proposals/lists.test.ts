import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#/platform/ids.ts';
import { type Cast, openCast } from '#test/proposal-cast.ts';
import type { Asks } from '#test/seats.ts';

// A decision with a list, proposed as one: looked at, recorded or returned as a whole.

let office: Cast['office'];
let secretary: Cast['secretary'];
let officer: Cast['officer'];
let stranger: Cast['stranger'];
let foreign: Cast['foreign'];
let look: Cast['look'];
let record: Cast['record'];
let idsIn: Cast['idsIn'];
const people = ['Một', 'Hai', 'Ba'].map((name) => ({ id: uuidv7(), name: `Vũ Thị ${name}` }));
beforeAll(async () => {
  ({ office, secretary, officer, stranger, foreign, look, record, idsIn } = await openCast());
  const acts = people.map((person) => ({
    kind: 'member.registered',
    effectiveOn: '2020-01-01',
    person: { ...person, born: '1970-01-01', sex: 'female', admittedOn: '1995-05-19', officialOn: '1996-05-19' },
    cell: 'A.1.1',
    status: 'official',
  }));
  expect((await office.operator('/api/acts', { tenant: 'A', acts })).status).toBe(200);
}, 120_000);
afterAll(() => office.close());

const paper = { issuer: 'Đảng ủy A.1', number: '9-QĐ/ĐU', issuedOn: '2026-02-01' };
const transfer = (person: string | undefined, more: object = {}) => ({
  ...{ id: uuidv7(), kind: 'member.transferred', effectiveOn: '2026-02-10', paper, person, to: 'A.1.2', ...more },
});
const listOf = (...acts: object[]) => ({ id: uuidv7(), acts });
const all = () => listOf(...people.map(({ id }) => transfer(id)));
const send = async (asks: Asks, list: object) => {
  const answer = await asks('/api/proposals', list);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const membersOf = async (unit: string) =>
  (await office.operator(`/api/figures/members?unit=${unit}&tenant=A&on=2026-03-01`)).body.value;
const cellOf = async (person: string) =>
  (await office.operator(`/api/person-label/${person}?tenant=A&on=2026-03-01`)).body.unit.code;

describe('a list', () => {
  test('stands in the inbox as one line, says once what is alike and of each what is not, and is recorded in one go', async () => {
    const [first, second, third] = people.map(({ id }) => id);
    const effectiveOn = '2026-02-03';
    const list = listOf(
      ...[transfer(first, { effectiveOn }), transfer(second, { effectiveOn })],
      transfer(third, { effectiveOn, to: 'A.2.1' }),
    );
    expect(await send(secretary, list)).toMatchObject({ about: 'Vũ Thị Một', count: 3, to: { code: 'A.1' } });
    const { lines } = (await officer('/api/inbox?part=waiting')).body;
    expect(lines).toMatchObject([{ about: 'Vũ Thị Một', more: 2, opens: { page: 'proposal', id: list.id } }]);
    const seen = await look(officer, list.id);
    expect(seen).toMatchObject({ act: null, acts: null, paper, rehearsed: { isPossible: true } });
    expect(seen.lines.map((line: { about: string }) => line.about)).toEqual(people.map(({ name }) => name));
    expect(seen.lines.map((line: { fields: { value: { vi: string } }[] }) => line.fields[0]?.value.vi)).toEqual([
      ...['Đơn vị A.1.2', 'Đơn vị A.1.2', 'Đơn vị A.2.1'],
    ]);
    expect((await record(officer, list.id)).body).toMatchObject({ state: 'recorded', decided: { by: 'can-bo' } });
    expect(await Promise.all(people.map(({ id }) => cellOf(id)))).toEqual(['A.1.2', 'A.1.2', 'A.2.1']);
    const recorded = await Promise.all(
      list.acts.map(async (act) => (await officer(`/api/acts/${(act as { id: string }).id}`)).body),
    );
    expect(new Set(recorded.map(({ recordedAt }) => recordedAt)).size).toBe(1);
    for (const act of recorded)
      expect(act).toMatchObject({ recordedBy: 'can-bo', source: { proposal: { by: 'bi-thu' } } });
    expect(await record(officer, list.id)).toMatchObject({ status: 409, code: 'proposal.decided' });
    const back = people.map(({ id }) => transfer(id, { effectiveOn: '2026-02-04', to: 'A.1.1' }));
    expect((await office.operator('/api/acts', { tenant: 'A', acts: back })).status).toBe(200);
  });

  test('of which one act has become impossible is not recorded at all, and it is told whose it is', async () => {
    const list = all();
    await send(secretary, list);
    const died = { kind: 'member.died', effectiveOn: '2026-02-09', person: people[1]?.id };
    const { body } = await office.operator('/api/acts', { tenant: 'A', acts: [died] });
    const seen = await look(officer, list.id);
    expect(seen.rehearsed.isPossible).toBe(false);
    expect(seen.rehearsed.problems[0].act).toBe(1);
    expect(seen.lines).toHaveLength(3);
    expect(seen.news.map((one: { kind: string }) => one.kind)).toEqual(['member.died']);
    expect((await record(officer, list.id)).status).toBe(422);
    expect(await cellOf(people[0]?.id ?? '')).toBe('A.1.1');
    const undo = { kind: 'act.withdrawn', effectiveOn: '2026-02-09', withdraws: body.acts[0], reason: 'Nhầm' };
    expect((await office.operator('/api/acts', { tenant: 'A', acts: [undo] })).status).toBe(200);
  });

  test('that is returned comes back whole to who sent it, and is taken up again under new ids', async () => {
    const list = all();
    await send(secretary, list);
    expect((await officer(`/api/proposals/${list.id}/return`, { reason: 'Thiếu một đồng chí' })).status).toBe(200);
    const own = await look(secretary, list.id);
    expect(own).toMatchObject({ state: 'returned', can: { again: true } });
    expect(own.acts).toEqual(list.acts);
    expect((await send(secretary, { ...all(), follows: list.id })).follows).toBe(list.id);
  });

  test('is what a decision says: one kind, one day, one paper; else it is refused at the act that differs', async () => {
    const [first, second] = people.map(({ id }) => id);
    for (const more of [
      { effectiveOn: '2026-02-04' },
      { paper: { ...paper, number: '10' } },
      { kind: 'member.died' },
    ]) {
      const answer = await secretary('/api/proposals', listOf(transfer(first), transfer(second, more)));
      expect(answer).toMatchObject({ status: 422, code: 'proposal.mixed' });
      expect(answer.body.errors[0].field).toBe(`acts[1].${Object.keys(more)[0]}`);
    }
    const one = transfer(first);
    for (const sent of [{ act: one, ...listOf(one) }, { acts: [one] }, { id: uuidv7() }])
      expect(await secretary('/api/proposals', sent)).toMatchObject({ status: 422, code: 'proposal.one-or-list' });
    expect(await secretary('/api/proposals', listOf(one, one))).toMatchObject({ code: 'proposal.id-reused' });
    expect((await secretary('/api/proposals', listOf())).status).toBe(400);
    const many = listOf(...Array.from({ length: 501 }, () => transfer(first)));
    expect((await secretary('/api/proposals', many)).status).toBe(400);
    expect(await membersOf('A.1')).toBe(4);
  });
});

describe('attacks by a list', () => {
  test('one act of it that is beyond the place, or of a kind that is not theirs, refuses all of it', async () => {
    const elsewhere = await secretary('/api/proposals', listOf(transfer(people[0]?.id), transfer('P2')));
    expect(elsewhere.status).toBe(404);
    expect(elsewhere.text).not.toMatch(/Ngoài/);
    const expelled = listOf(transfer(people[0]?.id, { kind: 'member.expelled' }));
    expect(await secretary('/api/proposals', expelled)).toMatchObject({ status: 403, code: 'act.not-yours' });
  });

  test('the proposer does not record it, strangers do not find it, and its id and acts are not replaced', async () => {
    const list = all();
    await send(secretary, list);
    expect(await record(secretary, list.id)).toMatchObject({ status: 403, code: 'proposal.same-person' });
    for (const asks of [stranger, foreign]) {
      expect(await asks(`/api/proposals/${list.id}`)).toMatchObject({ status: 404, code: 'proposal.unknown' });
      expect(await idsIn(asks, 'in')).not.toContain(list.id);
      expect(await record(asks, list.id, '2027-01-01T00:00:00Z')).toMatchObject({ status: 404 });
    }
    await send(secretary, list); // sent again it is proposed once
    expect((await idsIn(secretary, 'out')).filter((one: string) => one === list.id)).toHaveLength(1);
    const shorter = { ...list, acts: list.acts.slice(1) };
    expect(await secretary('/api/proposals', shorter)).toMatchObject({ status: 409, code: 'proposal.id-reused' });
    for (const more of [{ competent: 'A.2' }, { state: 'recorded' }, { decidedBy: 'can-bo' }])
      expect(await secretary('/api/proposals', { ...all(), ...more })).toMatchObject({ status: 400 });
    const { seenAt } = await look(officer, list.id);
    const other = await officer(`/api/proposals/${list.id}/record`, { seenAt, acts: list.acts.slice(1) });
    expect(other).toMatchObject({ status: 400, code: 'request.invalid' });
    for (const act of list.acts) expect((await officer(`/api/acts/${(act as { id: string }).id}`)).status).toBe(404);
  });

  test('an act that the journal holds is not proposed again in a list', async () => {
    const act = transfer(people[2]?.id);
    expect((await office.operator('/api/acts', { tenant: 'A', acts: [act] })).status).toBe(200);
    const replay = await secretary('/api/proposals', listOf(act, transfer(people[0]?.id)));
    expect(replay).toMatchObject({ status: 409, code: 'proposal.id-reused' });
  });
});
