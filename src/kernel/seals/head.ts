import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { Clock } from '#/platform/clock.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { ID_BYTES, readSealedLines, readSeals, type SealedLine, uuidBytes, uuidText } from './chain.ts';
import type { SealedLog } from './sealed-log.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

const firstLine = z.strictObject({
  register: z.string(),
  /** Of the journal where it is not said: heads were printed before there was another log. */
  log: z.enum(['access-log', 'accounts']).optional(),
  sealNo: z.int().nonnegative(),
  hash: hex.nullable(),
  /** Lines, of whichever log. */
  acts: z.int().nonnegative(),
  upto: z.string().nullable(),
  printedAt: z.string(),
});

const sealLine = z.strictObject({
  no: z.int().positive(),
  hash: hex,
  count: z.int().positive(),
  firstAct: z.guid(),
  lastAct: z.guid(),
  upto: z.string(),
  /** How many lines each mark stands for; the last may stand for fewer. */
  step: z.int().positive(),
  marks: z.base64(),
});

/** One seal as a head file tells of it. */
export type HeadSeal = z.infer<typeof sealLine>;

/** The state of the chain at one moment, to be kept where nobody who can change the register can reach it. */
export interface Head extends z.infer<typeof firstLine> {
  /** Empty where only the first line was kept. */
  seals: HeadSeal[];
}

/** At most so many marks a seal: 30 kB of head for 100,000 acts, and every single act marked in seals of up to 1,024. */
const marksPerSeal = 1_024;
// The seal's whole hash proves that something changed; a mark only has to show where.
const FINGERPRINT_BYTES = 6;
const MARK_BYTES = ID_BYTES + FINGERPRINT_BYTES;

/**
 * The head as NDJSON: the last seal first, the line to print and sign, then one line per seal. Whoever makes the whole
 * chain anew after a change cannot make anew a head that lies elsewhere; its marks tell which line was touched first.
 */
export async function headOf({ client }: Pick<Tx, 'client'>, log: SealedLog, clock: Clock): Promise<string> {
  const register = await registerCode(client);
  const seals = await readSeals(client, log);
  const last = seals.at(-1);
  const first: z.infer<typeof firstLine> = {
    register,
    ...(log.name === 'journal' ? {} : { log: log.name }),
    sealNo: last?.no ?? 0,
    hash: last?.hash ?? null,
    acts: seals.reduce((sum, { count }) => sum + count, 0),
    upto: last?.upto ?? null,
    printedAt: clock.now().toISOString(),
  };
  const lines: unknown[] = [first];
  for (const { no, hash, count, upto } of seals) {
    const step = Math.ceil(count / marksPerSeal);
    const marks: Buffer[] = [];
    let [firstAct, lastAct] = ['', ''];
    for await (const slice of slicesOf(readSealedLines(client, log, no), step)) {
      marks.push(Buffer.concat([uuidBytes(slice[0]?.id as string), fingerprint(slice)]));
      firstAct ||= slice[0]?.id as string;
      lastAct = slice.at(-1)?.id as string;
    }
    const line: HeadSeal = {
      no,
      hash,
      count,
      firstAct,
      lastAct,
      upto,
      step,
      marks: Buffer.concat(marks).toString('base64'),
    };
    lines.push(line);
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The code of the tenant in whose schema the connection works. */
export async function registerCode(client: ClientBase): Promise<string> {
  const { rows } = await client.query('select code from public.tenant where schema_name = current_schema()');
  return rows[0].code;
}

async function* slicesOf(lines: AsyncIterable<SealedLine>, step: number): AsyncGenerator<SealedLine[]> {
  let slice: SealedLine[] = [];
  for await (const line of lines) {
    slice.push(line);
    if (slice.length < step) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

/** Shows whether the lines of a slice are the same: the beginning of the sha256 of their ids and leaves. */
export function fingerprint(slice: readonly SealedLine[]): Buffer {
  const digest = createHash('sha256');
  for (const { id, leaf } of slice) digest.update(uuidBytes(id)).update(leaf);
  return digest.digest().subarray(0, FINGERPRINT_BYTES);
}

/** What a mark says: from which line on, how many, and what their fingerprint was. */
export interface Mark {
  firstId: string;
  count: number;
  fingerprint: Buffer;
}

export function marksOf({ marks, count, step }: HeadSeal): Mark[] {
  const bytes = Buffer.from(marks, 'base64');
  return Array.from({ length: bytes.length / MARK_BYTES }, (_, i) => ({
    firstId: uuidText(bytes, i * MARK_BYTES),
    count: Math.min(step, count - i * step),
    fingerprint: bytes.subarray(i * MARK_BYTES + ID_BYTES, (i + 1) * MARK_BYTES),
  }));
}

/** Reads a head file, of one log or of several; throws `head.invalid` with the line that is wrong. */
export function parseHeads(text: string): Head[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const starts = lines.flatMap((line, at) => (at > 0 && line.includes('"register"') ? [at] : []));
  return [0, ...starts].map((start, i) => parseHead(lines.slice(start, starts[i] ?? lines.length), start));
}

function parseHead(lines: readonly string[], before: number): Head {
  const parse = <T>(schema: z.ZodType<T>, index: number): T => {
    try {
      return schema.parse(JSON.parse(lines[index] ?? ''));
    } catch (cause) {
      throw new Problem('head.invalid', `Line ${before + index + 1} of the head file is not a line of a head.`, {
        cause,
      });
    }
  };
  const head: Head = { ...parse(firstLine, 0), seals: lines.slice(1).map((_, i) => parse(sealLine, i + 1)) };
  const last = head.seals.at(-1);
  const isWhole =
    (last === undefined || (last.hash === head.hash && last.no === head.sealNo)) &&
    head.seals.every((seal, i) => seal.no === i + 1 && marksOf(seal).length === Math.ceil(seal.count / seal.step));
  if (!isWhole) throw new Problem('head.invalid', 'The lines of the head file do not belong together.');
  return head;
}
