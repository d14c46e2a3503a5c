import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { delimiterOf, type Encoding, noText, startOf } from './csv-start.ts';
import { type Cell, fileProblem, mostColumns, mostRows, type TableRow } from './table.ts';

const longestRecord = 4_000_000;

/** The rows of a CSV file, with or without a mark at its head, split by ";", "," or a tab, whichever splits its lines alike. */
export async function* readCsv(file: string, encoding: Encoding = 'utf-8'): AsyncGenerator<TableRow> {
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(await startOf(file), encoding),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
  });
  const input = Readable.from(decoded(file, encoding), { objectMode: false });
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

async function* decoded(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' });
  try {
    for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw noText(file, error);
  }
}

/** A CSV file with its mark, so that Excel takes it for UTF-8; no text in it begins a formula. */
export function writeCsv(headings: readonly string[], rows: AsyncIterable<Cell[]> | Iterable<Cell[]>): Readable {
  const writer = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/, // a single end of line is none of ours; unquoted it would look like one to others, and to us
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
