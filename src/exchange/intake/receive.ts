import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileProblem } from '#/platform/documents/table.ts';
import { mostUploadBytes } from './shapes.ts';

/**
 * Writes an uploaded file into the folder of its session, piece by piece, readable by this user only. Returns its path.
 * `declared`: the length that the sender announced, where there was one. Throws `upload.too-large`, `upload.broken-off`.
 */
export async function receiveFile(
  body: Readable,
  {
    folder,
    name,
    declared,
    most = mostUploadBytes,
  }: { folder: string; name: string; declared?: number; most?: number },
): Promise<string> {
  if (declared !== undefined && declared > most) throw tooLarge(name, most);
  const place = join(folder, 'file');
  await mkdir(place, { mode: 0o700 });
  const file = join(place, safeName(name));
  let bytes = 0;
  const count = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      done(bytes > most ? tooLarge(name, most) : null, piece);
    },
  });
  try {
    await pipeline(body, count, createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    await rm(place, { recursive: true, force: true });
    throw isBrokenOff(error) ? brokenOff(name, error) : error;
  }
  if (bytes === 0) throw fileProblem('upload.empty', `${name} is empty.`);
  if (declared !== undefined && bytes < declared) throw brokenOff(name);
  return file;
}

/** The name as a file may have it here: nothing that leads elsewhere, hides, or is too long. */
function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .replace(/^\.+/, '');
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - extension.length).slice(0, 60);
  return `${stem || 'tep'}${extension}`;
}

function isBrokenOff(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNABORTED';
}

function tooLarge(name: string, most: number) {
  return fileProblem('upload.too-large', `${name} is larger than ${Math.floor(most / 2 ** 20)} MB.`);
}

function brokenOff(name: string, cause?: unknown) {
  return fileProblem('upload.broken-off', `${name} did not come whole; nothing of it was kept.`, cause);
}
