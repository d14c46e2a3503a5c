import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { type Cell, fileProblem, mostColumns, mostRows, type TableRow } from './table.ts';

const longestRecord = 4_000_000;

/** The rows of a CSV file in UTF-8, with or without its mark, split by ";", "," or a tab, whichever its first row has most of. */
export async function* readCsv(file: string): AsyncGenerator<TableRow> {
  const parser = parse({
    bom: true,
    delimiter: await delimiterOf(file),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
  });
  const input = Readable.from(decoded(file), { objectMode: false });
  input.on('error', (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const record of input.pipe(parser)) {
      row += 1;
      const values = (record as string[]).map(cellOf);
      if (values.length > mostColumns)
        throw fileProblem('table.too-many-columns', `Row ${row} has more than ${mostColumns} columns.`);
      if (row > mostRows) throw fileProblem('table.too-many-rows', `The file has more than ${mostRows} rows.`);
      yield { row, values };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw fileProblem('table.broken', `${basename(file)} cannot be read after row ${row}: ${error.message}`, error);
  } finally {
    input.destroy();
  }
}

// A spreadsheet takes text that begins so for a formula; an apostrophe before it says that it is none.
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

function cellOf(text: string): Cell {
  if (text === '') return null;
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

async function* decoded(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw fileProblem('table.encoding', `${basename(file)} is not UTF-8. Save it as "CSV UTF-8".`, error);
  }
}

async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    if (buffer.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
      throw fileProblem('table.not-csv', `${basename(file)} is a workbook by content. Name it .xlsx.`);
    const first =
      buffer
        .toString('utf8', 0, bytesRead)
        .replaceAll(/"[^"]*"/g, '')
        .split(/[\r\n]/)
        .find((line) => line.trim() !== '') ?? '';
    const count = (mark: string) => first.split(mark).length;
    return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  } finally {
    await handle.close();
  }
}

/** A CSV file with its mark, so that Excel takes it for UTF-8; no text in it begins a formula. */
export function writeCsv(headings: readonly string[], rows: AsyncIterable<Cell[]> | Iterable<Cell[]>): Readable {
  const writer = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    cast: { date: dayText, boolean: (value) => String(value) },
  });
  const lines = Readable.from(withHeadings(headings, rows));
  lines.on('error', (error) => writer.destroy(error));
  return lines.pipe(writer);
}

async function* withHeadings(headings: readonly string[], rows: AsyncIterable<Cell[]> | Iterable<Cell[]>) {
  yield headings;
  for await (const row of rows)
    yield row.map((cell) => (typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell));
}

function dayText(day: Date): string {
  const [year, month, date] = day.toISOString().slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}
