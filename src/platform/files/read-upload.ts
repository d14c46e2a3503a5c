import { fileProblem } from '#/platform/documents/table.ts';

/**
 * The whole of a small upload, in memory; refused as soon as it is larger than `most` bytes.
 * Throws `upload.too-large`, `upload.broken-off`, `upload.empty`.
 */
export async function readUpload(
  body: AsyncIterable<Uint8Array | string>,
  { name, most }: { name: string; most: number },
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of body) {
      size += piece.length;
      if (size > most) break;
      pieces.push(Buffer.from(piece as Uint8Array));
    }
  } catch (error) {
    throw fileProblem('upload.broken-off', `${name} did not come whole; nothing of it was kept.`, error);
  }
  if (size > most) throw fileProblem('upload.too-large', `${name} is larger than ${Math.floor(most / 2 ** 20)} MB.`);
  if (size === 0) throw fileProblem('upload.empty', `${name} is empty.`);
  return Buffer.concat(pieces, size);
}
