import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from './installation.ts';
import { makeServer } from './server.ts';
import { makeSessions } from './sessions.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'sotay-members-file-'));

const unit = (code: string, kind: string, parent?: string) => ({
  kind: 'unit.established',
  effectiveOn: '2000-01-01',
  unit: { code, name: `Tổ chức ${code}`, kind, parent },
});
const member = (name: string, citizenId: string, cell: string) => ({
  kind: 'member.registered',
  effectiveOn: '2025-01-01',
  person: { name, citizenId },
  cell,
  status: 'official',
});

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
  const acts = [
    unit('A', 'provincial'),
    unit('A.1', 'commune', 'A'),
    unit('A.1.1', 'grassroots-cell', 'A.1'),
    unit('A.1.2', 'grassroots-cell', 'A.1'),
    member('Nguyễn Văn Mẫu', '001060000001', 'A.1.1'),
    member('=1+1', '001060000002', 'A.1.2'),
  ];
  const posted = await ask('/api/acts', { method: 'POST', payload: { acts } });
  expect(posted.statusCode, posted.body).toBe(200);
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (url: string, more?: InjectOptions) =>
  app.inject({ url, headers: { authorization: 'Bearer the-token' }, ...more });
const reveal = (payload: object) => ask('/api/members/file', { method: 'POST', payload });
const logged = async () =>
  (await installation.room('A')).read(
    { actor: 'test' },
    async ({ client }) => (await client.query('select * from access_log')).rows,
  );
const query = 'layout=clean-up-33&format=csv&unit=A&on=2025-06-01';

test('a list is a file to save, its sensitive values masked, no cell a formula, and nothing is logged', async () => {
  const answer = await ask(`/api/members/file?${query}`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': "attachment; filename*=UTF-8''clean-up-33-A-2025-06-01.csv",
    'cache-control': 'no-store',
  });
  expect(answer.body).toContain('Nguyễn Văn Mẫu');
  expect(answer.body).toContain(";'=1+1;");
  expect(answer.body).not.toContain('001060000001');
  expect((await ask('/api/members/file?layout=7-hsdv&on=2025-06-01')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect((await ask('/api/members/file')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect(await logged()).toEqual([]);
});

test('sensitive values are to be had by a POST with a reason, which is kept with the unit and the asker', async () => {
  const asked = { layout: 'clean-up-33', format: 'csv', unit: 'A.1.1', on: '2025-06-01' };
  for (const reason of [undefined, '', '  '])
    expect((await reveal({ ...asked, reason })).statusCode, `${reason}`).toBe(400);
  expect((await ask(`/api/members/file?${query}&reason=x`)).statusCode).toBe(400);
  expect(await logged()).toEqual([]);
  const answer = await reveal({ ...asked, reason: 'Đối chiếu' });
  expect(answer.body).toContain('001060000001');
  expect(answer.body).not.toContain('001060000002');
  const template = await reveal({ unit: 'A', format: 'csv', reason: 'Chuyển máy' });
  expect(template.body).toContain('001060000002');
  expect(await logged()).toMatchObject([
    {
      reason: 'Đối chiếu',
      person_count: 1,
      detail: { layout: 'clean-up-33' },
      unit_id: expect.any(String),
      scope: '|',
    },
    { reason: 'Chuyển máy', person_count: 2, detail: { layout: 'template', format: 'csv' } },
  ]);
});

test('who is held to a part of the tree gets nothing of another, and no trace of the attempt', async () => {
  const asked = { layout: 'clean-up-33', format: 'csv', on: '2025-06-01', scope: 'A.1.2', reason: 'x' };
  expect((await reveal({ ...asked, unit: 'A.1.1' })).statusCode).toBe(404);
  const before = (await logged()).length;
  const own = await reveal({ ...asked, tenant: 'A' });
  expect(own.body).toContain('001060000002');
  expect(own.body).not.toContain('001060000001');
  expect(await logged()).toHaveLength(before + 1);
});

test('what cannot be is refused: an unknown layout, a day of no calendar, people gone in the template', async () => {
  for (const wrong of ['layout=x', 'on=2025-02-30', 'format=pdf'])
    expect((await ask(`/api/members/file?${wrong}`)).statusCode, wrong).toBe(400);
  expect((await ask('/api/members/file?layout=template&goneSince=2025-01-01')).json()).toMatchObject({
    code: 'export.layout',
  });
  expect((await ask('/api/members/file?unit=NO')).statusCode).toBe(404);
});

test('the list is read on a screen as the paper has it: cells name their members, sensitive values are masked', async () => {
  const answer = (await ask('/api/members/list?unit=A&on=2025-06-01')).json();
  expect(answer).toMatchObject({
    title: 'SỔ DANH SÁCH ĐẢNG VIÊN',
    unit: { code: 'A', name: 'Tổ chức A' },
    superior: null,
    on: '2025-06-01',
    count: 2,
    signatures: ['NGƯỜI LẬP SỔ', 'T/M CẤP ỦY'],
  });
  expect(answer.columns).toHaveLength(14);
  expect(answer.rows.filter((row: object) => 'group' in row)).toHaveLength(2);
  const people = answer.rows.flatMap((row: { cells?: string[] }) => row.cells?.[1] ?? []);
  expect(people.map((text: string) => text.split('\n')[0])).toEqual(['Nguyễn Văn Mẫu', '=1+1']);
  expect(JSON.stringify(answer)).not.toContain('001060000001');
  expect((await ask('/api/members/list?unit=A.1.1&on=2025-06-01')).json()).toMatchObject({ count: 1 });
  expect((await ask('/api/members/list?unit=A.9')).statusCode).toBe(404);
});
