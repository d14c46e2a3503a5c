import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** A part of an archive: all of it, or pieces that come as they are asked for. */
export interface ZipPart {
  name: string;
  data: Uint8Array | AsyncIterable<Uint8Array>;
}

/**
 * An archive written as fast as it is taken, in the memory of one piece. fflate keeps the container; the deflating is
 * Node's own, five times as fast as one in JavaScript. No part may reach 4 GB: there is no ZIP64.
 */
export async function* zipStream(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const take = () => {
    const taken = ready;
    ready = [];
    return taken;
  };
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for await (const { name, data } of parts) {
    const file: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8 };
    zip.add(file);
    for await (const chunk of deflated(file, data)) {
      file.ondata?.(null, chunk, false);
      yield* take();
    }
    file.ondata?.(null, new Uint8Array(0), true);
  }
  zip.end();
  yield* take();
}

/** The deflated bytes; size and sum of the plain ones are noted on the file as they pass. */
function deflated(file: ZipInputFile, data: ZipPart['data']): AsyncIterable<Uint8Array<ArrayBuffer>> {
  async function* counted() {
    for await (const piece of data instanceof Uint8Array ? [data] : data) {
      file.size += piece.length;
      file.crc = crc32(piece, file.crc);
      yield piece;
    }
  }
  return Readable.from(counted(), { objectMode: false }).compose(createDeflateRaw({ level: 6 }));
}
