import { randomBytes } from 'node:crypto';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { headings, hostileWorkbook, textCell, textRows } from './archives.ts';
import { readAsProcess } from './as-process.ts';

// What is measured is memory; a busy machine may take its time over a million rows.
vi.setConfig({ testTimeout: 180_000 });

// Each file is read in a process of its own. One that reads an ordinary list has about 100 MB at its most.

const folder = mkdtempSync(join(tmpdir(), 'sotay-heavy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MB = 2 ** 20;
const member = ['Nguyễn Văn Mẫu', '1980', 'A', 'Chính thức'];
const list = textRows([headings, member]);
/** Text that cannot be deflated away, so that a bomb's ratio stays allowed. */
const noise = (bytes = 30) => randomBytes(bytes).toString('base64');
const many = (count: number, piece: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');

async function read(bytes: Uint8Array) {
  const file = join(folder, 'heavy.xlsx');
  writeFileSync(file, bytes);
  return readAsProcess(file);
}

function sparse(name: string, size: number): string {
  const file = join(folder, name);
  const handle = openSync(file, 'w');
  ftruncateSync(handle, size);
  closeSync(handle);
  return file;
}

test('a file of 2 GB is refused without being read', async () => {
  const workbook = await readAsProcess(sparse('big.xlsx', 2 * 2 ** 30));
  expect(workbook.refused).toMatchObject({ code: 'table.too-large' });
  expect(workbook.mostMemory).toBeLessThan(300 * MB);
  const table = await readAsProcess(sparse('big.csv', 2 * 2 ** 30));
  expect(table.refused?.code).toMatch(/^table\./);
  expect(table.mostMemory).toBeLessThan(400 * MB);
});

test('a million empty rows with formats are read over, and the members among them are found', async () => {
  const empty = many(
    1_000_000,
    (i) => `<row r="${i + 3}" s="1"><c r="A${i + 3}" s="1"/><c r="D${i + 3}" s="1"/></row>`,
  );
  const last = `<row r="1000003">${['Trần Thị Mẫu', ...member.slice(1)].map((text, at) => textCell(`${'ABCD'[at]}1000003`, text)).join('')}</row>`;
  const found = await read(hostileWorkbook(list + empty + last));
  expect(found).toMatchObject({ rows: 2, problems: [] });
  expect(found.mostMemory).toBeLessThan(600 * MB);
});

test('millions of empty shared strings are refused', async () => {
  const strings = `<sst>${many(11_000, () => `${'<si/>'.repeat(1_000)}<!--${noise()}-->`)}</sst>`;
  const found = await read(hostileWorkbook(list, { 'xl/sharedStrings.xml': strings }));
  expect(found.refused).toMatchObject({ code: 'table.broken', message: expect.stringContaining('shared strings') });
  expect(found.mostMemory).toBeLessThan(700 * MB);
});

test('a row without an end is given up early', async () => {
  const found = await read(hostileWorkbook(`<row r="1">${many(45, () => `<c><v>${noise(750_000)}</v></c>`)}`));
  expect(found.refused).toMatchObject({ message: expect.stringContaining('a row has no end') });
  expect(found.mostMemory).toBeLessThan(500 * MB);
});

test('more formats of cells than Excel allows are refused, many are read', async () => {
  const styles = (count: number) =>
    `<styleSheet><cellXfs>${many(count, (i) => `<xf numFmtId="${i % 50}" fontId="${Math.floor(Math.random() * 1e12)}"/>`)}</cellXfs></styleSheet>`;
  expect((await read(hostileWorkbook(list, { 'xl/styles.xml': styles(60_000) }))).rows).toBe(1);
  const found = await read(hostileWorkbook(list, { 'xl/styles.xml': styles(300_000) }));
  expect(found.refused).toMatchObject({ message: expect.stringContaining('formats') });
  expect(found.mostMemory).toBeLessThan(400 * MB);
});

test('elements within elements by the hundred thousand overflow nothing', async () => {
  const deep = many(3_000, () => `${'<a>'.repeat(100)}${noise()}`);
  for (const part of ['xl/styles.xml', 'xl/workbook.xml', 'xl/sharedStrings.xml', '_rels/.rels'])
    expect((await read(hostileWorkbook(list, { [part]: `<x>${deep}</x>` }))).mostMemory).toBeLessThan(500 * MB);
  const cell = `<row r="1"><c r="A1" t="inlineStr"><is>${deep}<t>x</t></is></c></row>`;
  expect((await read(hostileWorkbook(cell))).mostMemory).toBeLessThan(500 * MB);
});
