import type { Problem } from '#/platform/errors.ts';
import {
  type FileKey,
  fileKeyOf,
  type Lock,
  type LockHeader,
  lockHeader,
  openSegment,
  sealSegment,
  TAG_BYTES,
} from './lock.ts';

// An encrypted backup: a mark, the length of the header (4 bytes), the header (JSON), then a plain backup cut into
// segments, each encrypted by itself: so that a file of any size is opened in order, and nothing of it is taken for true
// before its segment has been proved.
export const LOCKED_MARK = Buffer.from('sotay-locked-backup-1\n');
const SEGMENT = 1 << 16;
export const longestHeader = 4_096;

/** Encrypts the bytes of a backup. */
export async function* lockBytes(chunks: AsyncIterable<Buffer>, { header, key }: FileKey): AsyncGenerator<Buffer> {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  yield Buffer.concat([LOCKED_MARK, length, text]);
  let no = 0;
  // One segment is held back: only at the end is it known to be the last.
  for await (const { piece, isLast } of pieces(chunks, SEGMENT)) yield sealSegment(key, text, no++, isLast, piece);
}

/** The bytes of a backup that lie encrypted in `chunks`. Throws `backup.locked`, `backup.wrong-key`, and what `damaged` makes. */
export async function* unlockBytes(
  chunks: AsyncIterable<Buffer>,
  lock: Lock | null,
  damaged: () => Problem,
): AsyncGenerator<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  let start: Buffer = Buffer.alloc(0);
  const need = async (bytes: number): Promise<void> => {
    while (start.length < bytes) {
      const { value, done } = await source.next();
      if (done) throw damaged();
      start = Buffer.concat([start, value]);
    }
  };
  const at = LOCKED_MARK.length;
  await need(at + 4);
  const length = start.readUInt32BE(at);
  if (length > longestHeader) throw damaged();
  await need(at + 4 + length);
  const text = start.subarray(at + 4, at + 4 + length);
  const key = await fileKeyOf(readHeader(text, damaged), lock);
  const rest = start.subarray(at + 4 + length);
  let no = 0;
  for await (const { piece, isLast } of pieces(after(rest, source), SEGMENT + TAG_BYTES)) {
    const plain = openSegment(key, text, no++, isLast, piece);
    if (plain === null) throw damaged();
    yield plain;
  }
}

/** By what an encrypted backup opens, from its first bytes; null: it is none, or not whole. */
export function lockedBy(start: Buffer): LockHeader['by'] | null {
  const at = LOCKED_MARK.length;
  if (!start.subarray(0, at).equals(LOCKED_MARK) || start.length < at + 4) return null;
  const text = start.subarray(at + 4, at + 4 + start.readUInt32BE(at));
  try {
    return lockHeader.parse(JSON.parse(text.toString())).by;
  } catch {
    return null; // told when it is read
  }
}

function readHeader(text: Buffer, damaged: () => Problem) {
  try {
    return lockHeader.parse(JSON.parse(text.toString()));
  } catch {
    throw damaged(); // no JSON, or not of ours
  }
}

async function* after(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** The same bytes in pieces of one size; the last may be shorter, and there always is one. */
async function* pieces(
  chunks: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    kept.push(chunk);
    bytes += chunk.length;
    if (bytes <= size) continue;
    const all = Buffer.concat(kept);
    let from = 0;
    for (; all.length - from > size; from += size) yield { piece: all.subarray(from, from + size), isLast: false };
    kept = [all.subarray(from)];
    bytes = all.length - from;
  }
  yield { piece: Buffer.concat(kept), isLast: true };
}
