import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import type { Cell, TableRow } from './table.ts';
import { openWorkbook } from './xlsx.ts';
import type { SheetFrame } from './xlsx-frame.ts';
import { type FramedRow, writeFramed } from './xlsx-framed.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-framed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'framed.xlsx');

const frame: SheetFrame = {
  sheet: 'Sổ',
  columns: [{ width: 6 }, { width: 30 }, { width: 14, hasDays: true }],
  above: [
    { cells: [{ at: 0, text: 'SỔ DANH SÁCH', style: 'title', across: 3 }] },
    {
      cells: [
        { at: 0, text: 'Số TT', style: 'heading', down: 2 },
        { at: 1, text: 'Nơi ở', style: 'heading', across: 2 },
      ],
    },
    {
      cells: [
        { at: 1, text: 'Xã', style: 'heading' },
        { at: 2, text: 'Ngày', style: 'heading' },
      ],
    },
  ],
  repeated: [1, 2],
  below: [{ cells: [] }, { cells: [{ at: 1, text: 'BÍ THƯ', style: 'strong', across: 2 }] }],
  orientation: 'landscape',
};

async function written(rows: AsyncIterable<FramedRow> | Iterable<FramedRow>): Promise<TableRow[]> {
  await pipeline(writeFramed(frame, rows), createWriteStream(file));
  const workbook = await openWorkbook(file);
  const found: TableRow[] = [];
  try {
    for await (const row of workbook.rows('Sổ')) found.push(row);
  } finally {
    workbook.close();
  }
  return found;
}

const words = fc.oneof(
  fc.constantFrom('=1+1', '+84', '-x', '@a', '\t=1', '00123', '_x0041_', 'a\r\nb', '<c r="A9" s="1">', '</sheetData>'),
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed()),
);
const day = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => new Date(`${date.toISOString().slice(0, 10)}T00:00:00Z`));
const row = fc.tuple(fc.nat(), words, fc.oneof(day, fc.constant(null))).map((cells): Cell[] => cells);

test('the rows of a printed sheet are read again as they were, for any texts, numbers and days; none is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
      const found = await written(rows);
      expect(found.slice(3, 3 + rows.length).map(({ values }) => [...values, null].slice(0, 3))).toEqual(rows);
      expect(found.at(-1)).toMatchObject({ row: 3 + rows.length + 2, values: [null, 'BÍ THƯ', null] });
    }),
    { numRuns: 30 },
  );
});

test('headings are merged, signatures follow the last row, the page is A4 with headings on every page', async () => {
  await written([[1, 'Xã A', null], { group: 'I. Chi bộ 1' }, [2, 'Xã B', null]]);
  const { sheets } = await readXlsx(readFileSync(file), { readStyles: true });
  const [sheet] = sheets;
  expect(sheet?.merges).toEqual([
    { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
    { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
    { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
    { startRow: 7, startCol: 1, endRow: 7, endCol: 2 },
  ]);
  expect(sheet?.rows[4]).toEqual([null, 'I. Chi bộ 1', null]);
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$2:$3' });
});

test('a sheet without rows has its headings and its signatures', async () => {
  const found = await written([]);
  expect(found.at(-1)).toMatchObject({ row: 5, values: [null, 'BÍ THƯ', null] });
});

test('rows are asked for no faster than the workbook is taken', async () => {
  let asked = 0;
  function* many(): Generator<FramedRow> {
    for (; asked < 200_000; asked++) yield [asked, `Nguyễn Văn Mẫu ${asked} ${Math.sin(asked)}`, null];
  }
  const stream = writeFramed(frame, many());
  await new Promise((resolve) => stream.once('readable', resolve));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toBeLessThan(100_000);
  stream.destroy();
});
