import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';

/**
 * What was read from a file, kept beside it as lines of JSON: a workbook is unpacked and parsed once, then read as often
 * as needed and from any place. Every `stride`-th entry has a mark: where it begins, and which row it is.
 */
export interface Spool<T extends Entry> {
  count: number;
  /** Entries from that one on (0 is the first). */
  from: (n: number) => AsyncGenerator<T>;
  /** Which entry is the first of the sheet after that row; `count` when there is none. */
  after: (sheet: string | null, row: number) => Promise<number>;
  /** The first entry behind that sheet. */
  end: (sheet: string | null) => number;
  /** These entries, asked for in order. */
  pick: (wanted: readonly number[]) => Promise<T[]>;
}

/** `row`: its number as the reader of the file sees it. Entries of a sheet stand together, in order of rows. */
export interface Entry {
  sheet: string | null;
  row: number;
}

interface Marks {
  count: number;
  /** By sheet: the first entry and how many there are. */
  sheets: { sheet: string | null; first: number; count: number }[];
  offsets: number[];
  rows: number[];
}

const stride = 64;
const marksOf = (file: string) => `${file}.marks`;

/** Writes a spool. What is not closed was never there: it has no marks. */
export interface SpoolWriter<T extends Entry> {
  /** Waits while the disk is slow. */
  add: (entry: T) => Promise<void> | void;
  close: () => Promise<number>;
  abandon: () => void;
}

export function writeSpool<T extends Entry>(file: string): SpoolWriter<T> {
  const half = `${file}.new`; // whoever still reads what was read before goes on with that
  const output = createWriteStream(half, { mode: 0o600 });
  let failure: Error | null = null;
  output.on('error', (error) => {
    failure = error;
  });
  const marks: Marks = { count: 0, sheets: [], offsets: [], rows: [] };
  let offset = 0;
  let waiting: string[] = [];
  let size = 0;
  const flush = (): Promise<void> | void => {
    if (failure !== null) throw failure;
    const bytes = Buffer.from(waiting.join(''));
    waiting = [];
    size = 0;
    if (!output.write(bytes)) return once(output, 'drain').then(() => {});
  };
  return {
    add: (entry) => {
      const text = `${JSON.stringify(entry)}\n`;
      if (marks.count % stride === 0) {
        marks.offsets.push(offset);
        marks.rows.push(entry.row);
      }
      const last = marks.sheets.at(-1);
      if (last !== undefined && last.sheet === entry.sheet) last.count += 1;
      else marks.sheets.push({ sheet: entry.sheet, first: marks.count, count: 1 });
      marks.count += 1;
      offset += Buffer.byteLength(text);
      size += text.length;
      waiting.push(text);
      if (size > 256 * 1024) return flush();
    },
    close: async () => {
      await flush();
      output.end();
      await once(output, 'close');
      if (failure !== null) throw failure;
      await writeFile(marksOf(half), JSON.stringify(marks), { mode: 0o600 });
      await rename(half, file);
      await rename(marksOf(half), marksOf(file));
      return marks.count;
    },
    abandon: () => output.destroy(),
  };
}

/** Opens a spool that was written whole; null where there is none. */
export async function openSpool<T extends Entry>(file: string): Promise<Spool<T> | null> {
  const text = await readFile(marksOf(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const marks = JSON.parse(text) as Marks;
  const from = async function* (n: number): AsyncGenerator<T> {
    if (n >= marks.count) return;
    const mark = Math.floor(n / stride);
    let at = mark * stride;
    for await (const entry of entriesFrom<T>(file, marks.offsets[mark] as number)) if (at++ >= n) yield entry;
  };
  return {
    count: marks.count,
    from,
    after: (sheet, row) => firstAfter(marks, from, sheet, row),
    end: (sheet) => {
      const part = marks.sheets.find((one) => one.sheet === sheet);
      return part === undefined ? marks.count : part.first + part.count;
    },
    pick: async (wanted) => {
      const picked: T[] = [];
      for (const n of wanted)
        for await (const entry of from(n)) {
          picked.push(entry);
          break;
        }
      return picked;
    },
  };
}

async function firstAfter(
  { count, sheets, rows }: Marks,
  from: (n: number) => AsyncGenerator<Entry>,
  sheet: string | null,
  row: number,
): Promise<number> {
  const part = sheets.find((one) => one.sheet === sheet);
  if (part === undefined) return count;
  const end = part.first + part.count;
  // The last mark within the sheet whose row is not after the asked one.
  let start = part.first;
  for (let mark = Math.ceil(part.first / stride); mark * stride < end && (rows[mark] as number) <= row; mark += 1)
    start = mark * stride;
  for await (const entry of from(start)) {
    if (start >= end) return count;
    if (entry.row > row) return start;
    start += 1;
  }
  return count;
}

/** The lines of a file as JSON, cut from whole pieces: readline costs five times as much. */
async function* entriesFrom<T>(file: string, start: number): AsyncGenerator<T> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(file, { start, highWaterMark: 256 * 1024 })) {
    const bytes: Buffer = rest.length === 0 ? (piece as Buffer) : Buffer.concat([rest, piece as Buffer]);
    let begin = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, begin)) {
      yield JSON.parse(bytes.toString('utf8', begin, end)) as T;
      begin = end + 1;
    }
    rest = bytes.subarray(begin);
  }
}
