import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Intake, PreviewPage } from '#/exchange/intake/shapes.ts';
import { type Digest, digest } from '#/kernel/journal/digest.ts';
import { emptyDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sotay-imports-'));
  database = await emptyDatabase();
  await open();
});
afterEach(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
}

const headers = { authorization: 'Bearer the-token' };
interface Refusal {
  status: number;
  code: string;
  errors?: { code: string; message: string; cell?: string }[];
}

async function send<T>(method: 'GET' | 'POST', url: string, payload?: object): Promise<T> {
  const answer = await app.inject({ method, url, headers, payload });
  return { status: answer.statusCode, ...answer.json() };
}

/** The session when its work is done. */
async function settled(id: string): Promise<Intake> {
  for (let tries = 0; tries < 600; tries++) {
    const intake = await send<Intake>('GET', `/api/imports/${id}`);
    if (intake.progress === undefined && intake.state !== 'checking' && intake.state !== 'recording') return intake;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the work never came to an end');
}

async function upload<T = Intake>(name: string, content: string | Uint8Array, more = ''): Promise<T> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/imports?name=${encodeURIComponent(name)}${more}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(content),
  });
  return { status: answer.statusCode, ...answer.json() };
}

const check = async (id: string) => {
  await send('POST', `/api/imports/${id}/check`);
  return settled(id);
};
const record = async (id: string, goodRowsOnly = false) => {
  const begun = await send<Intake & Refusal>('POST', `/api/imports/${id}/record`, { goodRowsOnly });
  return begun.status === 200 ? settled(id) : begun;
};
const rowsOf = (id: string, query = '') => send<PreviewPage>('GET', `/api/imports/${id}/rows?${query}`);

const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => `${row.join(';')}\n`).join('');
const units = csv([
  ['Mã', 'Tên', 'Loại', 'Loại hình', 'Mã cấp trên', 'Ngày thành lập'],
  ['A', 'Đảng bộ huyện A', 'district', '', '', '01/01/2000'],
  ['A.1', 'Đảng bộ xã M', 'grassroots-body', 'Xã', 'A', '01/01/2000'],
  ['A.1.1', 'Chi bộ thôn Một', 'cell', '', 'A.1', '01/01/2000'],
  ['A.1.2', 'Chi bộ thôn Hai', 'cell', '', 'A.1', '01/01/2000'],
]);
const heading = ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Mã chi bộ', 'Tình trạng', 'Ngày mở sổ'];
const members = (...rows: string[][]) => csv([heading, ...rows]);
const mau = ['Nguyễn Văn Mẫu', '03/02/1960', '001060000001', 'A.1.1', 'Chính thức', '01/01/2025'];
const vi = ['Trần Thị Ví Dụ', '04/05/1998', '001198000002', 'A.1.1', 'Dự bị', '01/01/2025'];

const uploads = () => readdirSync(join(folder, 'uploads'), { recursive: true, encoding: 'utf8' });

async function register(): Promise<void> {
  const { id } = await upload('units.csv', units);
  expect(await record(id)).toMatchObject({ state: 'recorded', tenant: 'A', receipt: { added: 4 } });
}

async function facts(): Promise<Digest> {
  const room = await installation.room('A');
  return room.read({ actor: 'test' }, (tx) => digest(tx, installation.register.tables));
}

test('a file is recognised, checked, shown, recorded and undone as one', async () => {
  await register();
  const before = await facts();
  const sent = await upload('danh sách.csv', members(mau, vi));
  expect(sent).toMatchObject({ state: 'recognised', tenant: 'A', name: 'danh sách.csv', remembered: false });
  expect(await check(sent.id)).toMatchObject({
    state: 'checked',
    problems: { total: 0 },
    counts: { rows: 2, good: 2, members: 2, withProblems: 0 },
  });
  const { rows, next, columns } = await rowsOf(sent.id);
  expect(next).toBeNull();
  expect(columns.find(({ key }) => key === 'person.citizenId')).toMatchObject({ letters: ['C'], isSensitive: true });
  expect(rows[0]).toMatchObject({
    row: 2,
    what: 'member',
    cells: { 'person.name': 'Nguyễn Văn Mẫu', 'person.born': '03/02/1960', cell: 'A.1.1', status: 'Chính thức' },
    problems: [],
  });
  const done = await record(sent.id);
  expect(done).toMatchObject({ state: 'recorded', receipt: { added: 2, leftOut: 0 } });
  expect(uploads().filter((name) => name.startsWith(sent.id))).toEqual([sent.id, `${sent.id}/session.json`]);
  const { imports } = await send<{ imports: object[] }>('GET', '/api/imports');
  expect(imports[0]).toMatchObject({ id: sent.id, state: 'recorded', acts: 2, by: 'api' });
  expect(await send('POST', `/api/imports/${sent.id}/undo`, { reason: 'nhầm tệp' })).toMatchObject({ state: 'undone' });
  expect((await facts()).facts).toBe(before.facts);
});
