import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Problem } from '#/platform/errors.ts';
import { type Lock, type LockHeader, newFileKey } from './lock.ts';
import { LOCKED_MARK, lockBytes, lockedBy, longestHeader, unlockBytes } from './locked-bytes.ts';

// A backup file: a mark, the frames (gzip), and the sha256 of all that. Not a bare gzip, because a few bits of one (its
// header, the padding of its last byte) can change without anybody noticing.
const MARK = Buffer.from('sotay-backup-1\n');
const HASH_BYTES = 32;
// What the name of a section, or one piece of rows from PostgreSQL, may take: far more means that this is no frame.
const FRAME_LIMIT = 1 << 28;

/** A piece of a backup: something in JSON, or a piece of the rows of the section that was opened last. */
export type Frame = { type: 'json'; json: Record<string, unknown> } | { type: 'rows'; rows: Buffer };

const typeBytes = { json: 0x4a, rows: 0x52 } as const;

/** Writes the frames, encrypted if there is a lock; the file appears under its name when it is whole and on the disk. Only its owner may read it. */
export async function writeContainer(
  file: string,
  frames: AsyncIterable<Frame>,
  lock: Lock | null = null,
): Promise<void> {
  await refuseOther(file);
  const fileKey = lock === null ? null : await newFileKey(lock);
  const half = `${file}.${process.pid}.part`;
  try {
    const out = createWriteStream(half, { mode: 0o600, flags: 'wx', flush: true });
    // Level 3: four times as fast as the default, for a tenth more bytes.
    const packed = [createGzip({ level: 3, chunkSize: 1 << 18 }), sealed] as const;
    if (fileKey === null) await pipeline(frames, encode, ...packed, out);
    else await pipeline(frames, encode, ...packed, (chunks: AsyncIterable<Buffer>) => lockBytes(chunks, fileKey), out);
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true }).catch(() => {}); // there may be no such folder
    const { code, syscall = '' } = error as NodeJS.ErrnoException;
    if (!['open', 'write', 'fsync', 'rename'].includes(syscall)) throw error;
    throw new Problem('backup.unwritable', `${file} cannot be written (${code}).`, { cause: error });
  }
}

/** Takes the place of an older backup, or of nothing; never of a key file, a list, a picture. Throws `backup.in-the-way`. */
async function refuseOther(file: string): Promise<void> {
  const start = await startOf(file).catch(() => Buffer.alloc(0));
  const isBackup = [MARK, LOCKED_MARK].some((mark) => start.subarray(0, mark.length).equals(mark));
  if (start.length > 0 && !isBackup)
    throw new Problem('backup.in-the-way', `${file} is there already, and is no backup: it is not replaced.`, {
      vi: `${file} đã có sẵn và không phải là tệp sao lưu: không ghi đè.`,
    });
}

async function* encode(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const frame of frames) {
    const body = frame.type === 'json' ? Buffer.from(JSON.stringify(frame.json)) : frame.rows;
    const start = Buffer.alloc(5);
    start.writeUInt8(typeBytes[frame.type]);
    start.writeUInt32BE(body.length, 1);
    yield start;
    yield body;
  }
}

async function* sealed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256').update(MARK);
  yield MARK;
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  yield hash.digest();
}

/** By what the file opens, if it is an encrypted backup. Throws `backup.unreadable`. */
export async function opensBy(file: string): Promise<LockHeader['by'] | null> {
  return lockedBy(await startOf(file));
}

async function startOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((cause) => Promise.reject(unreadable(file, cause)));
  try {
    const room = Buffer.alloc(LOCKED_MARK.length + 4 + longestHeader);
    const { bytesRead } = await handle.read(room, 0, room.length, 0);
    return room.subarray(0, bytesRead);
  } catch (cause) {
    throw unreadable(file, cause); // a folder can be opened, and not be read
  } finally {
    await handle.close();
  }
}

/** The bytes of the plain backup, whether the file is encrypted or not. */
async function* plainBytes(file: string, lock: Lock | null): AsyncGenerator<Buffer> {
  const isEncrypted = (await startOf(file)).subarray(0, LOCKED_MARK.length).equals(LOCKED_MARK);
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  try {
    if (isEncrypted) yield* unlockBytes(source, lock, () => damaged(file));
    else yield* source as AsyncIterable<Buffer>;
  } finally {
    source.on('error', () => {}); // whoever reads has been told; destroying it in the middle of a read is one more
    const closed = once(source, 'close').catch(() => {});
    source.destroy();
    if (!source.closed) await closed;
  }
}

/**
 * Reads the whole file once and refuses it where a byte was changed or is missing: `backup.not-one`, `backup.damaged`;
 * one that the lock does not open: `backup.locked`, `backup.wrong-key`.
 */
export async function checkContainer(file: string, lock: Lock | null = null): Promise<void> {
  const hash = createHash('sha256');
  let start: Buffer = Buffer.alloc(0);
  const tail = { bytes: Buffer.alloc(0) };
  for await (const chunk of withoutTail(plainBytes(file, lock), tail)) {
    if (start.length < MARK.length) start = Buffer.concat([start, chunk]).subarray(0, MARK.length);
    hash.update(chunk);
  }
  if (!start.equals(MARK)) throw new Problem('backup.not-one', `${file} is not a backup.`);
  if (!hash.digest().equals(tail.bytes)) throw damaged(file);
}

/** All but the last bytes, which are the hash of the others. */
async function* withoutTail(chunks: AsyncIterable<Buffer>, tail: { bytes: Buffer }): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const all = tail.bytes.length === 0 ? chunk : Buffer.concat([tail.bytes, chunk]);
    const end = Math.max(0, all.length - HASH_BYTES);
    tail.bytes = all.subarray(end);
    if (end > 0) yield all.subarray(0, end);
  }
}

/** The frames of a file that has been checked. */
export async function* readContainer(file: string, lock: Lock | null = null): AsyncGenerator<Frame> {
  const source = withoutMark(withoutTail(plainBytes(file, lock), { bytes: Buffer.alloc(0) }));
  const plain = Readable.from(source, { objectMode: false }).pipe(createGunzip({ chunkSize: 1 << 18 }));
  try {
    yield* decode(plain, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw damaged(file, error);
    throw error;
  } finally {
    await source.return(undefined);
  }
}

async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let skipped = 0;
  for await (const chunk of chunks) {
    const from = Math.min(MARK.length - skipped, chunk.length);
    skipped += from;
    if (from < chunk.length) yield chunk.subarray(from);
  }
}

async function* decode(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      if (rest.length < 5) break;
      const length = rest.readUInt32BE(1);
      if (length > FRAME_LIMIT) throw damaged(file);
      if (rest.length < 5 + length) break;
      const body = rest.subarray(5, 5 + length);
      if (rest[0] === typeBytes.rows) yield { type: 'rows', rows: body };
      else if (rest[0] === typeBytes.json) yield { type: 'json', json: JSON.parse(body.toString()) };
      else throw damaged(file);
      rest = rest.subarray(5 + length);
    }
  }
  if (rest.length > 0) throw damaged(file);
}

export function damaged(file: string, cause?: unknown): Problem {
  return new Problem(
    'backup.damaged',
    `${file} is not whole: a part of it was changed or is missing. Nothing was restored.`,
    { cause },
  );
}

function unreadable(file: string, cause: unknown): Problem {
  const { code } = cause as NodeJS.ErrnoException;
  return new Problem('backup.unreadable', `${file} cannot be read (${code}).`, { cause });
}
