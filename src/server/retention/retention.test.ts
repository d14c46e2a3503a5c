import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealedJournal } from '#/kernel/journal/sealed-journal.ts';
import { sealNext } from '#/kernel/seals/seal.ts';
import { fixedClock } from '#/platform/clock.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { verifyRegister } from '#/server/verify-register.ts';
import { type Answer, type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';
import { sweepDrafts } from './sweep-drafts.ts';

// In 2036: P1 went to the other commune in 2021 and is a member there, P2 left the Party in 2021.

const p1 = id('person P1');
const p2 = id('person P2');
const clock = fixedClock('2036-01-10T03:00:00Z');
let office: Office;
let wide: Asks;
let second: Asks;
let officer: Asks;

beforeAll(async () => {
  office = await openOffice(['A'], clock);
  const paper = { issuer: 'Đảng ủy A', number: '4-QĐ/ĐU', issuedOn: '2021-06-01' };
  const later = [
    { kind: 'member.transferred', effectiveOn: '2021-06-01', person: p1, to: 'A.2.1', paper },
    { kind: 'member.left', effectiveOn: '2021-07-01', person: p2, paper },
  ];
  const posted = await office.operator('/api/acts', { tenant: 'A', acts: [...ofA, ...later] });
  expect(posted.status, posted.text).toBe(200);
  const seat = async (login: string, role: string, unit: string) =>
    office.as({ login, capacity: await office.grant(login, role, unit) });
  wide = await seat('to-chuc', 'organisation-department', 'A');
  second = await seat('to-chuc-2', 'organisation-department', 'A');
  officer = await seat('can-bo', 'committee-officer', 'A.1');
});
afterAll(() => office.close());

const retention = async (asks: Asks, on?: string) =>
  (await asks(`/api/retention${on === undefined ? '' : `?on=${on}`}`)).body;
const due = async (asks: Asks, on?: string) =>
  (await retention(asks, on)).due.map(({ person }: { person: string }) => person);
const expectProblem = (answer: Answer, status: number, code: string) =>
  expect([answer.status, answer.code], answer.text.slice(0, 300)).toEqual([status, code]);
const valuesOf = async (person: string) => {
  const room = await office.installation.room('A');
  return room.read({ actor: 'x' }, async ({ client }) => {
    const { rows } = await client.query(
      'select cipher is null as gone, lookup is null as unfindable, erased_on as on, erased_under as under from sensitive_value where subject_id = $1',
      [person],
    );
    return rows;
  });
};

test('each rule of retention names its instrument and how sure it is; what comes due is told with count and names, by the day', async () => {
  const { rules } = await retention(wide);
  expect(
    rules.map(({ key, keep, count, confidence }: Record<string, unknown>) => [key, keep, count, confidence]),
  ).toEqual([
    ['retention.dossier', 'always', null, '?'],
    ['retention.sensitive-after-leaving', 'years', 10, '?'],
    ['retention.attachments-after-leaving', 'years', 10, '?'],
    ['retention.access-log', 'years', 10, '?'],
    ['retention.drafts', 'days', 90, 'K'],
    ['retention.uploads', 'days', 1, 'K'],
  ]);
  expect(rules[1]).toMatchObject({ rule: 'Sổ Tay', dueCount: 1 });
  expect((await retention(wide)).due).toEqual([
    { person: p2, name: 'Trần Thị Ngoài', leftOn: '2021-07-01', dueOn: '2031-07-01', valueCount: 2, erasure: null },
  ]);
  expect(await due(wide, '2031-06-30')).toEqual([]);
  expect(await due(wide, '2031-07-01')).toEqual([p2]);
});

test('whoever has moved to another place is not due where they were, for they are a member still', async () => {
  expect(await due(officer)).toEqual([]);
  expectProblem(await officer('/api/erasures', { person: p1, reason: 'x' }), 409, 'erasure.not-due');
  expectProblem(await officer('/api/erasures', { person: p2, reason: 'x' }), 404, 'person.unknown');
});

test('nothing is erased before a second person approves; then values are gone, seals hold, and the act says when and why', async () => {
  const room = await office.installation.room('A');
  while ((await room.write({ actor: 'x' }, (tx) => sealNext(tx, sealedJournal, clock))) !== null);
  const wish = await wide('/api/corrections', { person: p2, field: 'birthPlace', after: 'Xã Mẫu', reason: 'x' });
  const evidence = `/api/corrections/${wish.body.id}/evidence`;
  const scan = await wide(`${evidence}?name=a.pdf&declaredUnclassified=1`, Buffer.from('%PDF-1.7\nx\n%%EOF\n'));
  const asked = await wide('/api/erasures', { person: p2, reason: 'Đến hạn' });
  expect(asked.body, asked.text).toMatchObject({ person: p2, rule: 'Sổ Tay', askedBy: 'to-chuc', isApproved: null });
  expectProblem(await wide('/api/erasures', { person: p2, reason: 'x' }), 409, 'erasure.waiting');
  const decide = (asks: Asks, isApproved = true) =>
    asks(`/api/erasures/${asked.body.id}/decide`, { isApproved, reason: 'Đã đối chiếu' });
  const listed = async (asks: Asks, state: string) => (await asks(`/api/erasures?state=${state}`)).body.erasures;
  const waits = async (asks: Asks) =>
    (await asks('/api/inbox')).body.lines.filter(({ source }: { source: string }) => source === 'erasures');
  expect(await listed(wide, 'open')).toMatchObject([
    { name: 'Trần Thị Ngoài', reason: 'Đến hạn', askedBy: 'to-chuc', can: { decide: false } },
  ]);
  expect(await listed(second, 'open')).toMatchObject([{ id: asked.body.id, can: { decide: true } }]);
  expect(await listed(officer, 'open')).toEqual([]); // of another commune
  expect([await waits(wide), (await waits(second)).length]).toEqual([[], 1]);
  expectProblem(await decide(wide), 403, 'erasure.own');
  expectProblem(await decide(officer), 403, 'permission.missing');
  expect(await valuesOf(p2)).toEqual(
    Array(2).fill({ gone: false, unfindable: expect.any(Boolean), on: null, under: null }),
  );
  expect((await decide(second)).body).toMatchObject({ isApproved: true, decidedBy: 'to-chuc-2', valueCount: 2 });
  expect(await valuesOf(p2)).toEqual(
    Array(2).fill({ gone: true, unfindable: true, on: '2036-01-10', under: 'Sổ Tay' }),
  );
  // A scan beside a request for correction shows what it shows: it goes too.
  expectProblem(await wide(`${evidence}/${scan.body.id}`), 410, 'attachment.removed');
  expectProblem(await decide(second), 409, 'erasure.decided');
  expect([await listed(second, 'open'), await waits(second)]).toEqual([[], []]);
  expect(await listed(second, 'decided')).toMatchObject([
    { isApproved: true, decidedBy: 'to-chuc-2', decisionReason: 'Đã đối chiếu', valueCount: 2, can: { decide: false } },
  ]);
  expect(await due(wide)).toEqual([]);
  const { fields } = (await wide(`/api/acts/${id('registered P2')}/story`)).body;
  const phone = fields.find(({ field }: { field: string }) => field === 'person.phone');
  expect(phone.value).toEqual({ vi: 'đã xóa ngày 10/01/2036 theo Sổ Tay', en: 'erased on 10/01/2036 under Sổ Tay' });
  const report = await verifyRegister(office.installation, room);
  expect(report.isWhole, JSON.stringify(report).slice(0, 600)).toBe(true);
  expect(report.seals.findings).toEqual([]);
  expect((await valuesOf(p1)).every(({ gone }: { gone: boolean }) => !gone)).toBe(true);
});

test('a draft that nobody has saved for longer than the rule says is swept, a younger one stays', async () => {
  const draft = (title: string) => ({ id: uuidv7(), kind: 'meeting.held', title, body: {} });
  const old = draft('cũ');
  const young = draft('mới');
  for (const one of [old, young]) expect((await wide('/api/act-drafts', one)).status).toBe(200);
  const room = await office.installation.room('A');
  const age = (which: string, at: string) =>
    room.write({ actor: 'to-chuc' }, ({ client }) =>
      client.query('update act_draft set saved_at = $2 where id = $1', [which, at]),
    );
  await age(old.id, '2035-10-10T00:00:00Z');
  await age(young.id, '2035-10-20T00:00:00Z');
  expect(await sweepDrafts(office.installation)).toBe(1);
  const titles = (await wide('/api/act-drafts')).body.drafts.map(({ title }: { title: string }) => title);
  expect(titles).toEqual(['mới']);
});
