import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#/platform/ids.ts';
import { type Answer, type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';

let office: Office;
let member: Asks;
let secretary: Asks;
let officer: Asks;
let cellOfficer: Asks;
let stranger: Asks;
const p1 = id('person P1');
const p2 = id('person P2');

beforeAll(async () => {
  office = await openOffice(['A']);
  const { operator } = office;
  expect((await operator('/api/acts', { tenant: 'A', acts: ofA })).status).toBe(200);
  const seat = async (login: string, role: string, unit: string) =>
    office.as({ login, capacity: await office.grant(login, role, unit) });
  member = await seat('dang-vien', 'member', 'A.1.1');
  secretary = await seat('bi-thu', 'cell-secretary', 'A.1.1');
  officer = await seat('can-bo', 'committee-officer', 'A.1');
  cellOfficer = await seat('can-bo-chi-bo', 'committee-officer', 'A.1.1');
  stranger = await seat('can-bo-khac', 'committee-officer', 'A.2');
  expect((await officer(`/api/people/${p1}/account`, { login: 'dang-vien', reason: 'x' })).status).toBe(200);
});
afterAll(() => office.close());

const wish = { field: 'born', after: '1970-01-11', reason: 'Giấy khai sinh ghi ngày 11' };
const decide = (asks: Asks, request: string, isAccepted: boolean, more = {}) =>
  asks(`/api/corrections/${request}/decide`, { isAccepted, reason: 'Đã đối chiếu', ...more });
const expectProblem = (answer: Answer, status: number, code: string) =>
  expect([answer.status, answer.code], answer.text.slice(0, 300)).toEqual([status, code]);
const bornOf = async () =>
  (await officer(`/api/members/${p1}`)).body.sheet.find(({ key }: { key: string }) => key === 'born').lines[0].text.vi;
const actsOf = async () => (await officer(`/api/acts?about=${p1}`)).body.acts as { id: string; kind: string }[];

test('a request changes nothing; it names what stands there, what should and why, and is seen by both sides', async () => {
  const before = (await actsOf()).length;
  const asked = await member('/api/corrections', { id: uuidv7(), ...wish });
  expect(asked.body, asked.text).toMatchObject({
    ...{ person: p1, name: 'Nguyễn Thị Trong', field: 'born', before: '1970-01-01', after: '1970-01-11' },
    ...{ reason: wish.reason, askedBy: 'dang-vien', decision: null, can: { decide: false } },
  });
  expect(await bornOf()).toBe('01/01/1970');
  expect(await actsOf()).toHaveLength(before);
  const inbox = (await officer('/api/corrections')).body.corrections;
  expect(inbox).toEqual([{ ...asked.body, can: { decide: true } }]);
  const { lines } = (await officer('/api/inbox')).body;
  expect(lines).toMatchObject([
    { source: 'corrections', id: asked.body.id, by: 'dang-vien', opens: { page: 'corrections' } },
  ]);
  expect((await stranger('/api/corrections')).body.corrections).toEqual([]);
  expectProblem(await stranger(`/api/corrections/${asked.body.id}`), 404, 'correction.unknown');
  // The same id again is the same request.
  await member('/api/corrections', { id: asked.body.id, ...wish });
  expect((await member('/api/corrections')).body.corrections).toHaveLength(1);
});

test('the grassroots organisation decides: neither the cell nor whoever asked; accepted, an ordinary act corrects the record', async () => {
  const [{ id: request }] = (await member('/api/corrections')).body.corrections;
  expectProblem(await decide(secretary, request, true), 403, 'permission.missing');
  expectProblem(await decide(cellOfficer, request, true), 403, 'correction.not-competent');
  expectProblem(await decide(stranger, request, true), 404, 'correction.unknown');
  const own = await officer('/api/corrections', { person: p1, field: 'birthPlace', after: 'Xã Mẫu', reason: 'x' });
  expectProblem(await decide(officer, own.body.id, true), 403, 'correction.own');
  const paper = { issuer: 'Đảng ủy A.1', number: '5-TB/ĐU', issuedOn: '2026-01-05' };
  const decided = await decide(officer, request, true, { effectiveOn: '2026-01-05', paper });
  expect(decided.body, decided.text).toMatchObject({
    decision: { isAccepted: true, by: 'can-bo', reason: 'Đã đối chiếu' },
  });
  expect(await bornOf()).toBe('11/01/1970');
  const act = (await actsOf()).find((one) => one.id === decided.body.decision.act);
  expect(act).toMatchObject({ kind: 'member.corrected', recordedBy: 'can-bo' });
  expectProblem(await decide(officer, request, false), 409, 'correction.decided');
  expect((await member(`/api/corrections/${request}`)).body.decision).toMatchObject({ isAccepted: true });
});

test('a refusal needs its reason and records no act', async () => {
  const before = (await actsOf()).length;
  const { body } = await secretary('/api/corrections', { person: p1, field: 'sex', after: 'male', reason: 'x' });
  expect((await officer(`/api/corrections/${body.id}/decide`, { isAccepted: false })).status).toBe(400);
  expect((await decide(officer, body.id, false)).body.decision).toMatchObject({ isAccepted: false, act: null });
  expect(await actsOf()).toHaveLength(before);
  expect((await member('/api/corrections?state=decided')).body.corrections[0]).toMatchObject({ id: body.id });
});

test('when the act is refused the request stays open', async () => {
  const { body } = await secretary('/api/corrections', {
    person: p1,
    field: 'officialOn',
    after: '1990-01-01',
    reason: 'x',
  });
  const tried = await decide(officer, body.id, true, { effectiveOn: '2019-01-01' }); // before the register opens
  expect(tried.status, tried.text).toBeGreaterThanOrEqual(400);
  expect((await officer(`/api/corrections/${body.id}`)).body.decision).toBeNull();
});

test('sensitive values lie encrypted, are masked but to whoever typed them, and opened by a press that is logged', async () => {
  const asked = await member('/api/corrections', { field: 'phone', after: '0911222333', reason: 'đổi số' });
  const { id: request } = asked.body;
  expect(asked.body).toMatchObject({ before: null, after: '0911222333', isMasked: false, isSensitive: true });
  const inbox = await officer('/api/corrections');
  expect(inbox.text).not.toMatch(/0911222333|0900000001/);
  expect(inbox.body.corrections[0]).toMatchObject({ id: request, after: null, isMasked: true });
  const room = await office.installation.room('A');
  const { rows } = await room.read({ actor: 'x' }, ({ client }) =>
    client.query('select cipher from correction where id = $1', [request]),
  );
  expect(rows[0].cipher.includes('0911222333')).toBe(false);
  expect((await officer(`/api/corrections/${request}/reveal`, { reason: 'đối chiếu' })).body).toMatchObject({
    after: '0911222333',
  });
  const [line] = (await office.operator('/api/access-log?tenant=A')).body.accesses;
  expect(line).toMatchObject({
    action: 'correction.revealed',
    actor: 'can-bo',
    reason: 'đối chiếu',
    persons: [{ id: p1 }],
  });
  expect((await decide(officer, request, true)).body.decision).toMatchObject({ isAccepted: true });
  expect((await member('/api/my-record/reveal', { field: 'phone' })).body).toMatchObject({ value: '0911222333' });
  const journal = await office.operator('/api/acts?tenant=A');
  expect(journal.text).not.toContain('0911222333');
});

test('a member asks for themselves only, and nobody for what could never stand there', async () => {
  expectProblem(await member('/api/corrections', { ...wish, person: p2 }), 404, 'person.unknown');
  expectProblem(await officer('/api/corrections', { ...wish, person: p2 }), 404, 'person.unknown');
  expectProblem(await member('/api/corrections', { ...wish, after: 'hôm qua' }), 422, 'correction.value');
  expectProblem(
    await member('/api/corrections', { ...wish, field: 'citizenId', after: '12' }),
    422,
    'correction.value',
  );
});
