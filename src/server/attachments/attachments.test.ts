import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { backup } from '#/exchange/backup/backup.ts';
import { restore } from '#/exchange/backup/restore.ts';
import { openVault } from '#/kernel/journal/vault.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
let person: string;
let act: string;
const folder = mkdtempSync(join(tmpdir(), 'sotay-attachments-'));
const headers = { authorization: 'Bearer the-token', 'accept-language': 'vi' };

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
  const posted = await app.inject({ method: 'POST', url: '/api/acts', headers, payload: { acts: sampleFile } });
  act = posted.json().acts[4];
  const room = await installation.room('A');
  person = await room.read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query("select person_id as id from person where code = 'P1'");
    return rows[0].id;
  });
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const pdf = (text = 'x') => Buffer.from(`%PDF-1.7\n${text}\nstartxref\n0\n%%EOF\n`);
const png = (text = 'x') =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(`${text}IEND1234`)]);
const jpeg = (text = 'x') =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text), Buffer.from([0xff, 0xd9])]);

async function put(query: Record<string, string>, payload: Buffer, declared = '1') {
  const address = new URLSearchParams({ name: 'tep.pdf', purpose: 'scan', declaredUnclassified: declared, ...query });
  const answer = await app.inject({
    method: 'POST',
    url: `/api/attachments?${address}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload,
  });
  return { status: answer.statusCode, ...answer.json() };
}
const list = async (query: string) => {
  const answer = await app.inject({ url: `/api/attachments?${query}`, headers });
  return { status: answer.statusCode, ...answer.json() };
};
const get = (id: string, query = '') => app.inject({ url: `/api/attachments/${id}${query}`, headers });
const remove = (id: string, reason?: string) =>
  app.inject({ method: 'POST', url: `/api/attachments/${id}/remove`, headers, payload: { reason } });

test('a scan comes back byte for byte, to be saved and never run, and lies in the database as noise', async () => {
  const file = pdf('Quyết định');
  const kept = await put({ act, name: '../Quyết định 12.exe' }, file);
  expect(kept).toMatchObject({ status: 200, name: 'Quyết định 12.exe.pdf', mediaType: 'application/pdf', act });
  const answer = await get(kept.id);
  expect(answer.rawPayload.equals(file)).toBe(true);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
  expect(answer.headers['content-disposition']).toMatch(/^attachment; /);
  const room = await installation.room('A');
  const cipher = await room.read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query('select cipher from attachment where id = $1', [kept.id]);
    return rows[0].cipher as Buffer;
  });
  expect(cipher.length).toBe(file.length + 28);
  expect(cipher.includes('Quyết định')).toBe(false);
});

test('the same file again adds nothing; of photos the last one holds and the others stay as versions', async () => {
  const first = await put({ person, purpose: 'photo', name: 'anh.jpg' }, jpeg('1'));
  expect((await put({ person, purpose: 'photo', name: 'anh.jpg' }, jpeg('1'))).id).toBe(first.id);
  const second = await put({ person, purpose: 'photo', name: 'anh.png' }, png('2'));
  const shown = async () =>
    (await list(`person=${person}`)).attachments.map(({ id, isCurrent }: { id: string; isCurrent: boolean }) => [
      id,
      isCurrent,
    ]);
  expect(await shown()).toEqual([
    [second.id, true],
    [first.id, false],
  ]);
  expect((await get(first.id)).statusCode).toBe(200);
  expect((await remove(second.id, 'Nhầm người')).json()).toMatchObject({
    isCurrent: false,
    removed: { reason: 'Nhầm người' },
  });
  // The photo that was replaced does not come back by itself.
  expect(await shown()).toEqual([
    [second.id, false],
    [first.id, false],
  ]);
});

test('a removal needs its reason, erases the contents and leaves its trace', async () => {
  const { id } = await put({ act }, pdf('nhầm'));
  expect((await remove(id)).statusCode).toBe(400);
  expect((await remove(id, '  ')).statusCode).toBe(400);
  expect((await remove(id, 'Gửi nhầm')).statusCode).toBe(200);
  expect((await get(id)).json()).toMatchObject({ status: 410, code: 'attachment.removed' });
  expect((await remove(id, 'Lần nữa')).statusCode).toBe(409);
  const all = (await list(`act=${act}`)).attachments;
  expect(all.find((one: { id: string }) => one.id === id)).toMatchObject({ removed: { reason: 'Gửi nhầm' } });
});

test('what is no whole PDF, JPEG or PNG is refused by name, and nothing of it is kept', async () => {
  const before = (await list(`act=${act}`)).attachments.length;
  const refused = async (payload: Buffer, query = {}) => (await put({ act, ...query }, payload)).code;
  expect(await refused(Buffer.from('<html><script>'))).toBe('attachment.type');
  expect(await refused(Buffer.from('MZ'), { name: 'a.pdf' })).toBe('attachment.type');
  expect(await refused(Buffer.alloc(0))).toBe('upload.empty');
  expect(await refused(pdf('x'.repeat(9_000)).subarray(0, 5_000))).toBe('attachment.cut-off');
  expect(await refused(png('x'.repeat(9_000)).subarray(0, 5_000))).toBe('attachment.cut-off');
  expect(await refused(jpeg('x'.repeat(9_000)).subarray(0, 5_000))).toBe('attachment.cut-off');
  expect(await refused(Buffer.concat([pdf(), Buffer.alloc(20 * 2 ** 20)]))).toBe('upload.too-large');
  expect((await put({ person, purpose: 'photo' }, pdf())).code).toBe('attachment.not-a-picture');
  expect((await put({ act, purpose: 'photo' }, png())).code).toBe('attachment.subject');
  expect((await put({ act, person }, pdf())).code).toBe('attachment.subject');
  expect((await list(`act=${act}`)).attachments).toHaveLength(before);
});

test('a transfer that breaks off leaves nothing', async () => {
  const address = await app.listen({ port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const before = (await list(`act=${act}`)).attachments.length;
  const path = `/api/attachments?${new URLSearchParams({ act, purpose: 'scan', name: 'a.pdf', declaredUnclassified: '1' })}`;
  const type = { 'content-type': 'application/octet-stream', 'content-length': '100000' };
  await new Promise<void>((resolve) => {
    const sending = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers, ...type } });
    sending.on('error', () => resolve());
    sending.write(pdf(), () => setTimeout(() => sending.destroy(new Error('gone')), 50));
  });
  expect(address).toContain('127.0.0.1');
  expect((await list(`act=${act}`)).attachments).toHaveLength(before);
});

test('nothing classified: the sender declares it, and a name with a degree of secrecy is refused', async () => {
  for (const declared of ['0', 'false'])
    expect(await put({ act }, pdf(), declared), declared).toMatchObject({
      ...{ status: 422, code: 'attachment.not-declared' },
      errors: [{ field: 'declaredUnclassified' }],
    });
  for (const name of ['QĐ 12 - MẬT.pdf', 'TỐI MẬT.pdf', 'tuyet_mat 3.pdf', 'Báo cáo TUYỆT MẬT 2025.pdf', 'Mật.pdf'])
    expect(await put({ act, name }, pdf()), name).toMatchObject({ code: 'attachment.classified', status: 422 });
  for (const name of ['Kế hoạch bảo vệ bí mật nhà nước.pdf', 'cccd mat sau.pdf'])
    expect((await put({ act, name }, pdf(name))).status, name).toBe(200);
});

test('outside the scope neither the subject nor its files are told from what does not exist', async () => {
  const { id } = await put({ person, purpose: 'scan' }, pdf('hồ sơ'));
  expect((await get(id, '?scope=A.H.01.1')).statusCode).toBe(200);
  expect((await get(id, '?scope=A.H.01.2')).json()).toMatchObject({ status: 404, code: 'attachment.unknown' });
  expect(await list(`person=${person}&scope=A.H.01.2`)).toMatchObject({ status: 404, code: 'person.unknown' });
  expect((await put({ person, scope: 'A.H.01.2' }, pdf())).code).toBe('person.unknown');
  expect((await get('nothing')).statusCode).toBe(404);
  const room = await installation.room('A');
  const seen = await room.pool.query('select from attachment'); // without a context
  expect(seen.rows).toEqual([]);
});

test('backup and restore carry the files and name the key they lie under', async () => {
  const large = pdf('x'.repeat(3_000_000));
  const { id } = await put({ act }, large);
  const [adminUrl, file] = [database.adminUrl, join(folder, 'A.backup')];
  const report = await backup({ adminUrl, tenant: 'A', file, clock: installation.clock });
  expect(report.keyIds).toHaveLength(1);
  const target = await bareDatabase();
  try {
    expect(await restore({ adminUrl: target.adminUrl, file })).toMatchObject({ missingKeyIds: report.keyIds });
    const opened = await inTransaction(
      target.appPool('A'),
      { actor: 'test', scope: wholeTenant },
      async ({ client }) => {
        const vault = await openVault(installation.config.keyFile, client);
        const { rows } = await client.query('select cipher from attachment where id = $1', [id]);
        return vault.revealFile(rows[0].cipher, id);
      },
    );
    expect(opened.equals(large)).toBe(true);
  } finally {
    await target.close();
  }
});
