import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#/platform/day.ts';
import { uuidv7 } from '#/platform/ids.ts';
import type { InboxLine, InboxShown } from '#/reports/inbox/contract.ts';
import { type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';

let office: Office;
let secretary: Asks;
let officer: Asks;
let province: Asks;
const now = '2026-06-01';
const clock = { now: () => new Date(`${now}T03:00:00Z`) };

beforeAll(async () => {
  office = await openOffice(['A'], clock);
  const letter = {
    id: uuidv7(),
    kind: 'transfer.issued',
    effectiveOn: '2026-05-25',
    paper: { issuer: 'Đảng ủy A.2', number: '9-GT', issuedOn: '2026-05-25' },
    person: id('person P2'),
    to: 'A.1.2',
  };
  const { status, text } = await office.operator('/api/acts', { acts: [...ofA, letter] });
  expect(status, text).toBe(200);
  const as = async (login: string, role: string, unit: string) =>
    office.as({ login, capacity: await office.grant(login, role, unit, { from: '2026-01-01' }) });
  secretary = await as('bi-thu', 'cell-secretary', 'A.1.1');
  officer = await as('can-bo', 'committee-officer', 'A.1');
  province = await as('tinh', 'committee-officer', 'A');
}, 120_000);
afterAll(() => office.close());

const inbox = async (asks: Asks, query = ''): Promise<InboxShown> => {
  const { status, body, text } = await asks(`/api/inbox?${query}`);
  expect(status, text).toBe(200);
  return body;
};
const of = ({ lines }: InboxShown, source: string): InboxLine[] => lines.filter((line) => line.source === source);
const transferred = (more: object = {}) => ({
  id: uuidv7(),
  kind: 'member.transferred',
  effectiveOn: '2026-05-01',
  person: id('person P1'),
  to: 'A.1.2',
  ...more,
});
const propose = async (act: object) => {
  const { status, text, body } = await secretary('/api/proposals', { act });
  expect(status, text).toBe(200);
  return body.id as string;
};

test('a proposal waits for the competent unit, is seen above it without waiting, and not seen by who made it', async () => {
  const which = await propose(transferred());
  const theirs = await inbox(officer);
  expect(of(theirs, 'proposals')).toMatchObject([
    {
      id: which,
      about: 'Nguyễn Thị Trong',
      by: 'bi-thu',
      isWaiting: true,
      unit: { code: 'A.1.1' },
      opens: { page: 'proposal' },
    },
  ]);
  expect(theirs).toMatchObject({ unit: { code: 'A.1' }, on: now });
  expect(of(await inbox(province), 'proposals')).toMatchObject([{ id: which, isWaiting: false }]);
  expect(of(await inbox(secretary), 'proposals')).toEqual([]);
  await officer(`/api/proposals/${which}/return`, { reason: 'Thiếu quyết định' });
  expect(of(await inbox(officer), 'proposals')).toEqual([]);
});

test('what the proposing unit would decide itself waits for the grassroots committee above it', async () => {
  const which = await propose({
    ...{ id: uuidv7(), kind: 'member.exempted', effectiveOn: '2026-05-01', person: id('person P1'), permanent: true },
  });
  expect(of(await inbox(officer), 'proposals')).toMatchObject([{ id: which, isWaiting: true }]);
  await secretary(`/api/proposals/${which}/withdraw`, {});
});

test('what was returned waits for who proposed it until it is taken up again', async () => {
  const first = await propose(transferred());
  await officer(`/api/proposals/${first}/return`, { reason: 'Sai ngày' });
  const told = () => inbox(secretary).then((shown) => of(shown, 'returned').filter((line) => line.id === first));
  expect(await told()).toMatchObject([{ note: 'Sai ngày', by: 'can-bo', isWaiting: true }]);
  const again = transferred({ effectiveOn: '2026-05-02' });
  expect((await secretary('/api/proposals', { act: again, follows: first })).status).toBe(200);
  expect(await told()).toEqual([]);
  await secretary(`/api/proposals/${again.id}/withdraw`, {});
});

test('a transfer to receive names the member and the last day, to those who may see the place it goes to', async () => {
  const [line] = of(await inbox(officer), 'transfers');
  // 30 working days after Monday 25/5/2026.
  expect(line).toMatchObject({ about: 'Trần Thị Ngoài', unit: { code: 'A.1.2' }, due: '2026-07-06', note: '9-GT' });
  expect(line?.opens).toEqual({ page: 'form', kind: 'transfer.received', person: id('person P2') });
  expect(of(await inbox(secretary), 'transfers')).toEqual([]);
});

test('a role that ends within two weeks is told to who holds it and to who passed it on', async () => {
  const pass = (login: string, to: string) => officer('/api/grants/delegate', { login, to, reason: 'đi vắng' });
  const { body: soon } = await pass('thay', addDays(now, 14));
  await pass('lau', addDays(now, 40));
  expect(of(await inbox(officer), 'delegations')).toMatchObject([{ about: 'thay', due: addDays(now, 14) }]);
  const deputy = office.as({ login: 'thay', capacity: `A/${soon.id}` });
  expect(of(await inbox(deputy), 'delegations')).toMatchObject([{ about: 'thay', id: soon.id }]);
});

test('the number is that of the lines that wait; what comes due is counted only where it is asked for', async () => {
  const which = await propose(transferred());
  const whole = await inbox(officer);
  expect(whole.waiting).toBe(whole.lines.filter(({ isWaiting }) => isWaiting).length);
  expect(whole.waiting).toBeGreaterThan(0);
  expect(whole.due.length).toBeGreaterThan(0); // cells without meetings
  const short = await inbox(officer, 'part=waiting');
  expect([short.waiting, short.due]).toEqual([whole.waiting, []]);
  await officer(`/api/proposals/${which}/return`, { reason: 'x' });
});

test('a unit outside the place has no inbox here, and one inside it shows its own', async () => {
  expect(await officer('/api/inbox?unit=A.2')).toMatchObject({ status: 404, code: 'unit.unknown' });
  expect((await inbox(province, 'unit=A.1.2')).lines.map(({ source }) => source)).toEqual(['transfers']);
});

test('an administrator is told of no member and of no proposal', async () => {
  await propose(transferred());
  const admin = office.as({ login: 'quan-tri', capacity: await office.grant('quan-tri', 'administrator', 'A.1') });
  const { lines, due } = await inbox(admin);
  expect([lines, due]).toEqual([[], []]);
});

test('since when a line waits is told by the day of Viet Nam, also before seven in the morning', async () => {
  const early = await openOffice(['A'], { now: () => new Date('2026-06-01T18:30:00Z') }); // 01:30 on the 2nd there
  try {
    expect((await early.operator('/api/acts', { acts: ofA })).status).toBe(200);
    const as = async (login: string, role: string, unit: string) =>
      early.as({ login, capacity: await early.grant(login, role, unit, { from: '2026-01-01' }) });
    const [proposer, decider] = [
      await as('bi-thu', 'cell-secretary', 'A.1.1'),
      await as('can-bo', 'committee-officer', 'A.1'),
    ];
    expect((await proposer('/api/proposals', { act: transferred() })).status).toBe(200);
    expect(of(await inbox(decider), 'proposals')).toMatchObject([{ since: '2026-06-02' }]);
  } finally {
    await early.close();
  }
});
