import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { makeServer } from '#/server/server.ts';
import { makeSessions } from '#/server/sessions.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { headings, hostileWorkbook, hostileZip, textCell, textRows, workbookParts } from './archives.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'sotay-hostile-server-'));

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
});
afterAll(async () => {
  app.server.closeAllConnections(); // the one whose upload was broken off
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const list = textRows([headings, ['Nguyễn Văn Mẫu', '1980', 'A', 'Chính thức']]);
const files: [string, Uint8Array][] = [
  ['macro.xlsx', hostileWorkbook(list, { 'xl/vbaProject.bin': 'x' })],
  ['links.xlsx', hostileWorkbook(list, { 'xl/externalLinks/externalLink1.xml': '<x/>' })],
  ['bomb.xlsx', hostileWorkbook(Buffer.alloc(40_000_000, ' '))],
  ['lies.xlsx', hostileZip(workbookParts(list).map((part) => ({ ...part, declared: { size: 7 } })))],
  ['twice.xlsx', hostileWorkbook(`<row r="1">${textCell('A1', 'x')}${textCell('A1', 'y')}</row>`)],
  ['cut.xlsx', hostileWorkbook(list).subarray(0, 500)],
  ['paper.xlsx', Buffer.from('%PDF-1.7')],
  ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['macro.xlsm', hostileWorkbook(list)],
  ['wide.xlsx', hostileWorkbook(`<row r="1">${textCell('XFD1', 'x')}</row>`)],
  ['not.csv', hostileWorkbook(list)],
  ['open.csv', Buffer.from(`${headings.join(';')}\n"Nguyễn;1980;A;Chính thức\n`)],
  ['nul.csv', Buffer.concat([Buffer.from(`${headings.join(';')}\n`), Buffer.alloc(5_000_000)])],
];

async function upload(name: string, payload: Uint8Array) {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/imports?name=${encodeURIComponent(name)}`,
    headers: { authorization: 'Bearer the-token', 'content-type': 'application/octet-stream', 'accept-language': 'vi' },
    payload: Buffer.from(payload),
  });
  return { status: answer.statusCode, ...answer.json() };
}
const uploads = () => readdirSync(join(folder, 'uploads'), { recursive: true, encoding: 'utf8' });
const isWell = async () => expect((await app.inject('/api/health')).json()).toEqual({ status: 'ok' });

/** Why the file is not imported: told when it is sent, or when its rows are checked. */
async function refusal(name: string, bytes: Uint8Array): Promise<{ code: string; message: string }> {
  const sent = await upload(name, bytes);
  if (sent.status !== 200) {
    expect(sent.status).toBeLessThan(500);
    return { code: sent.code, message: sent.title };
  }
  const headers = { authorization: 'Bearer the-token', 'accept-language': 'vi' };
  await app.inject({ method: 'POST', url: `/api/imports/${sent.id}/check`, headers, payload: {} });
  for (let tries = 0; tries < 300; tries++) {
    const { state, failure } = (await app.inject({ url: `/api/imports/${sent.id}`, headers })).json();
    if (failure !== undefined) return { code: failure.code, message: failure.message.vi };
    if (state === 'checked') throw new Error(`${name} was read`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the check never came to an end');
}

test.each(files)('%s is refused with a reason in Vietnamese, and the server serves on', async (name, bytes) => {
  const { code, message } = await refusal(name, bytes);
  expect(code).toMatch(/^(table|upload|import)\./);
  expect(message).toMatch(/[ăâđêôơưáàảãạ]/);
  await isWell();
});

test('several at once, and an ordinary list between them', async () => {
  const all = await Promise.all([
    ...files.slice(0, 6).map(([name, bytes]) => upload(name, bytes)),
    upload('list.xlsx', hostileWorkbook(list)),
    isWell(),
  ]);
  expect(all.at(-2)).toMatchObject({ status: 200, state: 'recognised' });
});

test('a file of 2 GB is broken off, and what came of it is gone', async () => {
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const zeros = Buffer.alloc(2 ** 20);
  let sent = 0;
  const status = await new Promise<number | string>((resolve) => {
    const headers = { authorization: 'Bearer the-token', 'content-type': 'application/octet-stream' };
    const call = request(`${address}/api/imports?name=big.xlsx`, { method: 'POST', headers }, (answer) => {
      call.destroy();
      resolve(answer.statusCode ?? 0);
    });
    call.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    const send = () => {
      while (sent < 2_048) {
        sent += 1;
        if (!call.write(zeros)) return;
      }
      call.end();
    };
    call.on('drain', send);
    send();
  });
  expect([400, 413, 422, 'ECONNRESET', 'EPIPE']).toContain(status);
  // Given up soon after what a workbook may have.
  expect(sent).toBeLessThan(1_024);
  await isWell();
  expect(uploads().filter((name) => name.includes('big'))).toEqual([]);
});

test('a name that is a path makes no file there', async () => {
  const sent = await upload('../../../etc/sotay-evil.xlsx', hostileWorkbook(list));
  expect(sent.status).toBe(200);
  expect(uploads().filter((name) => name.includes('evil'))).toEqual([
    expect.stringMatching(/^[^.]+\/file\/[^/]*evil\.xlsx$/),
  ]);
});
