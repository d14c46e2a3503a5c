import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { Problem } from '../errors.ts';
import { readCsv, writeCsv } from './csv.ts';
import type { Cell, TableRow } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'a.csv');

async function rowsIn(bytes?: string | Uint8Array): Promise<TableRow[]> {
  if (bytes !== undefined) writeFileSync(file, bytes);
  const rows: TableRow[] = [];
  for await (const row of readCsv(file)) rows.push(row);
  return rows;
}

async function refusal(bytes: string | Uint8Array): Promise<string> {
  const error = await rowsIn(bytes).then(
    () => 'nothing',
    (reason) => reason,
  );
  return error instanceof Problem ? error.code : String(error);
}

test('UTF-8 with or without its mark, split by ; or , or a tab', async () => {
  const expected = [
    { row: 1, values: ['Mã', 'Họ và tên', 'Nơi ở'] },
    { row: 2, values: ['001', 'Nguyễn Văn Mẫu', 'thôn 1, xã A; tỉnh B'] },
    { row: 3, values: [null, 'hai\ndòng', null] },
  ];
  for (const mark of ['', '\u{FEFF}'])
    for (const split of [';', ',', '\t']) {
      const line = (...cells: string[]) => cells.join(split);
      const text = [
        line('Mã', '"Họ và tên"', 'Nơi ở'),
        line('001', 'Nguyễn Văn Mẫu', '"thôn 1, xã A; tỉnh B"'),
        line('', '"hai\ndòng"', ''),
      ];
      expect(await rowsIn(mark + text.join('\r\n'))).toEqual(expected);
    }
});

test('blank lines keep their numbers, so that a row is found again', async () => {
  expect(await rowsIn('a;b\n\n1;2\n')).toEqual([
    { row: 1, values: ['a', 'b'] },
    { row: 2, values: [null] },
    { row: 3, values: ['1', '2'] },
  ]);
});

test('a file is refused that is not UTF-8, not CSV, or has no end to a quote, a row or its columns', async () => {
  expect(await refusal(Buffer.from('Mã;Tên\nNguyễn;x', 'utf16le'))).toBe('table.encoding');
  expect(await refusal(Buffer.from([0x4d, 0xe3, 0x3b, 0x54]))).toBe('table.encoding');
  expect(await refusal('PK\u0003\u0004')).toBe('table.not-csv');
  expect(await refusal('a;b\n"x;y\n')).toBe('table.broken');
  expect(await refusal(`a;b\n${'x'.repeat(5_000_000)}`)).toBe('table.broken');
  expect(await refusal(`${'a;'.repeat(201)}a\n`)).toBe('table.too-many-columns');
});

const words = fc.oneof(
  fc.constantFrom('=1+1', "'=1", "''+2", '+84', '-1', '@x', '\tx', "'", 'a;b', '"', 'a\r\nb'),
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed()),
);

test('what is written is read again, and no text in it begins a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(words, fc.option(words), words)), async (rows) => {
      await pipeline(writeCsv(['A', 'B', 'C'], rows), createWriteStream(file));
      expect((await rowsIn()).slice(1).map(({ values }) => values)).toEqual(rows);
    }),
    { numRuns: 100 },
  );
  const row: Cell[] = ['=cmd()', new Date('2020-02-03'), 7, true];
  await pipeline(writeCsv(['A', 'B', 'C', 'D'], [row]), createWriteStream(file));
  expect(readFileSync(file, 'utf8')).toBe("\u{FEFF}A;B;C;D\r\n'=cmd();03/02/2020;7;true\r\n");
});

test('texts of several lines with commas in them do not make a file look split by commas', async () => {
  const rows = [0, 1, 2, 3, 4, 5].map((i) => {
    const cells = ['x', 'y', 'said "z"'];
    cells[i % 2] = 'a, b\nc, d';
    return cells;
  });
  await pipeline(writeCsv(['Một', 'Hai', 'Ba'], rows), createWriteStream(file));
  expect((await rowsIn()).map(({ values }) => values)).toEqual([['Một', 'Hai', 'Ba'], ...rows]);
});
