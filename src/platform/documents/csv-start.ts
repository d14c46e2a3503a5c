import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { vietnameseShare } from '../text/charset.ts';
import { fileProblem } from './table.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252' | 'windows-1258';

const looked = 65_536;
const linesLooked = 40;

/** The first bytes of a CSV file. Throws a Problem when it is a workbook by content. */
export async function startOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(looked), 0, looked, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
      throw fileProblem('table.not-csv', `${basename(file)} is a workbook by content. Name it .xlsx.`);
    return start;
  } finally {
    await handle.close();
  }
}

/**
 * How a file is encoded that need not be UTF-8: Excel saves "Unicode Text" as UTF-16 with its mark, and "CSV" in the code
 * page of Windows, which is 1258 where that speaks Vietnamese; ABC and VNI text comes in 1252.
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const start = await startOf(file);
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start.includes(0)) throw noText(file);
  if (await isUtf8(file)) return 'utf-8';
  const [western, vietnamese] = (['windows-1252', 'windows-1258'] as const).map((page) =>
    vietnameseShare(new TextDecoder(page).decode(start).normalize('NFC')),
  );
  return (vietnamese ?? 0) > (western ?? 0) ? 'windows-1258' : 'windows-1252';
}

export function noText(file: string, cause?: unknown) {
  return fileProblem('table.encoding', `${basename(file)} is not UTF-8. Save it as "CSV UTF-8".`, cause);
}

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The mark that splits most lines into the same number of fields: titles above the headings have commas of their own. */
export function delimiterOf(start: Buffer, encoding: Encoding): string {
  const lines = new TextDecoder(encoding)
    .decode(start)
    .replaceAll(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLooked);
  const found = [';', ',', '\t'].map((mark) => ({ mark, ...usual(lines.map((line) => line.split(mark).length - 1)) }));
  const [best] = found.toSorted((a, b) => b.lines - a.lines || b.count - a.count);
  return best?.mark ?? ';';
}

/** The number of marks that most lines have (none apart), and how many have it. */
function usual(counts: readonly number[]): { count: number; lines: number } {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [best] = [...tally].toSorted(([a, linesA], [b, linesB]) => linesB - linesA || b - a);
  return { count: best?.[0] ?? 0, lines: best?.[1] ?? 0 };
}
