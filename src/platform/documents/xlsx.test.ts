import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { workbookOf, zipOf } from '#test/zip.ts';
import { Problem } from '../errors.ts';
import type { Cell, TableRow } from './table.ts';
import { openWorkbook } from './xlsx.ts';
import { writeSheet } from './xlsx-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function fileOf(bytes: Uint8Array, extension = '.xlsx'): string {
  count += 1;
  const file = join(folder, `${count}${extension}`);
  writeFileSync(file, bytes);
  return file;
}

async function rowsIn(file: string, sheet?: string): Promise<TableRow[]> {
  const workbook = await openWorkbook(file);
  try {
    const rows: TableRow[] = [];
    for await (const row of workbook.rows(sheet ?? (workbook.sheets[0] as string))) rows.push(row);
    return rows;
  } finally {
    workbook.close();
  }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'nothing',
    (reason) => reason,
  );
  return error instanceof Problem ? error.code : String(error);
}

const refusal = (bytes: Uint8Array, extension?: string) => codeOf(rowsIn(fileOf(bytes, extension)));

const day = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => new Date(`${date.toISOString().slice(0, 10)}T00:00:00Z`));
const words = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+84 912',
    '-x',
    '@a',
    '00123',
    'Nguyễn Văn Mẫu',
    '<b>&amp;"\'',
    '_x0041_',
    '__x005F_',
    'a\nb\r\nc',
    ' lề ',
    '3,5',
  ),
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed()),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  words,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  day,
  fc.constant(null),
);

function trimmed(values: readonly Cell[]): Cell[] {
  const last = values.findLastIndex((value) => value !== null);
  return values.slice(0, last + 1).map((value) => (Object.is(value, -0) ? 0 : value));
}

test('what is written is read again: texts with their zeros and signs, numbers as numbers, days as days', async () => {
  const table = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const file = join(folder, 'written.xlsx');
      const columns = ['A', 'B', 'C', 'D', 'E'].map((heading) => ({ heading }));
      await pipeline(writeSheet('Đảng viên', columns, rows), createWriteStream(file));
      const [headings, ...found] = await rowsIn(file, 'Đảng viên');
      expect(headings?.values).toEqual(['A', 'B', 'C', 'D', 'E']);
      const full = rows
        .map((row, i) => ({ row: i + 2, values: trimmed(row) }))
        .filter(({ values }) => values.length > 0);
      expect(found.map(({ row, values }) => ({ row, values: trimmed(values) }))).toEqual(full);
    }),
    { numRuns: 60 },
  );
});

test('text that looks like a formula is written as text', async () => {
  const file = join(folder, 'formula.xlsx');
  await pipeline(writeSheet('S', [{ heading: 'A' }], [['=HYPERLINK("http://x","y")']]), createWriteStream(file));
  const workbook = await readXlsx(readFileSync(file));
  expect(workbook.sheets[0]?.rows[1]).toEqual(['=HYPERLINK("http://x","y")']);
  expect(JSON.stringify([...(workbook.sheets[0]?.cells ?? new Map()).values()])).not.toContain('"formula"');
});

describe('a workbook as Excel saves it', () => {
  test('with shared strings, plain, rich or empty, in thousands of rows', async () => {
    const rows = Array.from({ length: 9_000 }, (_, i): Cell[] => [
      `Nguyễn Thị Mẫu ${i}`,
      `chi bộ ${i % 7}`,
      i,
      null,
      `0${i}`,
      'x'.repeat(i % 100),
    ]);
    const file = fileOf(
      await writeXlsx({
        sheets: [
          { name: 'Một', rows: [['khác']] },
          { name: 'Hai', rows },
        ],
      }),
    );
    const found = await rowsIn(file, 'Hai');
    expect(found).toHaveLength(9_000);
    expect(found.map(({ row, values }) => [row, values[0], values[1], values[2], values[4]])).toEqual(
      rows.map((row, i) => [i + 1, row[0], row[1], row[2], row[4]]),
    );
    expect(await rowsIn(file, 'Một')).toEqual([{ row: 1, values: ['khác'] }]);
    expect(await codeOf(rowsIn(file, 'Ba'))).toBe('table.sheet');
  });

  test('attributes in any order, prefixes, rich runs, escapes, and cells that only have a style', async () => {
    const sharedStrings = `<x:sst><x:si><x:t>A &amp; B</x:t></x:si><x:si/><x:si><x:r><x:rPr><x:b/></x:rPr><x:t>Đảng </x:t></x:r><x:r><x:t xml:space="preserve">viên </x:t></x:r></x:si></x:sst>`;
    const sheet = `<x:row r="3"><x:c t="s" r="A3"><x:v>0</x:v></x:c><x:c r='B3' s='0' t='s'><x:v>2</x:v></x:c><x:c r="C3" t="s"><x:v>1</x:v></x:c><x:c r="D3" t="s"/><x:c r="E3" t="b"><x:v>1</x:v></x:c><x:c r="F3" t="str"><x:f>A1&amp;B1</x:f><x:v>12</x:v></x:c><x:c r="G3" t="e"><x:v>#N/A</x:v></x:c></x:row>`;
    const [row] = await rowsIn(fileOf(workbookOf(sheet, { 'xl/sharedStrings.xml': sharedStrings })));
    expect(row).toEqual({ row: 3, values: ['A & B', 'Đảng viên ', '', null, true, '12', '#N/A'] });
  });

  test('rows and cells that do not say where they are, counted over the pieces that a large sheet is read in', async () => {
    const one = `<row><c><v>7</v></c><c t="inlineStr"><is><t>${'chữ '.repeat(40)}</t></is></c></row>`;
    const found = await rowsIn(fileOf(workbookOf(`<row r="5"/>${one.repeat(9_000)}`)));
    expect(found.slice(0, 2).map(({ row, values }) => [row, values[0]])).toEqual([
      [5, undefined],
      [6, 7],
    ]);
    expect(found.at(-1)?.row).toBe(9_005);
    expect(new Set(found.map(({ row }) => row)).size).toBe(9_001);
  });

  test('days by the calendar of 1900 and by that of 1904', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const sheet =
      '<row r="1"><c r="A1" s="1"><v>43831</v></c><c r="B1" s="1"><v>61</v></c><c r="C1"><v>43831</v></c></row>';
    const relations = (more: string) =>
      `<Relationships><Relationship Id="rId1" Type="/worksheet" Target="worksheets/sheet1.xml"/>${more}</Relationships>`;
    const parts = {
      'xl/styles.xml': styles,
      'xl/_rels/workbook.xml.rels': relations('<Relationship Id="rId2" Type="/styles" Target="/xl/styles.xml"/>'),
    };
    const [by1900] = await rowsIn(fileOf(workbookOf(sheet, parts)));
    expect(by1900?.values).toEqual([new Date('2020-01-01'), new Date('1900-03-01'), 43831]);
    const workbook =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const [by1904] = await rowsIn(fileOf(workbookOf(sheet, { ...parts, 'xl/workbook.xml': workbook })));
    expect(by1904?.values[0]).toEqual(new Date('2024-01-02'));
  });
});

describe('a file is refused', () => {
  const good = workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>');

  test('by what it is: its name, its content, an old workbook, a locked one, a broken one', async () => {
    expect(await refusal(good, '.xlsm')).toBe('table.extension');
    expect(await refusal(Buffer.from('Mã;Tên\n1;a\n'))).toBe('table.not-xlsx');
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5_000)]);
    expect(await refusal(ole)).toBe('table.not-xlsx');
    expect(await refusal(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('table.encrypted');
    expect(await refusal(zipOf({ 'xl/workbook.xml': 'x' }, { flags: 1 }))).toBe('table.encrypted');
    expect(await refusal(good.subarray(0, good.length - 30))).toBe('table.broken');
    expect(await refusal(zipOf({ 'word/document.xml': '<a/>' }))).toBe('table.broken');
    expect(await codeOf(openWorkbook(join(folder, 'none.xlsx')))).toMatch(/ENOENT/);
  });

  test('when it holds code or leads elsewhere', async () => {
    const sheet = '<row r="1"/>';
    expect(await refusal(workbookOf(sheet, { 'xl/vbaProject.bin': 'x' }))).toBe('table.macros');
    const macro = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(await refusal(workbookOf(sheet, { '[Content_Types].xml': macro }))).toBe('table.macros');
    expect(await refusal(workbookOf(sheet, { 'xl/externalLinks/externalLink1.xml': '<a/>' }))).toBe(
      'table.external-links',
    );
    expect(await refusal(workbookOf(sheet, { 'xl/connections.xml': '<a/>' }))).toBe('table.external-links');
  });

  test('when it inflates beyond measure, or to other than it says', async () => {
    expect(await refusal(workbookOf(' '.repeat(40_000_000)))).toBe('table.too-large');
    const lying = Buffer.from(workbookOf(`<row r="1"><c r="A1"><v>1</v></c></row>${' '.repeat(2_000)}`));
    const at = lying.indexOf(Buffer.from('PK\u0001\u0002'));
    lying.writeUInt32LE(100, at + 24); // of the first entry, the sheet
    expect(await refusal(lying)).toBe('table.broken');
  });

  test('beyond 200 columns or 1,048,576 rows, however the place is written', async () => {
    const cellAt = (place: string) =>
      refusal(workbookOf(`<row r="1"><c r="A1"><v>1</v></c><c ${place}><v>1</v></c></row>`));
    expect(await cellAt('r="GR1"')).toBe('nothing');
    for (const place of [
      'r="GS1"',
      'r="HA1"',
      'r="XFD1"',
      "s='0' r='AAA1'",
      'x=">" r="XFD1"',
      'r="&#88;FD1"',
      'r="xfd1"',
    ])
      expect([place, await cellAt(place)]).toEqual([place, 'table.too-many-columns']);
    expect(await refusal(workbookOf(`<row r="1">${'<c><v>1</v></c>'.repeat(201)}</row>`))).toBe(
      'table.too-many-columns',
    );
    expect(await refusal(workbookOf('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'))).toBe(
      'table.too-many-rows',
    );
    expect(await refusal(workbookOf('<row r="a"><c r="A1"><v>1</v></c></row>'))).toBe('table.too-many-rows');
  });

  test('when a cell refers to a shared string that is not there, or in a way that would lose it', async () => {
    const cells = (xml: string) =>
      refusal(
        workbookOf(`<row r="1"><c r="A1" t="s">${xml}</c></row>`, {
          'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>',
        }),
      );
    expect(await cells('<v>0</v>')).toBe('nothing');
    expect(await cells('<v>1</v>')).toBe('table.broken');
    expect(await cells('<f>B1</f><v>0</v>')).toBe('table.broken');
  });

  test('entities are not unfolded', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>';
    const [row] = await rowsIn(fileOf(workbookOf(`${bomb}<row r="1"><c r="A1" t="str"><v>&c;</v></c></row>`)));
    expect(row?.values).toEqual(['&c;']);
  });
});

test('a sheet is read no faster than its rows are taken', async () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => `<row><c><v>${i * i}</v></c></row>`);
  const workbook = await openWorkbook(fileOf(workbookOf(`${rows.join('')}<row><c r="XFD1"/></row>`)));
  const taken = workbook.rows('S');
  for (let i = 0; i < 1_000; i++) await taken.next();
  await new Promise((resolve) => setTimeout(resolve, 100));
  // The fault at the end has not been met.
  expect((await taken.next()).value).toEqual({ row: 1_001, values: [1_000_000] });
  await taken.return(undefined);
  workbook.close();
});
