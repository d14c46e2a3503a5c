import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';

let office: Office;
let member: Asks;
let officer: Asks;
let secretary: Asks;
const p1 = id('person P1');
const p2 = id('person P2');

beforeAll(async () => {
  office = await openOffice(['A']);
  const { operator } = office;
  expect((await operator('/api/acts', { tenant: 'A', acts: ofA })).status).toBe(200);
  const seat = async (login: string, role: string, unit: string) =>
    office.as({ login, capacity: await office.grant(login, role, unit) });
  member = await seat('dang-vien', 'member', 'A.1.1');
  officer = await seat('can-bo', 'committee-officer', 'A.1');
  secretary = await seat('bi-thu', 'cell-secretary', 'A.1.1');
});
afterAll(() => office.close());

const tie = (asks: Asks, person: string, login: string) =>
  asks(`/api/people/${person}/account`, { login, reason: 'x' });
const logged = async (): Promise<{ action: string; actor: string; persons: object[] }[]> =>
  (await office.operator('/api/access-log?tenant=A')).body.accesses;
const expectProblem = (answer: Answer, status: number, code: string) =>
  expect([answer.status, answer.code], answer.text.slice(0, 200)).toEqual([status, code]);

test('an account that belongs to nobody opens no record, and says so', async () => {
  expect((await member('/api/my-record')).body).toEqual({ own: null });
  expectProblem(await member('/api/my-record/reveal', { field: 'phone' }), 404, 'self.not-tied');
  expectProblem(await member('/api/my-record/copy', { format: 'json' }), 404, 'self.not-tied');
  expectProblem(await member('/api/corrections'), 404, 'self.not-tied');
});

test('an officer ties an account to a person in their place, never their own, and neither to two', async () => {
  expectProblem(await tie(officer, p2, 'dang-vien'), 404, 'person.unknown');
  expectProblem(await tie(officer, p1, 'can-bo'), 403, 'tie.own');
  expectProblem(await tie(officer, p1, 'khong-co'), 422, 'account.unknown');
  const tiesOf = async (asks: Asks) => (await asks(`/api/people/${p1}/account`)).body;
  expect(await tiesOf(officer)).toEqual({
    ...{ name: 'Nguyễn Thị Trong', ties: [], can: { tie: true, untie: false } },
  });
  expect((await tie(officer, p1, 'dang-vien')).status).toBe(200);
  expect(await tiesOf(officer)).toMatchObject({
    ties: [{ login: 'dang-vien', tiedBy: 'can-bo', reason: 'x', untiedAt: null }],
    can: { tie: false, untie: true },
  });
  const again = await tie(officer, p1, 'bi-thu');
  expectProblem(again, 409, 'tie.taken');
  expect(again.text).toContain('This person has an open account');
  expectProblem(await tie(office.operator, p2, 'dang-vien'), 409, 'tie.taken');
});

test('whoever tells what the account is called learns nothing of an account of another name', async () => {
  const named = (login: string, name: string) => officer(`/api/people/${p1}/account`, { login, name, reason: 'x' });
  const said = ({ text }: Answer, login: string) => text.replaceAll(login, '…');
  const other = await named('bi-thu', 'Nguyễn Thị Trong');
  expectProblem(other, 422, 'account.unknown');
  expect(said(other, 'bi-thu')).toBe(said(await named('khong-co', 'Nguyễn Thị Trong'), 'khong-co'));
  expectProblem(await named('bi-thu', 'TÊN  bi-thu'), 409, 'tie.taken'); // found: it is the person who has one
});

test('a member sees their own record, masked, with the offices that can see it; nobody else is there', async () => {
  const { status, body, text } = await member('/api/my-record');
  expect(status, text).toBe(200);
  expect(body.own.record).toMatchObject({ person: p1, name: 'Nguyễn Thị Trong' });
  expect(body.own.sealed.map(({ field }: { field: string }) => field).toSorted()).toEqual(['health', 'phone']);
  expect(text).not.toMatch(/0900000001|Sức khỏe P1/);
  const offices = body.own.offices.map(({ title, unit }: { title: { en: string }; unit: { code: string } }) => [
    ...[title.en, unit.code],
  ]);
  expect(offices).toEqual(expect.arrayContaining([['Cell secretary', 'A.1.1']]));
  for (const url of [
    `/api/members/${p1}`,
    `/api/members/${p2}`,
    '/api/people',
    '/api/acts',
    '/api/units',
    '/api/figures',
  ])
    expectProblem(await member(url), 403, 'permission.missing');
  expectProblem(await member(`/api/people/${p2}/seen-by`), 403, 'permission.missing');
});

test('a member reads who has looked at their record, as what, from where and why; nobody else’s looks', async () => {
  const wide = office.as({ login: 'to-chuc', capacity: await office.grant('to-chuc', 'organisation-department', 'A') });
  const look = (asks: Asks, person: string, reason: string) =>
    asks(`/api/people/${person}/reveal`, { field: 'phone', reason });
  expect((await look(wide, p2, 'việc khác')).status).toBe(200);
  expect((await look(officer, p1, 'gọi đi họp')).status).toBe(200);
  const { body, text } = await member('/api/my-record/accesses');
  expect(body, text).toMatchObject({
    accesses: [
      {
        actor: 'can-bo',
        role: { en: 'Officer of a grassroots committee' },
        place: { code: 'A.1' },
        says: { en: 'Saw: Phone' },
        reason: 'gọi đi họp',
        notice: null,
      },
    ],
    next: null,
  });
  expect(text).not.toContain('việc khác');
  const openings = async () => (await member('/api/my-record')).body.own.openings;
  expect(await openings()).toEqual([]);
  const room = await office.installation.room('A');
  await room.write({ actor: 'x' }, ({ client }) =>
    client.query(
      `insert into access_notice (access_id, class) select id, 'vetting' from access_log where reason = 'gọi đi họp'`,
    ),
  );
  expect(await openings()).toMatchObject([{ notice: 'vetting', reason: 'gọi đi họp' }]);
});

test('a member reads which part of the record each office can open', async () => {
  const { offices } = (await member('/api/my-record')).body.own;
  const of = (role: string) => offices.find(({ title }: { title: { en: string } }) => title.en === role);
  expect(of('Cell secretary')).toMatchObject({
    ...{ record: true, journal: true, attachments: true, reveals: ['contact', 'address', 'family'], unseals: [] },
  });
  expect(of('Organisation department').unseals).toEqual(['vetting']);
});

test('a sealed value of one’s own is opened by a press, and the log has its line before', async () => {
  const before = (await logged()).length;
  expect((await member('/api/my-record/reveal', { field: 'phone' })).body).toMatchObject({
    value: '0900000001',
    lines: ['0900000001'],
  });
  expectProblem(await member('/api/my-record/reveal', { field: 'citizenId' }), 404, 'field.empty');
  const lines = await logged();
  expect(lines).toHaveLength(before + 1);
  expect(lines[0]).toMatchObject({
    action: 'own.revealed',
    actor: 'dang-vien',
    says: { en: 'Saw in their own record: Phone' },
    persons: [{ id: p1 }],
  });
  expect(JSON.stringify(lines)).not.toContain('0900000001');
});

test('the copy holds the record, the sealed values in plain, the acts, the offices and the looks; as JSON and PDF', async () => {
  const { status, body, text } = await member('/api/my-record/copy', { format: 'json' });
  expect(status, text).toBe(200);
  expect(body).toMatchObject({ format: 'sotay-own-record/1', account: 'dang-vien', record: { person: p1 } });
  const plain = body.sensitive.map(({ field, value }: { field: string; value: string }) => [field, value]);
  expect(plain.toSorted()).toEqual([
    ['health', 'Sức khỏe P1'],
    ['phone', '0900000001'],
  ]);
  expect(body.acts.map(({ kind }: { kind: string }) => kind)).toEqual(['member.registered', 'post.assumed']);
  expect(body.accesses.map(({ says }: { says: { en: string } }) => says.en)).toEqual([
    ...['Took a copy of their own record', 'Saw in their own record: Phone', 'Saw: Phone'],
  ]);
  expect(text).not.toMatch(/Ngoài|0900000002/);
  const pdf = await member('/api/my-record/copy', {});
  expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
});

test('for each purpose the basis stands with its instrument; consent is given and withdrawn, each as a row that stays', async () => {
  const consent = (purpose: string, isGiven: boolean) => member('/api/my-record/consent', { purpose, isGiven });
  const contactOf = ({ bases }: { bases: { purpose: string }[] }) => bases.find(({ purpose }) => purpose === 'contact');
  const { own } = (await member('/api/my-record')).body;
  expect(contactOf(own)).toMatchObject({
    basis: 'consent',
    rule: '91/2025/QH15, 26/6/2025',
    confidence: '?',
    consent: null,
  });
  expectProblem(await consent('membership', false), 409, 'consent.not-asked');
  expect(contactOf((await consent('contact', true)).body)).toMatchObject({ consent: { isGiven: true } });
  expect(contactOf((await consent('contact', false)).body)).toMatchObject({ consent: { isGiven: false } });
  const room = await office.installation.room('A');
  const { rows } = await room.read({ actor: 'x' }, ({ client }) =>
    client.query('select is_given from consent order by id'),
  );
  expect(rows).toEqual([{ is_given: true }, { is_given: false }]);
});

test('the record follows the person to another cell, where the grant of the account does not reach', async () => {
  const moved = { kind: 'member.transferred', effectiveOn: '2021-06-01', person: p1, to: 'A.2.1' };
  const paper = { issuer: 'Đảng ủy A', number: '4-GT/ĐU', issuedOn: '2021-06-01' };
  expect((await office.operator('/api/acts', { tenant: 'A', acts: [{ ...moved, paper }] })).text).toContain('added');
  expect((await member('/api/my-record')).body.own.record.placement.unit.code).toBe('A.2.1');
  // Whoever saw it before sees it still, by the cell in their own place: of the other one nothing is told.
  expect((await officer(`/api/why?person=${p1}`)).body.lies).toEqual([{ code: 'A.1.1', name: 'Đơn vị A.1.1' }]);
  expect((await member('/api/my-record/reveal', { field: 'phone' })).status).toBe(200);
});

test('what was tied is ended by whoever sees the person, and the account opens nothing from then on', async () => {
  const end = (asks: Asks) => asks(`/api/people/${p1}/account/end`, { reason: 'x' });
  expectProblem(await end(secretary), 403, 'permission.missing');
  // The same account as an officer: it does not end its own tie either.
  const oneself = office.as({
    login: 'dang-vien',
    capacity: await office.grant('dang-vien', 'committee-officer', 'A'),
  });
  expectProblem(await end(oneself), 403, 'tie.own');
  expect((await oneself(`/api/people/${p1}/account`)).body.can).toEqual({ tie: false, untie: false });
  expect((await end(officer)).body).toMatchObject({ login: 'dang-vien', untiedAt: expect.any(String) });
  expect((await member('/api/my-record')).body).toEqual({ own: null });
  expectProblem(await end(officer), 409, 'tie.none');
});
