import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Correctable } from '#/domain/members/correction-contract.ts';
import { recordChangeSchema } from '#/domain/members/record-fields.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { type Answer, type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA, ofB } from '#test/two-communes.ts';

let office: Office;
let member: Asks;
let secretary: Asks;
let officer: Asks;
let cellOfficer: Asks;
let stranger: Asks;
let province: Asks;
const p1 = id('person P1');
const p2 = id('person P2');

beforeAll(async () => {
  office = await openOffice(['A', 'B']);
  const { operator } = office;
  expect((await operator('/api/acts', { tenant: 'A', acts: ofA })).status).toBe(200);
  expect((await operator('/api/acts', { tenant: 'B', acts: ofB })).status).toBe(200);
  const seat = async (login: string, role: string, unit: string) =>
    office.as({ login, capacity: await office.grant(login, role, unit) });
  member = await seat('dang-vien', 'member', 'A.1.1');
  secretary = await seat('bi-thu', 'cell-secretary', 'A.1.1');
  officer = await seat('can-bo', 'committee-officer', 'A.1');
  cellOfficer = await seat('can-bo-chi-bo', 'committee-officer', 'A.1.1');
  province = await seat('tinh', 'organisation-department', 'A');
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
  const can = { decide: true, reveal: false, attach: false, openEvidence: true };
  expect(inbox).toEqual([{ ...asked.body, can }]);
  const { lines } = (await officer('/api/inbox')).body;
  expect(lines).toMatchObject([
    { source: 'corrections', id: asked.body.id, by: 'dang-vien', opens: { page: 'correction', id: asked.body.id } },
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
  expect((await officer(`/api/corrections/${request}/reveal`, { reason: 'đối chiếu' })).body).toEqual({
    after: '0911222333',
    lines: ['0911222333'],
    before: ['0900000001'],
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

test('the cell sees the request and is offered nothing; it waits for the grassroots organisation and is seen above it', async () => {
  const { body } = await secretary('/api/corrections', {
    person: p1,
    field: 'otherName',
    after: 'Tư Mẫu',
    reason: 'x',
  });
  const ofThis = async (asks: Asks) =>
    (await asks('/api/inbox')).body.lines.filter((line: { id: string }) => line.id === body.id);
  expect(await ofThis(officer)).toMatchObject([{ isWaiting: true, unit: { code: 'A.1' } }]);
  expect(await ofThis(province)).toMatchObject([{ isWaiting: false, unit: { code: 'A.1' } }]);
  for (const asks of [cellOfficer, secretary, stranger]) expect(await ofThis(asks)).toEqual([]);
  const seen = await cellOfficer(`/api/corrections/${body.id}`);
  expect(seen.body.can).toEqual({ decide: false, reveal: false, attach: false, openEvidence: false });
  expect((await cellOfficer('/api/corrections')).body.corrections[0]).toMatchObject({ can: { decide: false } });
  expect((await province(`/api/corrections/${body.id}`)).body.can).toMatchObject({ decide: true });
  expect((await decide(province, body.id, false)).status).toBe(200);
  expect(await ofThis(officer)).toEqual([]);
});

test('an officer of a cell that is itself the grassroots organisation decides', async () => {
  const own = { field: 'otherName', after: 'Ba Mẫu', reason: 'x', person: id('person Q1'), tenant: 'B' };
  const { body } = await office.operator('/api/corrections', own);
  const capacity = await office.grant('can-bo-b', 'committee-officer', 'B.1');
  const ofCell = office.as({ login: 'can-bo-b', capacity });
  expect((await ofCell('/api/inbox')).body.lines).toMatchObject([{ id: body.id, isWaiting: true }]);
  expect((await decide(ofCell, body.id, true)).body.decision).toMatchObject({ isAccepted: true });
});

test('nobody decides in the name of who asked: neither a deputy nor who has passed the role on', async () => {
  const passed = async (from: Asks, login: string) => {
    const { body, text } = await from('/api/grants/delegate', { login, to: '2099-12-31', reason: 'đi vắng' });
    expect(body.id, text).toBeDefined();
    return office.as({ login, capacity: `A/${body.id}` });
  };
  const deputy = await passed(officer, 'thay');
  const ask = async (who: Asks) =>
    (await who('/api/corrections', { person: p1, field: 'otherName', after: 'Tư Mẫu', reason: 'x' })).body.id;
  /** Whether the page offers it, the list does, and the inbox tells of it. */
  const offered = async (who: Asks, request: string) => [
    (await who(`/api/corrections/${request}`)).body.can.decide,
    (await who('/api/corrections')).body.corrections.find((one: { id: string }) => one.id === request).can.decide,
    (await who('/api/inbox')).body.lines.some((line: { id: string }) => line.id === request),
  ];
  const officers = await ask(officer);
  expect(await offered(deputy, officers)).toEqual([false, false, false]);
  expectProblem(await decide(deputy, officers, false), 403, 'correction.own');
  const theirs = await ask(deputy);
  expect(await offered(officer, theirs)).toEqual([false, false, false]);
  expectProblem(await decide(officer, theirs, false), 403, 'correction.own');
  expect(await offered(province, theirs)).toEqual([true, true, true]);
  expect((await decide(province, theirs, false)).status).toBe(200);
  expect((await decide(deputy, await ask(secretary), false)).status).toBe(200);
});

test('what stands there today is told beside what stood there when it was asked', async () => {
  const ask = (after: string) =>
    secretary('/api/corrections', { person: p1, field: 'religion', after, reason: 'x' }).then(({ body }) => body.id);
  const [first, second] = [await ask('buddhism'), await ask('catholicism')];
  const read = (one: string) => officer(`/api/corrections/${one}`).then(({ body }) => body);
  const said = { written: { before: null, after: { vi: expect.stringContaining('giáo') } } };
  expect(await read(second)).toMatchObject({ ...said, now: null, hasMoved: false });
  await decide(officer, first, true);
  expect(await read(second)).toMatchObject({ now: { vi: expect.stringContaining('Phật') }, hasMoved: true });
  expect(await read(first)).toMatchObject({ now: null, hasMoved: false });
  await decide(officer, second, false);
});

test('the fields are those of the act’s own declaration, each with what stands there; sensitive ones only that they do', async () => {
  const { body, text } = await member('/api/correctable-fields');
  const { fields, items } = body as Correctable;
  const shape = Object.keys(recordChangeSchema.shape).filter((name) => name !== 'details');
  expect(items.filter(({ group }) => group !== 'detail').map(({ field }) => field)).toEqual(shape);
  for (const { field, label } of items) {
    expect(fields.map((one) => one.field)).toContain(field);
    expect(label.vi, field).not.toBe(field);
  }
  const of = (name: string) => items.find(({ field }) => field === name);
  expect(of('born')).toMatchObject({ group: 'sheet', now: { vi: '11/01/1970' }, isSealed: false, mayBeEmpty: true });
  expect(of('name')).toMatchObject({ mayBeEmpty: false });
  expect(of('health')).toMatchObject({ group: 'sensitive', now: null, isSealed: true });
  expect(of('email')).toMatchObject({ now: null, isSealed: false });
  expect(text).not.toMatch(/0911222333|Sức khỏe P1/);
  expect(fields.find(({ field }) => field === 'hometown.province')).toBeDefined();
  expect(await member(`/api/correctable-fields?person=${p2}`)).toMatchObject({ status: 404, code: 'person.unknown' });
  expect(await officer(`/api/correctable-fields?person=${p2}`)).toMatchObject({ status: 404, code: 'person.unknown' });
});

test('cards, numbers and further items are asked for and corrected as every field', async () => {
  for (const [field, after, written] of [
    ['dossierNumber', 'LL-77', 'LL-77'],
    ['cards', [{ scheme: 'card-8', number: '12345678' }], '12345678'],
    ['family', [{ relation: 'Con', name: 'Lê Mẫu' }], null],
    ['birthPlace', 'constructor', 'constructor'],
    ['constructor', 'toString', 'toString'], // a name that every object has
  ] as const) {
    const { body, text } = await secretary('/api/corrections', { person: p1, field, after, reason: 'x' });
    expect(body.after, text).toEqual(after);
    const { decision } = (await decide(officer, body.id, true)).body;
    expect(decision, field).toMatchObject({ isAccepted: true });
    expect((await officer(`/api/acts/${decision.act}/story`)).status, field).toBe(200);
    const items = (await officer(`/api/correctable-fields?person=${p1}`)).body.items as Correctable['items'];
    const { now } = items.find((one) => one.field === field) as Correctable['items'][number];
    if (written === null) expect(now).toBeNull();
    else expect(now?.vi, field).toContain(written);
  }
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
