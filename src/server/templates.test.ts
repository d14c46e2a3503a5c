import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TemplateHandler } from 'easy-template-x';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { docxOf, paragraph, tableOf, tableRow } from '#test/docx.ts';
import { type Installation, openInstallation } from './installation.ts';
import { makeServer } from './server.ts';
import { makeSessions } from './sessions.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'sotay-templates-'));
const headers = { authorization: 'Bearer the-token' };

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
  const posted = await app.inject({ method: 'POST', url: '/api/acts', headers, payload: { acts: sampleFile } });
  expect(posted.statusCode, posted.body).toBe(200);
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A template that says whose it is. */
const templateOf = (name: string, more = '') =>
  docxOf(
    [
      paragraph(`MẪU CỦA ${name} {tieu_de}`),
      tableOf(tableRow('{#dong}{tieu_chi}', '{cot_2}{/dong}')),
      paragraph('{chuc_danh_ky}'),
      more,
    ].join(''),
  );
const send = (path: string, payload: Buffer) =>
  app.inject({
    method: 'POST',
    url: `/api/templates/${path}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload,
  });
const put = (unit: string, name: string, query = '') =>
  send(`form-1?unit=${unit}&fileName=${name}.docx${query}`, templateOf(name));
const get = (path: string) => app.inject({ url: path, headers });
const remove = (unit: string) =>
  app.inject({ method: 'POST', url: '/api/templates/form-1/remove', headers, payload: { unit } });

/** By whose template a paper of the unit is made. */
async function madeBy(unit: string, query = ''): Promise<string> {
  const { rawPayload } = await get(
    `/api/reports/form-1/file?unit=${unit}&from=2020-01-01&to=2020-12-31&format=docx${query}`,
  );
  const text = await new TemplateHandler().getText(rawPayload);
  return /MẪU CỦA (\S+)/.exec(text)?.[1] ?? 'official';
}

test('an office’s template holds for it and all under it, unless a nearer one has its own; taken back, the next holds', async () => {
  const all = async () => Promise.all(['A', 'A.H', 'A.H.01', 'A.H.01.1'].map((unit) => madeBy(unit)));
  expect(await all()).toEqual(['official', 'official', 'official', 'official']);
  expect((await put('A', 'TINH')).statusCode).toBe(200);
  expect((await put('A.H.01', 'XA')).statusCode).toBe(200);
  expect(await all()).toEqual(['TINH', 'TINH', 'XA', 'XA']);
  const { templates } = (await get('/api/templates?unit=A.H.01.1')).json();
  expect(templates.find((one: { name: string }) => one.name === 'form-1')).toMatchObject({
    own: { unit: { code: 'A.H.01' }, depth: 1, fileName: 'XA.docx', uploadedBy: 'api' },
  });
  expect(templates.find((one: { name: string }) => one.name === 'annual').own).toBeNull();
  expect((await remove('A.H.01')).json()).toMatchObject({ template: { unit: { code: 'A' }, fileName: 'TINH.docx' } });
  expect(await all()).toEqual(['TINH', 'TINH', 'TINH', 'TINH']);
  expect((await remove('A.H.01')).json()).toMatchObject({ code: 'template.none' });
});

test('a template is dated: a paper signed before its first day is made by the one before', async () => {
  await put('A.H', 'CU', '&from=2020-01-01');
  await put('A.H', 'MOI', '&from=2021-01-01');
  expect(await madeBy('A.H', '&sign=signedOn=2020-06-01')).toBe('CU');
  expect(await madeBy('A.H', '&sign=signedOn=2021-01-01')).toBe('MOI');
  await put('A.H', 'MOIHON', '&from=2021-01-01');
  expect(await madeBy('A.H')).toBe('MOIHON');
  expect(await madeBy('A.H', '&sign=signedOn=2020-06-01')).toBe('CU');
  const later = await put('A.H', 'SAU', '&from=2999-01-01');
  expect(later.json().template).toMatchObject({ fileName: 'SAU.docx', validFrom: '2999-01-01' });
  expect(await madeBy('A.H')).toBe('MOIHON');
  expect((await put('A.H.01.2', 'DAUTIEN', '&from=2999-01-01')).json().template).toMatchObject({ depth: 0 });
});

test('what is downloaded is what was put, byte for byte; the official one is always there', async () => {
  await put('A.H.01.2', 'CHIBO');
  const own = await get('/api/templates/form-1/file?unit=A.H.01.2');
  expect(Buffer.compare(own.rawPayload, templateOf('CHIBO'))).toBe(0);
  expect(own.headers['content-disposition']).toContain('CHIBO.docx');
  const official = await get('/api/templates/form-1/file?unit=A.H.01.2&builtIn=1');
  expect(await new TemplateHandler().getText(official.rawPayload)).toContain('NGƯỜI LẬP BIỂU');
  expect((await get('/api/templates/annual/fields/file')).rawPayload.length).toBeGreaterThan(5000);
  expect((await get('/api/templates/form-1/fields')).json().fields[0]).toMatchObject({ key: 'tieu_de' });
});

test('a template with a fault is checked without being kept, and refused when put, with name and place', async () => {
  const faulty = templateOf('X', paragraph('{nguoi_kyy}'));
  const checked = (await send('form-1/check', faulty)).json();
  expect(checked.faults).toMatchObject([{ code: 'template.field-unknown', field: '{nguoi_kyy}', near: ['nguoi_ky'] }]);
  const refused = await send('form-1?unit=A&fileName=x.docx', faulty);
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'template.faults']);
  expect(refused.json().errors).toMatchObject([{ field: '{nguoi_kyy}', cell: 'đoạn 5 ("{nguoi_kyy}")' }]);
  expect(await madeBy('A')).toBe('TINH');
  expect((await send('form-1?unit=A&fileName=x.docx', Buffer.from('x'))).json().code).toBe('template.not-docx');
  const large = await send('form-1/check', Buffer.alloc(6 * 2 ** 20, 'PK\u0003\u0004'));
  expect([large.statusCode, large.json().code]).toEqual([413, 'template.too-large']);
  expect((await send('form-9/check', faulty)).statusCode).toBe(404);
});

test('a template is put only where the asker may look', async () => {
  expect((await send('form-1?unit=A&scope=A.H&fileName=x.docx', templateOf('X'))).statusCode).toBe(404);
  expect((await send('form-1?unit=A.H.01&scope=A.H&fileName=x.docx', templateOf('TRONG'))).statusCode).toBe(200);
});
