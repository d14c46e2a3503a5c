import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TemplateHandler } from 'easy-template-x';
import type { FastifyInstance } from 'fastify';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from './installation.ts';
import { makeServer } from './server.ts';
import { makeSessions } from './sessions.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'sotay-papers-'));
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

const file = (report: string, query: string) =>
  app.inject({ url: `/api/reports/${report}/file?unit=A&from=2020-01-01&to=2020-12-31&${query}`, headers });
const textOf = async (report: string, query = '') =>
  new TemplateHandler().getText((await file(report, `format=docx&${query}`)).rawPayload);
const signature = (report: string, sign?: readonly string[]) =>
  app.inject({
    method: sign === undefined ? 'GET' : 'POST',
    url: `/api/reports/${report}/signature${sign === undefined ? '?unit=A' : ''}`,
    headers,
    ...(sign === undefined ? {} : { payload: { unit: 'A', sign } }),
  });

test('a report is downloaded as Word, Excel and PDF, each under its own name and type', async () => {
  for (const [format, type] of [
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['pdf', 'application/pdf'],
  ] as const)
    for (const report of ['form-1', 'annual']) {
      const answer = await file(report, `format=${format}`);
      expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
      expect(answer.headers['content-type']).toBe(type);
      expect(answer.headers['content-disposition']).toContain(`${report}-A-2020.${format}`);
      expect(answer.rawPayload.length).toBeGreaterThan(3000);
    }
});

test('a workbook holds the numbers that the report answers', async () => {
  const report = (
    await app.inject({ url: '/api/reports/form-1?unit=A&from=2020-01-01&to=2020-12-31', headers })
  ).json();
  const { sheets } = await readXlsx((await file('form-1', 'format=xlsx')).rawPayload);
  const printed = sheets[0]?.rows.map((row) => row[1]).filter((value) => typeof value === 'number');
  const rows = report.rows.filter((row: { print: string }) => row.print === 'row');
  expect(printed?.slice(1)).toEqual(rows.map((row: { value: number }) => row.value));
});

test('another format, an unknown field of the signature, or half a signature is refused and named', async () => {
  const codes = async (query: string) => {
    const { statusCode, body } = await file('form-1', query);
    const { code, errors } = JSON.parse(body);
    return [statusCode, code, errors?.[0]?.field];
  };
  expect(await codes('format=odt')).toEqual([422, 'format.unknown', 'format']);
  expect(await codes('format=pdf&sign=boss=x')).toEqual([422, 'signature.invalid', 'sign.boss']);
  expect(await codes('format=pdf&sign=signedOn=2021-02-30')).toEqual([422, 'signature.invalid', 'sign.signedOn']);
  expect(await codes('format=pdf&sign=authority=T/M')).toEqual([422, 'signature.incomplete', 'onBehalfOf']);
});

test('how papers are signed is kept by unit, apart for forms and reports, and told anew by whoever asks', async () => {
  expect((await signature('form-1')).json().signature).toMatchObject({ authority: 'own', signer: null });
  expect(
    (await signature('form-1', ['authority=K/T', 'post=Phó trưởng ban', 'signer=Trần Thị Mẫu', 'place=A'])).statusCode,
  ).toBe(200);
  const kept = await textOf('form-1');
  expect(kept).toContain('PHÓ TRƯỞNG BAN');
  expect(kept).toContain('Trần Thị Mẫu');
  expect(await textOf('annual')).not.toContain('Trần Thị Mẫu');
  // Another right to sign asks for its own post: the deputy's is not carried over.
  const told = await textOf('form-1', 'sign=authority=own&sign=signer=Lê Văn Mẫu');
  expect(told).not.toContain('PHÓ TRƯỞNG BAN');
  expect(told).toContain('Lê Văn Mẫu');
  expect(await textOf('form-1')).toContain('Trần Thị Mẫu');
});

test('a signature entered again on a day takes the place of that day’s, and what was kept before stays for papers of before', async () => {
  await signature('annual', ['signer=Người Cũ', 'signedOn=2020-02-01']);
  await signature('annual', ['signer=Người Mới', 'signedOn=2021-02-01']);
  await signature('annual', ['signer=Người Mới Hơn', 'signedOn=2021-02-01']);
  expect(await textOf('annual', 'sign=signedOn=2021-01-31')).toContain('Người Cũ');
  expect(await textOf('annual', 'sign=signedOn=2021-02-01')).toContain('Người Mới Hơn');
  expect(await textOf('annual')).toContain('Người Mới Hơn');
});

test('outside the scope a unit has no papers and no signature to tell', async () => {
  const scoped = await app.inject({ url: '/api/reports/form-1/signature?unit=A&scope=A.01', headers });
  expect(scoped.statusCode).toBe(404);
});
