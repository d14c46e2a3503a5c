import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantRole } from '#/kernel/access/grants.ts';
import type { Role } from '#/kernel/access/roles.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { routes } from '#/server/routes.ts';
import { kindTable, proposalTable } from './permissions/kinds.ts';
import type { Asked, Line } from './permissions/line.ts';
import { lines } from './permissions/lines.ts';
import { type Answer, type Asks, accountOf, type Office, openOffice } from './seats.ts';
import { id, ofA, ofB } from './two-communes.ts';

// Every way in × every role × inside and outside its part of the tree. A route that is not in the table fails the first test.

let office: Office;
/** Everybody works at commune A.1. */
const callers = new Map<string, Asks>();
const others = {
  draft: uuidv7(),
  view: '',
  import: '',
  export: '',
  attachment: '',
  own: '',
  account: '',
  higher: '',
  proposal: uuidv7(),
  ...{ correction: uuidv7(), decided: uuidv7(), far: uuidv7(), evidence: '', farEvidence: '' },
};

const letters: Record<string, string> = {
  member: 'M',
  'cell-secretary': 'C',
  'committee-officer': 'O',
  'organisation-department': 'D',
  'inspection-commission': 'I',
  leader: 'L',
  administrator: 'A',
  auditor: 'U',
};

/** Proposed at another commune. */
const elsewhere = {
  kind: 'meeting.held',
  effectiveOn: '2026-01-05',
  unit: 'A.2.1',
  convened: 3,
  present: 2,
  sort: 'regular',
};

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex');

beforeAll(async () => {
  office = await openOffice(['A', 'B']);
  const { operator } = office;
  for (const [tenant, acts] of [
    ['A', ofA],
    ['B', ofB],
  ] as const) {
    const { status, text } = await operator('/api/acts', { tenant, acts });
    expect(status, text).toBe(200);
  }
  for (const role of Object.keys(letters)) {
    const capacity = await office.grant(`can-bo-${role}`, role, 'A.1');
    callers.set(role, office.as({ login: `can-bo-${role}`, capacity }));
  }
  await operator('/api/act-drafts', {
    tenant: 'A',
    id: others.draft,
    kind: 'meeting.held',
    title: 'Của người khác',
    isShared: true,
    body: {},
  });
  const view = { filters: {}, columns: ['name'], sort: 'name' };
  others.view = (
    await operator('/api/people/views', { tenant: 'A', name: 'Của cấp trên', isShared: true, view })
  ).body.id;
  others.import = (await operator('/api/imports?name=x.ndjson&tenant=A', Buffer.from('{"kind":"x"}\n'))).body.id;
  const proposal = await operator('/api/proposals', { tenant: 'A', act: { ...elsewhere, id: others.proposal } });
  expect(proposal.status, proposal.text).toBe(200);
  others.export = (await operator('/api/people/export', { tenant: 'A', columns: ['name'] })).body.id;
  const attach = (person: string) =>
    operator(
      `/api/attachments?tenant=A&person=${id(`person ${person}`)}&purpose=photo&name=a.jpg&declaredUnclassified=1`,
      jpeg,
    );
  others.attachment = (await attach('P2')).body.id;
  others.own = (await attach('P1')).body.id;
  await tieAndAsk(operator);
  const invited = async (login: string) => (await operator('/api/accounts', { login, name: 'Lê Được Mời' })).body.id;
  others.account = await invited('duoc.moi');
  others.higher = await invited('cap.tren');
  const room = await office.installation.room('A');
  const account = { id: others.higher, login: 'cap.tren' };
  const at = '2026-01-01T00:00:00Z';
  const higher = {
    role: 'leader',
    from: '2026-01-01',
    until: null,
    reason: 'x',
    by: 'x',
    at,
    giver: null,
    delegatedFrom: null,
  };
  await room.write({ actor: 'x' }, (tx) => grantRole(tx, { account, unitId: null, ...higher }));
  for (const [name, value] of Object.entries(others)) expect(value, name).toMatch(/^[\w-]{8,}$/);
}, 120_000);
afterAll(() => office.close());

/** The member's account belongs to P1; somebody asks for corrections of P1's record, and of one outside. */
async function tieAndAsk(operator: Asks): Promise<void> {
  const tied = { login: 'can-bo-member', reason: 'x', tenant: 'A' };
  const done = [await operator(`/api/people/${id('person P1')}/account`, tied)];
  for (const [correction, person] of [
    [others.correction, 'P1'],
    [others.decided, 'P1'],
    [others.far, 'P2'],
  ] as const) {
    const wish = { field: 'birthPlace', after: 'Xã Mẫu', reason: 'x', tenant: 'A' };
    done.push(await operator('/api/corrections', { ...wish, id: correction, person: id(`person ${person}`) }));
  }
  const scan = async (correction: string) => {
    const address = `/api/corrections/${correction}/evidence?tenant=A&name=a.jpg&declaredUnclassified=1`;
    done.push(await operator(address, jpeg));
    return done.at(-1)?.body.id;
  };
  Object.assign(others, { evidence: await scan(others.correction), farEvidence: await scan(others.far) });
  const capacity = await office.grant('quyet-dinh', 'committee-officer', 'A');
  const decider = office.as({ login: 'quyet-dinh', capacity });
  done.push(await decider(`/api/corrections/${others.decided}/decide`, { isAccepted: false, reason: 'x' }));
  expect(done.flatMap(({ status, text }) => (status === 200 ? [] : text))).toEqual([]);
}

const keyOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('every route stands in the table, and the table names no other', () => {
  expect(Object.keys(lines).toSorted()).toEqual(routes.map(keyOf).toSorted());
});

test('what only needs a session says why; nothing else is open to whoever is merely signed in', () => {
  const open = routes.filter(({ permission }) => permission === 'signed-in' || permission === 'public');
  const reasons = Object.entries(lines).filter(([, line]) => 'because' in line);
  expect(open.map(keyOf).toSorted()).toEqual(reasons.map(([key]) => key).toSorted());
});

test('every permission is asked for somewhere, and none is asked for that nobody could be given', () => {
  const asked = new Set<string>(routes.map(({ permission }) => permission));
  const declared = office.installation.roles.permissions.map(({ name }) => name);
  expect(declared.filter((name) => !asked.has(name))).toEqual([]);
  const known = new Set([...declared, 'public', 'signed-in']);
  expect([...asked].filter((name) => !known.has(name))).toEqual([]);
});

async function send(asks: Asks, key: string, asked: Asked, role: string): Promise<Answer> {
  const [method = '', path = ''] = key.split(' ');
  const { at = {}, query = '', payload } = typeof asked === 'string' ? { query: asked } : asked;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = at[name] ?? others[name as keyof typeof others];
    const known = value?.startsWith('others.') ? others[value.slice(7) as keyof typeof others] : value;
    return encodeURIComponent(known ?? 'x');
  });
  const body = method === 'GET' ? undefined : typeof payload === 'function' ? payload(role) : (payload ?? {});
  return asks(query === '' ? filled : `${filled}?${query}`, body);
}

const table = Object.entries(lines).map(([key, line]) => [key, line] as const);

describe.each(table)('%s', (key, line: Line) => {
  if ('because' in line) {
    test(`is open: ${line.because}`, async () => {
      const isPublic = routes.find((route) => keyOf(route) === key)?.permission === 'public';
      expect((await send(office.nobody, key, line.inside, '')).status).toBe(isPublic ? (line.status ?? 200) : 401);
    });
    return;
  }
  test(`lets in ${line.roles || 'the operator only'}, and says to others what they lack`, async () => {
    expect((await send(office.nobody, key, line.inside, '')).status).toBe(401);
    for (const [role, asks] of callers) {
      const isLet = line.roles.includes(letters[role] as string);
      const answer = await send(asks, key, line.inside, role);
      const said = `${role}: ${answer.status} ${answer.text.slice(0, 300)}`;
      if (isLet) expect(answer.status, said).toBe(line.status ?? 200);
      else expect([answer.status, answer.code], said).toEqual([403, 'permission.missing']);
    }
  });
  if (line.outside !== undefined)
    test('is not there outside the place of the role', async () => {
      for (const outside of [line.outside].flat())
        for (const [role, asks] of callers) {
          const isLet = line.roles.includes(letters[role] as string);
          const answer = await send(asks, key, outside as Asked, role);
          expect(answer.status, `${role}: ${answer.text.slice(0, 300)}`).toBe(isLet ? 404 : 403);
          expect(answer.text).not.toMatch(/Ngoài|Lê Thị Xa|0900000002/);
        }
    });
});

test('every kind of act is recorded by the roles of the table, and refused to all others by name', async () => {
  const { register, roles } = office.installation;
  expect(Object.keys(kindTable).toSorted()).toEqual([...register.kinds.keys()].toSorted());
  for (const { kind, example, title } of register.kinds.values())
    for (const { role, vi } of roles.all as readonly Role[]) {
      const asks = callers.get(role) as Asks;
      const acts = [{ ...example, kind }];
      const isLet = kindTable[kind]?.includes(letters[role] as string);
      const holdsPosting = kindTable['meeting.held']?.includes(letters[role] as string);
      const tried = await asks('/api/acts/rehearse', { acts });
      if (!holdsPosting) expect([tried.status, tried.code], `${role} ${kind}`).toEqual([403, 'permission.missing']);
      else expect(tried.text.includes('act.not-yours'), `${role} ${kind} ${tried.text}`).toBe(!isLet);
      if (isLet || !holdsPosting) continue;
      const posted = await asks('/api/acts', { acts });
      expect([posted.status, posted.code], `${role} ${kind}`).toEqual([403, 'act.not-yours']);
      expect(posted.body.title).toContain(title.en);
      expect(posted.body.errors[0].message).toContain(roles.get(role)?.en);
      expect(vi).not.toBe('');
    }
}, 240_000);

test('every kind of act is proposed by the roles of the table and those that record it, and refused to all others', async () => {
  const { register } = office.installation;
  for (const { kind, example } of register.kinds.values())
    for (const [role, asks] of callers) {
      const letter = letters[role] as string;
      if (!kindTable['meeting.held']?.includes(letter)) continue; // without the permission: see the route
      const isLet = kindTable[kind]?.includes(letter) || proposalTable[letter]?.includes(kind);
      const answer = await asks('/api/proposals', { act: { ...example, kind, id: uuidv7() } });
      expect(answer.code === 'act.not-yours', `${role} ${kind} ${answer.text}`).toBe(!isLet);
      if (answer.status === 200) await asks(`/api/proposals/${answer.body.id}/withdraw`, {});
    }
}, 240_000);

test('a role that needs a second factor may do nothing without one, and is told so', async () => {
  const login = 'can-bo-leader';
  const capacity = (await callers.get('leader')?.('/api/session'))?.body;
  expect(capacity.permissions).toContain('members.read');
  const [{ id: chosen }] = (await (callers.get('leader') as Asks)('/api/capacities')).body.capacities;
  const weak = office.as({ login, capacity: chosen, isWeak: true });
  expect(await weak('/api/people')).toMatchObject({ status: 403, code: 'second-factor.needed' });
  expect((await weak('/api/session')).body).toMatchObject({ permissions: [], records: [] });
  expect((await weak('/api/capacities')).body.capacities[0]).toMatchObject({ needsSecondFactor: true });
});

test('of what is somebody else’s nothing has been changed or thrown away', async () => {
  const { operator } = office;
  const drafts = (await operator('/api/act-drafts?tenant=A')).body.drafts;
  expect(drafts.map((one: { id: string }) => one.id)).toContain(others.draft);
  const views = (await operator('/api/people/views?tenant=A')).body.views;
  expect(views).toContainEqual(expect.objectContaining({ id: others.view, name: 'Của cấp trên' }));
  const { state } = (await operator(`/api/proposals/${others.proposal}?tenant=A`)).body;
  expect(state).toBe('open');
  for (const url of [
    `/api/imports/${others.import}`,
    `/api/exports/${others.export}`,
    `/api/attachments/${others.attachment}?tenant=A`,
    `/api/corrections/${others.correction}/evidence/${others.evidence}?tenant=A`,
    `/api/corrections/${others.far}/evidence/${others.farEvidence}?tenant=A`,
  ])
    expect((await operator(url)).status, url).toBe(200);
});

test('an account without a role sees nothing, whatever it names', async () => {
  const stranger = office.as({ login: 'nguoi-la' });
  for (const url of ['/api/people', '/api/people?tenant=A', '/api/units?tenant=A', '/api/acts?tenant=A'])
    expect(await stranger(url), url).toMatchObject({ status: 403, code: 'capacity.none' });
  expect((await stranger('/api/tenants')).body).toEqual({ tenants: [] });
  expect(accountOf('nguoi-la')).not.toBe(accountOf('can-bo-leader'));
});
