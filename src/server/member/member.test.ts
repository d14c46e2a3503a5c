import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Member } from '#/domain/members/member-contract.ts';
import { reportNamed } from '#/reports/reports.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';
import { wanted } from './missing.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
let ids: Map<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'sotay-member-'));
const headers = { authorization: 'Bearer the-token' };

const unit = (code: string, kind: string, parent?: string, more = {}) => ({
  kind: 'unit.established',
  effectiveOn: '2010-01-01',
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent === undefined ? {} : { parent }), ...more },
});
const paper = (number: string, issuedOn: string) => ({ issuer: 'Đảng ủy X', number, issuedOn });

/** A life: admitted, recognised, moved, left, back after four years, exempt; and who else is needed. */
const acts = [
  unit('A', 'provincial'),
  unit('A.1', 'grassroots-body', 'A', { type: 'commune' }),
  unit('A.1.1', 'cell', 'A.1'),
  unit('A.1.2', 'cell', 'A.1'),
  {
    kind: 'member.admitted',
    effectiveOn: '2011-03-26',
    paper: paper('1-QĐ/ĐU', '2011-03-03'),
    person: {
      code: 'P1',
      name: 'Nguyễn Văn Mẫu',
      born: '1985-02',
      sex: 'male',
      citizenId: '001085000001',
      phone: '0900000001',
    },
    cell: 'A.1.1',
  },
  { kind: 'member.recognised', effectiveOn: '2012-03-26', paper: paper('2-QĐ/ĐU', '2012-04-02'), person: 'P1' },
  {
    kind: 'card.issued',
    effectiveOn: '2012-09-02',
    paper: paper('3-QĐ/ĐU', '2012-08-20'),
    person: 'P1',
    number: '34567890',
  },
  {
    kind: 'member.transferred',
    effectiveOn: '2014-06-01',
    paper: paper('4-GT/ĐU', '2014-06-01'),
    person: 'P1',
    to: 'A.1.2',
  },
  { kind: 'member.left', effectiveOn: '2015-01-10', paper: paper('5-QĐ/ĐU', '2015-01-10'), person: 'P1' },
  {
    kind: 'member.readmitted',
    effectiveOn: '2019-02-03',
    paper: paper('6-QĐ/ĐU', '2019-01-15'),
    person: 'P1',
    cell: 'A.1.1',
  },
  { kind: 'member.recognised', effectiveOn: '2020-02-03', paper: paper('7-QĐ/ĐU', '2020-02-10'), person: 'P1' },
  {
    kind: 'member.exempted',
    effectiveOn: '2021-05-01',
    paper: paper('8-NQ/CB', '2021-05-01'),
    person: 'P1',
    until: '2021-12-31',
  },
  {
    kind: 'member.registered',
    effectiveOn: '2012-01-01',
    person: { code: 'P2', name: 'Trần Thị Ví Dụ' },
    cell: 'A.1.2',
    status: 'official',
  },
];

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
  const posted = await app.inject({ method: 'POST', url: '/api/acts', headers, payload: { acts } });
  expect(posted.statusCode, posted.body).toBe(200);
  const room = await installation.room('A');
  ids = await room.read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query('select code, person_id as id from person');
    return new Map(rows.map(({ code, id }) => [code, id]));
  });
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(person: string, query = ''): Promise<Member & { problem: string; status: number }> {
  const answer = await app.inject({ url: `/api/members/${ids.get(person) ?? person}?${query}`, headers });
  const body = answer.json();
  return { ...body, status: answer.statusCode, problem: body.code };
}
const line = (member: Member, key: string, at = 0) => member.sheet.find((item) => item.key === key)?.lines[at];

test('on each day the page says where the member stood then, and leaves out what came later', async () => {
  const shown = async (on: string) => {
    const { placement, spells } = await ask('P1', `on=${on}`);
    return [placement.state, placement.status, placement.unit?.code ?? null, spells.length];
  };
  expect(await shown('2011-03-25')).toEqual(['not-yet', null, null, 0]);
  expect(await shown('2011-03-26')).toEqual(['member', 'probationary', 'A.1.1', 1]);
  expect(await shown('2013-01-01')).toEqual(['member', 'official', 'A.1.1', 2]);
  expect(await shown('2014-06-01')).toEqual(['member', 'official', 'A.1.2', 3]);
  expect(await shown('2016-01-01')).toEqual(['gone', null, null, 3]);
  expect(await shown('2019-06-01')).toEqual(['member', 'probationary', 'A.1.1', 4]);
});

test('for every day around an event, the standing shown is the standing fact of that day', async () => {
  const room = await installation.room('A');
  const facts = await room.read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query(
      `select lower(valid) as first, upper(valid) as end from standing where person_id = $1`,
      [ids.get('P1')],
    );
    return rows;
  });
  const days = facts.flatMap(({ first, end }) => [first, end]).filter((day) => day !== null);
  for (const day of days)
    for (const on of [-1, 0, 1].map((by) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10))) {
      const fact = await room.read({ actor: 'test' }, async ({ client }) => {
        const { rows } = await client.query(
          `select c.code, s.status from standing s join unit_code c on c.unit_id = s.unit_id and c.valid @> $2::date
           where s.person_id = $1 and s.valid @> $2::date`,
          [ids.get('P1'), on],
        );
        return rows[0] ?? null;
      });
      const { placement } = await ask('P1', `on=${on}`);
      const told = placement.unit === null ? null : { code: placement.unit.code, status: placement.status };
      expect(told, on).toEqual(fact);
    }
});

test('party age counts from the decision, less the months outside, and says so (29-QĐ/TW, 27.3)', async () => {
  const { partyAge, badge } = await ask('P1', 'on=2026-11-30');
  expect(partyAge).toMatchObject({
    ...{ months: 188 - 48, from: '2011-03-03', basis: 'decision', until: '2026-11-30' },
    outside: [{ from: '2015-01-10', to: '2019-01-15', months: 48 }],
  });
  // 360 months of party age are full in March 2045; the round after the first of that month is 19/5.
  expect(badge).toMatchObject({ reached: null, next: { years: 30, reachedFrom: '2045-03-01', round: '2045-05-19' } });
  expect((await ask('P1', 'on=2016-01-01')).partyAge).toMatchObject({
    months: 46,
    until: '2015-01-10',
    endedBy: 'left',
  });
});

test('sensitive values are told to be there and never what they are', async () => {
  const member = await ask('P1');
  expect(line(member, 'citizenId')).toMatchObject({ isSensitive: true, text: { vi: '•••' } });
  expect(line(member, 'hometown')).toMatchObject({ isSensitive: false, text: null });
  expect(JSON.stringify(member)).not.toContain('001085000001');
  expect(JSON.stringify(member)).not.toContain('0900000001');
});

test('what the record lacks is told with the rows that leave the member out, and those rows are on the forms', async () => {
  const { missing } = await ask('P2', 'on=2026-11-30');
  const keys = missing.filter(({ needs }) => needs.length > 0).map(({ key }) => key);
  expect(keys).toEqual(wanted.map(({ key }) => key));
  for (const { needs } of wanted)
    for (const { open } of needs) {
      if (open === null) continue;
      const [report = '', row = ''] = open.split('/');
      const answer = await app.inject({
        url: `/api/reports/${report}/rows/${row}?unit=A&from=2026-01-01&to=2026-11-30`,
        headers,
      });
      expect(answer.statusCode, `${open} ${reportNamed(report).name}`).toBe(200);
    }
  const full = (await ask('P1', 'on=2026-11-30')).missing.map(({ key }) => key);
  for (const key of ['born', 'sex', 'admissionDecidedOn', 'admittedOn', 'officialOn', 'card', 'citizenId'])
    expect(full).not.toContain(key);
});

test('an exemption marks the standing while it lasts and stays in the course after it', async () => {
  expect((await ask('P1', 'on=2021-06-01')).placement.marks).toHaveLength(1);
  const after = await ask('P1', 'on=2022-01-01');
  expect(after.placement.marks).toEqual([]);
  expect(after.spells.find(({ track }) => track === 'exemption')).toMatchObject({
    from: '2021-05-01',
    to: '2022-01-01',
  });
});

test('a person outside the scope, or not there, is told in the same words', async () => {
  const nobody = await ask('00000000-0000-7000-8000-000000000000');
  const outside = await ask('P2', 'scope=A.1.1');
  expect(nobody).toMatchObject({ status: 404, problem: 'person.unknown' });
  expect({ ...outside }).toEqual({ ...nobody });
  expect((await ask('P1', 'scope=A.1.1')).status).toBe(200);
  expect((await ask('P1', 'knownAt=2999-01-01T00:00:00Z')).problem).toBe('known-at.future');
  expect((await ask('P1', 'knownAt=2005-01-01T00:00:00Z')).problem).toBe('person.unknown');
});

test('the record sheet is printed as a PDF and a Word document, and no sensitive value stands in either', async () => {
  for (const format of ['pdf', 'docx']) {
    const answer = await app.inject({
      url: `/api/members/${ids.get('P1')}/sheet?on=2026-11-30&format=${format}`,
      headers,
    });
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
    expect(answer.headers['content-disposition']).toContain(`phieu-dang-vien-P1-2026-11-30.${format}`);
    const start = answer.rawPayload.subarray(0, 4).toString('latin1');
    expect(start).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
    if (process.env.KEEP_SHEET) writeFileSync(`${process.env.KEEP_SHEET}.${format}`, answer.rawPayload);
  }
});
