import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { FieldProblem } from '#/platform/errors.ts';

/** A line of a journal file: the act as written, and what is wrong with the line already. */
export interface ReadLine {
  line: number;
  /** Null where the line cannot be read as an act at all. */
  input: ActInput | null;
  problems?: FieldProblem[];
}

/** SHA-256 of a file, in hex: the file's name in ids and receipts. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

const longestLine = 1_000_000;

/** Reads a journal file line by line; blank lines are passed over, line numbers are the file's. */
export async function* readJournalFile(file: string): AsyncGenerator<ReadLine> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const raw of lines) {
    line++;
    const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    if (text.trim() === '') continue;
    yield parseLine(text, line);
  }
}

function parseLine(text: string, line: number): ReadLine {
  if (text.length > longestLine)
    return broken(line, 'line.too-long', `The line has ${text.length} characters; the most is ${longestLine}.`);
  let value: unknown;
  try {
    value = JSON.parse(text.normalize('NFC'));
  } catch (error) {
    return broken(line, 'line.broken', `The line is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return broken(line, 'line.broken', 'A line holds one act: an object in braces.');
  return { line, input: value as ActInput };
}

function broken(line: number, code: string, message: string): ReadLine {
  return { line, input: null, problems: [{ line, code, message }] };
}
