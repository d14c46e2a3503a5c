import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#/platform/clock.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { hire } from './officers.ts';
import { type Asks, type Office, openOffice } from './seats.ts';
import { id, ofA, ofB } from './two-communes.ts';

// What somebody may try who has a role at commune A.1 and would like more.

let office: Office;
let now = '2026-06-15T03:00:00Z';
const clock = { now: () => fixedClock(now).now() };

beforeAll(async () => {
  office = await openOffice(['A', 'B'], clock);
  for (const [tenant, acts] of [
    ['A', ofA],
    ['B', ofB],
  ] as const)
    expect((await office.operator('/api/acts', { tenant, acts })).status).toBe(200);
}, 60_000);
afterAll(() => office.close());

const somebody = hire(() => office);

describe('granting', () => {
  const wish = (more: object) => ({ login: 'moi', role: 'leader', unit: 'A.1.1', reason: 'x', ...more });

  test('reaches no further than the place of whoever grants, and never themselves', async () => {
    const admin = await somebody('administrator');
    expect((await admin.ask('/api/grants', wish({}))).status).toBe(200);
    expect(await admin.ask('/api/grants', wish({ unit: 'A' }))).toMatchObject({ status: 404, code: 'unit.unknown' });
    expect(await admin.ask('/api/grants', wish({ unit: 'A.2' }))).toMatchObject({ status: 404, code: 'unit.unknown' });
    expect(await admin.ask('/api/grants', wish({ unit: null }))).toMatchObject({ status: 403, code: 'grant.too-wide' });
    expect(await admin.ask('/api/grants', wish({ login: admin.login }))).toMatchObject({
      status: 403,
      code: 'grant.own',
    });
    expect(await admin.ask('/api/grants', wish({ role: 'king' }))).toMatchObject({ code: 'role.unknown' });
    expect(await admin.ask('/api/grants', wish({ login: 'khong-co' }))).toMatchObject({ code: 'account.unknown' });
    expect(await admin.ask('/api/grants', wish({ to: '2020-01-01' }))).toMatchObject({ code: 'period.empty' });
  });

  test('takes no field that the server computes', async () => {
    const admin = await somebody('administrator');
    for (const field of ['grantedBy', 'delegatedFrom', 'accountId', 'id', 'path', 'endedAt'])
      expect(await admin.ask('/api/grants', wish({ [field]: uuidv7() })), field).toMatchObject({ status: 400 });
  });

  test('over the whole register is given by the operator, or by whoever holds it all', async () => {
    const admin = await somebody('administrator', null);
    expect((await admin.ask('/api/grants', wish({ unit: null }))).status).toBe(200);
    expect(await admin.ask('/api/grants', wish({ unit: null, tenant: 'B' }))).toMatchObject({ code: 'tenant.unknown' });
  });
});

describe('passing on', () => {
  const wish = (login: string, more: object = {}) => ({ login, to: '2026-07-31', reason: 'đi học', ...more });

  test('gives one’s own role at one’s own place for a time, and it does what the role does', async () => {
    const officer = await somebody('committee-officer', 'A.1', { to: '2026-12-31' });
    const { body } = await officer.ask('/api/grants/delegate', wish('thay-1'));
    expect(body).toMatchObject({ role: 'committee-officer', unit: { code: 'A.1' }, to: '2026-07-31', holds: true });
    const deputy = office.as({ login: 'thay-1', capacity: `A/${body.id}` });
    expect((await deputy('/api/people')).body.rows).toHaveLength(1);
  });

  test('is no longer and no wider than what one holds, and not of what was passed on', async () => {
    const officer = await somebody('committee-officer', 'A.1', { from: '2026-02-01', to: '2026-12-31' });
    const refused = async (more: object) => (await officer.ask('/api/grants/delegate', wish('thay-2', more))).code;
    expect(await refused({ to: '2027-01-01' })).toBe('grant.too-long');
    expect(await refused({ from: '2026-01-01' })).toBe('grant.too-long');
    expect(await refused({ unit: 'A' })).toBe('unit.unknown');
    expect(await refused({ unit: 'A.2.1' })).toBe('unit.unknown');
    expect(await refused({ role: 'administrator' })).toBe('request.invalid');
    expect((await officer.ask('/api/grants/delegate', wish(officer.login))).code).toBe('grant.own');
    const { body } = await officer.ask('/api/grants/delegate', wish('thay-3', { unit: 'A.1.1' }));
    const deputy = office.as({ login: 'thay-3', capacity: `A/${body.id}` });
    expect((await deputy('/api/grants/delegate', wish('thay-4'))).code).toBe('grant.delegated-on');
    expect(await deputy('/api/units/A.1.2')).toMatchObject({ status: 404 });
  });

  test('ends with the grant that it comes from, and by whoever passed it on; not by others', async () => {
    const [officer, other] = [await somebody('committee-officer'), await somebody('committee-officer')];
    const { body } = await officer.ask('/api/grants/delegate', wish('thay-5'));
    const deputy = office.as({ login: 'thay-5', capacity: `A/${body.id}` });
    expect(await other.ask(`/api/grants/${body.id}/end`, { reason: 'x' })).toMatchObject({ status: 403 });
    expect((await deputy('/api/people')).status).toBe(200);
    expect((await officer.ask(`/api/grants/${body.id}/end`, { reason: 'đã về' })).body.ended).toMatchObject({
      reason: 'đã về',
    });
    expect(await deputy('/api/people')).toMatchObject({ status: 403, code: 'capacity.none' });
    const again = (await officer.ask('/api/grants/delegate', wish('thay-6'))).body;
    await office.operator(`/api/grants/${officer.grantId}/end`, { tenant: 'A', reason: 'chuyển công tác' });
    expect(await office.as({ login: 'thay-6', capacity: `A/${again.id}` })('/api/people')).toMatchObject({
      status: 403,
    });
  });
});

describe('a capacity', () => {
  test('ends at once when its grant is ended, and on the day after its last', async () => {
    const officer = await somebody('leader', 'A.1', { to: '2026-06-20' });
    expect((await officer.ask('/api/people')).status).toBe(200);
    now = '2026-06-20T16:59:59Z'; // still the 20th in Viet Nam
    expect((await officer.ask('/api/people')).status).toBe(200);
    now = '2026-06-20T17:00:00Z';
    expect(await officer.ask('/api/people')).toMatchObject({ status: 403, code: 'capacity.none' });
    now = '2026-06-15T03:00:00Z';
    await office.operator(`/api/grants/${officer.grantId}/end`, { tenant: 'A', reason: 'x' });
    expect(await officer.ask('/api/people')).toMatchObject({ status: 403, code: 'capacity.none' });
  });

  test('of somebody else is not taken by naming its id, nor one that begins tomorrow', async () => {
    const [leader, member] = [await somebody('leader'), await somebody('member')];
    const thief = office.as({ login: member.login, capacity: leader.capacity });
    expect(await thief('/api/people')).toMatchObject({ status: 403, code: 'capacity.none' });
    expect(await member.ask('/api/capacities/choose', { capacity: leader.capacity })).toMatchObject({ status: 404 });
    const early = await somebody('leader', 'A.1', { from: '2026-06-16' });
    expect(await early.ask('/api/people')).toMatchObject({ status: 403, code: 'capacity.none' });
    for (const capacity of ['', '/', 'A/', `B/${leader.grantId}`, `A/${uuidv7()}`, `A/${leader.grantId}'--`])
      expect((await office.as({ login: leader.login, capacity })('/api/session')).status, capacity).toBe(200);
  });

  test('is chosen where several are held; until then nothing is seen, and one is never mixed with another', async () => {
    const login = 'hai-vai';
    const first = await office.grant(login, 'leader', 'A.1.1', { tenant: 'A' });
    const second = await office.grant(login, 'auditor', 'B', { tenant: 'B' });
    const ask = office.as({ login });
    expect(await ask('/api/people')).toMatchObject({ status: 403, code: 'capacity.none' });
    const { chosen, capacities } = (await ask('/api/capacities')).body;
    expect([chosen, capacities.map(({ id: one }: { id: string }) => one)]).toEqual([null, [first, second]]);
    expect((await ask('/api/capacities/choose', { capacity: first })).body).toMatchObject({
      role: 'leader',
      unit: { code: 'A.1.1' },
    });
    expect((await ask('/api/people')).body.rows).toHaveLength(1);
    expect((await ask('/api/tenants')).body.tenants.map(({ code }: { code: string }) => code)).toEqual(['A']);
    expect((await ask('/api/session')).body).toMatchObject({ role: 'leader', tenant: 'A', unit: { code: 'A.1.1' } });
    await ask('/api/capacities/choose', { capacity: second });
    expect((await ask('/api/people')).status).toBe(403);
    expect((await ask('/api/tenants')).body.tenants.map(({ code }: { code: string }) => code)).toEqual(['B']);
  });

  test('does not take away what was exported in another one', async () => {
    const login = 'hai-cho';
    const wide = office.as({
      login,
      capacity: await office.grant(login, 'organisation-department', 'A', { tenant: 'A' }),
    });
    const narrow = office.as({
      login,
      capacity: await office.grant(login, 'committee-officer', 'A.2', { tenant: 'A' }),
    });
    const { body } = await wide('/api/people/export', { columns: ['name'] });
    expect((await wide(`/api/exports/${body.id}`)).status).toBe(200);
    expect(await narrow(`/api/exports/${body.id}`)).toMatchObject({ status: 404, code: 'export.unknown' });
  });
});

describe('recording', () => {
  const paper = { issuer: 'Đảng ủy', number: '9-QĐ/ĐU', issuedOn: '2026-03-01' };
  const outside = { status: 404, code: 'scope.outside' };

  test('does not end or change a stranger’s unit by naming one’s own beside it', async () => {
    const officer = await somebody('committee-officer');
    for (const act of [
      { kind: 'unit.dissolved', effectiveOn: '2026-03-01', paper, unit: 'A.2.1', successor: 'A.1.1' },
      { kind: 'unit.moved', effectiveOn: '2026-03-01', paper, unit: 'A.2.1', parent: 'A.1' },
      { kind: 'unit.merged', effectiveOn: '2026-03-01', paper, units: ['A.2.1'], into: 'A.1.1' },
    ])
      expect((await officer.ask('/api/acts', { acts: [act] })).status, act.kind).not.toBe(200);
    expect((await office.operator('/api/units/A.2.1?on=2026-06-01&tenant=A')).body.path.at(-1).code).toBe('A.2');
  });

  test('does not draw a stranger in, nor withdraw what was recorded of one', async () => {
    const officer = await somebody('committee-officer');
    const tried = (act: object) => officer.ask('/api/acts', { acts: [{ effectiveOn: '2026-03-01', paper, ...act }] });
    expect(await tried({ kind: 'member.transferred', person: id('person P2'), to: 'A.1.1' })).toMatchObject(outside);
    expect(
      await tried({ kind: 'post.assumed', person: id('person P2'), unit: 'A.1.1', post: 'secretary', how: 'elected' }),
    ).toMatchObject(outside);
    const withdrawn = { kind: 'act.withdrawn', paper: null, withdraws: id('registered P2'), reason: 'x' };
    expect(await tried(withdrawn)).toMatchObject(outside);
    expect((await office.operator(`/api/members/${id('person P2')}?tenant=A`)).status).toBe(200);
  });

  test('does not take back, or correct, what the role does not record', async () => {
    const secretary = await somebody('cell-secretary', 'A.1.1');
    const withdrawn = { kind: 'act.withdrawn', effectiveOn: '2026-06-15', withdraws: id('post A.1.1'), reason: 'x' };
    const answer = await secretary.ask('/api/acts', { acts: [withdrawn] });
    expect(answer).toMatchObject({ status: 403, code: 'act.not-yours' });
    expect(answer.text).toContain('post.assumed');
    const corrected = {
      ...withdrawn,
      kind: 'member.updated',
      note: 'x',
      person: id('person P1'),
      record: { religion: 'none' },
    };
    const { reason: _reason, ...correction } = corrected;
    expect(await secretary.ask('/api/acts', { acts: [correction] })).toMatchObject({
      status: 403,
      code: 'act.not-yours',
    });
  });
});

describe('writing', () => {
  test('a draft is of a kind that the role records, and never in place of somebody else’s', async () => {
    const [officer, other] = [await somebody('committee-officer'), await somebody('committee-officer')];
    const draft = { id: uuidv7(), kind: 'meeting.held', title: 'Họp', body: {} };
    expect((await officer.ask('/api/act-drafts', draft)).status).toBe(200);
    const foreign = await officer.ask('/api/act-drafts', { ...draft, id: uuidv7(), kind: 'member.expelled' });
    expect(foreign).toMatchObject({ status: 403, code: 'act.not-yours' });
    expect(await other.ask('/api/act-drafts', { ...draft, title: 'Chiếm' })).toMatchObject({
      status: 404,
      code: 'draft.unknown',
    });
    expect((await officer.ask(`/api/act-drafts/${draft.id}`)).body.title).toBe('Họp');
  });
});

describe('importing', () => {
  const meeting = (unit: string) => ({
    kind: 'meeting.held',
    effectiveOn: '2026-02-03',
    unit,
    sort: 'regular',
    convened: 3,
    present: 2,
  });
  const file = (...acts: object[]) => Buffer.from(acts.map((act) => `${JSON.stringify(act)}\n`).join(''));
  const record = async (ask: Asks, content: Buffer) => {
    const { body } = await ask('/api/imports?name=x.ndjson', content);
    await ask(`/api/imports/${body.id}/record`, {});
    for (;;) {
      const { body: now } = await ask(`/api/imports/${body.id}`);
      if (now.state !== 'recording') return now;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  test('refuses lines outside one’s place, and lines that the role does not record', async () => {
    const officer = await somebody('committee-officer');
    expect(await record(officer.ask, file(meeting('A.1.1'), meeting('A.2.1')))).not.toMatchObject({
      state: 'recorded',
    });
    const inspected = { kind: 'unit.inspected', effectiveOn: '2026-02-03', unit: 'A.1.1', by: 'committee' };
    const done = await record(officer.ask, file(inspected));
    expect(done).not.toMatchObject({ state: 'recorded' });
    expect(JSON.stringify(done)).toContain('act.not-yours');
  });

  test('what was imported is seen and taken back by whoever is over it, and by nobody beside', async () => {
    const officer = await somebody('committee-officer');
    const done = await record(officer.ask, file({ ...meeting('A.1.2'), effectiveOn: '2026-04-07' }));
    expect(done).toMatchObject({ state: 'recorded' });
    const ofImport = done.receipt.import;
    const [over, beside] = [await somebody('organisation-department', 'A'), await somebody('committee-officer', 'A.2')];
    const seen = async (ask: Asks) =>
      (await ask('/api/imports')).body.imports.map((one: { import: string }) => one.import);
    expect(await seen(over.ask)).toContain(ofImport);
    expect(await seen(beside.ask)).not.toContain(ofImport);
    expect(await beside.ask(`/api/imports/${ofImport}`)).toMatchObject({ status: 404 });
    expect(await beside.ask(`/api/imports/${ofImport}/undo`, { reason: 'x' })).toMatchObject({ status: 404 });
    expect((await over.ask(`/api/imports/${ofImport}/undo`, { reason: 'nhầm' })).status).toBe(200);
  });

  test('an upload that is not recorded is seen in the capacity that sent it, and in no other', async () => {
    const login = 'hai-noi';
    const [here, there] = [
      office.as({ login, capacity: await office.grant(login, 'committee-officer', 'A.1', { tenant: 'A' }) }),
      office.as({ login, capacity: await office.grant(login, 'committee-officer', 'A.2', { tenant: 'A' }) }),
    ];
    const { body } = await here('/api/imports?name=x.ndjson', file(meeting('A.1.1')));
    expect((await here(`/api/imports/${body.id}`)).status).toBe(200);
    for (const [url, payload] of [
      [`/api/imports/${body.id}`, undefined],
      [`/api/imports/${body.id}/rows`, undefined],
      [`/api/imports/${body.id}/discard`, {}],
    ] as const)
      expect(await there(url, payload), url).toMatchObject({ status: 404, code: 'import.unknown' });
  });
});
