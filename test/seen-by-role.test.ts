import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#/platform/clock.ts';
import { hire } from './officers.ts';
import { type Asks, type Office, openOffice } from './seats.ts';
import { id, ofA, ofB } from './two-communes.ts';

// What somebody sees who has a role at commune A.1, and what not.

let office: Office;
beforeAll(async () => {
  office = await openOffice(['A', 'B'], fixedClock('2026-06-15T03:00:00Z'));
  for (const [tenant, acts] of [
    ['A', ofA],
    ['B', ofB],
  ] as const)
    expect((await office.operator('/api/acts', { tenant, acts })).status).toBe(200);
}, 60_000);
afterAll(() => office.close());

const somebody = hire(() => office);

describe('what is seen', () => {
  test('of sensitive values are the classes of the role, and the log names what was revealed', async () => {
    const [secretary, department] = [
      await somebody('cell-secretary', 'A.1.1'),
      await somebody('organisation-department', 'A.1'),
    ];
    const csv = async (ask: Asks) => (await ask('/api/members/file', { format: 'csv', reason: 'rà soát' })).text;
    const [own, all] = [await csv(secretary.ask), await csv(department.ask)];
    expect(own).toContain('0900000001');
    expect(own).not.toContain('Sức khỏe P1');
    expect(all).toContain('Sức khỏe P1');
    expect(all).not.toContain('P2');
    const room = await office.installation.room('A');
    const { rows } = await room.read({ actor: 'x' }, ({ client }) =>
      client.query('select detail, scope from access_log where actor = $1', [secretary.login]),
    );
    expect(rows[0].detail.fields).toContain('phone');
    expect(rows[0].detail.fields).not.toContain('health');
    expect(rows[0].scope).toMatch(/^\|\w+\.\w+\.\w+\.$/);
  });

  test('of the access log is what was looked at from one’s place, and who looked at it from above; of others nothing', async () => {
    const [officer, wide] = [
      await somebody('committee-officer', 'A.1'),
      await somebody('organisation-department', 'A'),
    ];
    const beside = await somebody('committee-officer', 'A.2');
    for (const { ask } of [officer, wide, beside])
      expect((await ask('/api/members/file', { format: 'csv', reason: 'rà soát' })).status).toBe(200);
    const auditor = await somebody('auditor', 'A.1');
    const seen = async (query = '') =>
      (await auditor.ask(`/api/access-log?${query}`)).body.accesses as { actor: string; persons: { id: string }[] }[];
    const actors = (await seen()).map(({ actor }) => actor);
    expect(actors).toContain(officer.login);
    expect(actors).toContain(wide.login);
    expect(actors).not.toContain(beside.login);
    for (const { persons } of await seen(`actor=${wide.login}`))
      expect(persons.map((one) => one.id)).not.toContain(id('person P2'));
    expect((await seen(`actor=${officer.login}`))[0]).toMatchObject({ reason: 'rà soát', personCount: 1, unit: null });
  });

  test('of lists kept under a name are one’s own, and those shared within one’s place', async () => {
    const [over, under, beside] = [
      await somebody('leader', 'A'),
      await somebody('leader', 'A.1'),
      await somebody('leader', 'A.2'),
    ];
    const view = { filters: { q: 'Trần Thị Ngoài' }, columns: ['name'], sort: 'name' };
    for (const [who, name] of [
      [over, 'trên'],
      [under, 'dưới'],
      [beside, 'bên'],
    ] as const)
      expect((await who.ask('/api/people/views', { name, isShared: true, view })).status).toBe(200);
    const names = async ({ ask }: { ask: Asks }) =>
      (await ask('/api/people/views')).body.views
        .map(({ name }: { name: string }) => name)
        .filter((name: string) => /^(trên|dưới|bên)$/.test(name));
    expect(await names(over)).toEqual(['bên', 'dưới', 'trên']);
    expect(await names(under)).toEqual(['dưới']);
    expect(await names(beside)).toEqual(['bên']);
  });

  test('is told with the grant by which it is seen, and who else can read the record', async () => {
    const leader = await somebody('leader', 'A.1');
    const secretary = await somebody('cell-secretary', 'A.1.1');
    await somebody('administrator', 'A.1');
    const strange = await somebody('leader', 'A.2');
    const person = id('person P1');
    expect((await leader.ask(`/api/why?person=${person}`)).body).toMatchObject({
      isOperator: false,
      grant: { id: leader.grantId, role: 'leader', reason: 'phân công', grantedBy: 'api' },
      under: { code: 'A.1' },
    });
    expect((await office.operator(`/api/why?unit=A&tenant=A`)).body).toMatchObject({
      ...{ isOperator: true, grant: null, source: null, under: null, lies: [{ code: 'A' }], hides: [] },
    });
    const { offices } = (await secretary.ask(`/api/people/${person}/seen-by`)).body;
    const told = (role: string, unit: string) =>
      offices.find((one: { role: string; unit: { code: string } }) => one.role === role && one.unit?.code === unit);
    expect(told('leader', 'A.1')).toMatchObject({ record: true, attachments: true, reveals: [] });
    expect(told('leader', 'A.1').holders.map(({ login }: { login: string }) => login)).toContain(leader.login);
    expect(told('cell-secretary', 'A.1.1').reveals).toEqual(['contact', 'address', 'family']);
    expect(JSON.stringify(offices)).not.toContain('administrator');
    expect(JSON.stringify(offices)).not.toContain(strange.login);
  });

  test('is told by what was passed on, where it lies within the place, and which classes of values that opens and which not', async () => {
    const inspector = await somebody('inspection-commission', 'A');
    const passed = { login: 'thay-kiem-tra', unit: 'A.1', to: '2026-07-31', reason: 'đi công tác' };
    const { body: deputy, text } = await inspector.ask('/api/grants/delegate', passed);
    expect(deputy.id, text).toBeDefined();
    const asked = office.as({ login: 'thay-kiem-tra', capacity: `A/${deputy.id}` });
    const told = (await asked(`/api/why?act=${id('registered P1')}`)).body;
    expect(told).toMatchObject({
      grant: { id: deputy.id, grantedBy: inspector.login, to: '2026-07-31', delegatedFrom: inspector.grantId },
      source: { id: inspector.grantId, login: inspector.login, unit: { code: 'A' } },
      under: { code: 'A.1' },
      lies: [{ code: 'A.1.1', name: 'Đơn vị A.1.1' }],
      opens: { record: true, journal: true, unseals: ['complainant'] },
      hides: ['family', 'health', 'vetting'],
    });
    expect(told.opens.reveals).toEqual(['identity-number', 'contact', 'address', 'complainant']);
    const auditor = await somebody('auditor', 'A.1');
    expect((await auditor.ask('/api/why?unit=A.1.1')).body).toMatchObject({
      lies: [{ code: 'A.1.1' }],
      opens: { record: false, journal: true, attachments: false, reveals: [], unseals: [] },
    });
    for (const asks of ['', `unit=A.1&person=${id('person P1')}`])
      expect((await auditor.ask(`/api/why?${asks}`)).code).toBe('subject.missing');
    // A member's record is not the auditor's, an act is; and of what lies outside nothing is told.
    expect((await auditor.ask(`/api/why?person=${id('person P1')}`)).code).toBe('permission.missing');
    expect((await auditor.ask(`/api/why?act=${id('registered P2')}`)).code).toBe('act.unknown');
  });

  test('follows the tree: when a cell moves, its old commune sees it no longer and the new one does', async () => {
    const [old, fresh] = [await somebody('leader', 'A.1'), await somebody('leader', 'A.2')];
    const cell = { code: 'A.1.9', name: 'Chi bộ Chín', kind: 'cell', parent: 'A.1' };
    const established = { kind: 'unit.established', effectiveOn: '2021-01-01', unit: cell };
    expect((await office.operator('/api/acts', { tenant: 'A', acts: [established] })).status).toBe(200);
    expect([(await old.ask('/api/units/A.1.9')).status, (await fresh.ask('/api/units/A.1.9')).status]).toEqual([
      200, 404,
    ]);
    const moved = { kind: 'unit.moved', effectiveOn: '2026-06-01', unit: 'A.1.9', parent: 'A.2' };
    const answer = await office.operator('/api/acts', { tenant: 'A', acts: [moved] });
    expect(answer.status, answer.text).toBe(200);
    expect([(await old.ask('/api/units/A.1.9')).status, (await fresh.ask('/api/units/A.1.9')).status]).toEqual([
      404, 200,
    ]);
  });

  test('a number is open to whoever reads figures; the names behind it only to whoever reads members', async () => {
    const { roles } = office.installation;
    const leader = roles.get('leader');
    const counts = {
      ...leader,
      role: 'counter',
      permissions: new Set(['register.read', 'figures.read', 'reports.read']),
    };
    const before = roles.get;
    Object.assign(roles, { get: (name: string) => (name === 'counter' ? counts : before(name)) });
    const { ask } = await somebody('counter');
    expect((await ask('/api/figures/members?unit=A.1&on=2026-06-01')).body.value).toBe(1);
    expect((await ask('/api/figures/members?unit=A.1&on=2026-06-01&byUnit=1')).status).toBe(200);
    for (const more of ['list=1', 'notCounted=1'])
      expect(await ask(`/api/figures/members?unit=A.1&on=2026-06-01&${more}`), more).toMatchObject({ status: 403 });
    expect(await ask('/api/reports/form-1/rows/A?unit=A.1&from=2026-01-01&to=2026-06-01')).toMatchObject({
      status: 403,
    });
    const { attention } = (await ask('/api/home/attention?unit=A.1&on=2026-06-15')).body;
    expect(attention.length).toBeGreaterThan(0);
    for (const { first } of attention) expect(first).toEqual([]);
    const named = (await (await somebody('leader')).ask('/api/home/attention?unit=A.1&on=2026-06-15')).body.attention;
    expect(named.some(({ first }: { first: object[] }) => first.length > 0)).toBe(true);
  });
});
