import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { Problem } from '../errors.ts';
import { fileProblem } from './table.ts';

// A workbook comes from outside. What its directory declares is judged before anything is inflated, and yauzl holds
// each part to what was declared.
const limits = {
  fileBytes: 512 * 2 ** 20,
  /** All parts together; the members of the largest city in 45 columns take 1.3 GB. */
  inflatedBytes: 4 * 2 ** 30,
  /** Text deflates to a twentieth, formatted empty rows to a fiftieth; a bomb to a thousandth. */
  ratio: 200,
  ratioFrom: 2 ** 20,
  parts: 10_000,
};

const macros = /(^|\/)vbaProject[^/]*\.bin$|^xl\/(macrosheets|dialogsheets|activeX)\//i;
const links = /^xl\/(externalLinks|queryTables)\/|^xl\/connections\.xml$/i;

/** The parts of a workbook that may be read: a zip that holds no code, leads nowhere, and inflates within limits. */
export interface Container {
  has: (part: string) => boolean;
  /** In bytes, inflated. */
  size: (part: string) => number;
  /** A whole part; throws when it is larger than `most` bytes. */
  read: (part: string, most: number) => Promise<Buffer>;
  stream: (part: string) => Promise<Readable>;
  close: () => void;
}

/** Opens an .xlsx file. Throws a Problem (table.…) that says what kind of file it is when it is not one we read. */
export async function openContainer(file: string): Promise<Container> {
  await checkOutside(file);
  const zip = await yauzl
    .openPromise(file, { lazyEntries: true, autoClose: false })
    .catch((error) => Promise.reject(brokenFile(file, error)));
  try {
    return container(zip, file, await readDirectory(zip, file));
  } catch (error) {
    zip.close();
    throw brokenFile(file, error);
  }
}

/** A fault of the library as a Problem; ours stay what they are. */
export function brokenFile(file: string, error: unknown, place?: string): Problem {
  if (error instanceof Problem) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const where = place === undefined ? '' : ` (${place})`;
  return fileProblem('table.broken', `${basename(file)} cannot be read as a workbook${where}: ${reason}`, error);
}

function container(zip: yauzl.ZipFile, file: string, parts: ReadonlyMap<string, yauzl.Entry>): Container {
  const entry = (name: string): yauzl.Entry => {
    const found = parts.get(name.toLowerCase());
    if (found !== undefined) return found;
    throw fileProblem('table.broken', `${basename(file)} is no workbook: it lacks ${name}.`);
  };
  return {
    has: (name) => parts.has(name.toLowerCase()),
    size: (name) => entry(name).uncompressedSize,
    stream: async (name) => checked(entry(name), await zip.openReadStreamPromise(entry(name))),
    read: async (name, most) => {
      if (entry(name).uncompressedSize > most) throw tooLarge(file, `${name} holds more than ${most / 2 ** 20} MB`);
      // Of the size that was declared, to which yauzl holds it: pieces kept to be joined would take as much again.
      const whole = Buffer.allocUnsafe(entry(name).uncompressedSize);
      let at = 0;
      for await (const piece of checked(entry(name), await zip.openReadStreamPromise(entry(name))))
        at += (piece as Buffer).copy(whole, at);
      return whole.subarray(0, at);
    },
    close: () => zip.close(),
  };
}

/** The bytes as they come, and at their end whether their sum is the one that the archive declares: yauzl does not look. */
function checked({ fileName, crc32: declared }: yauzl.Entry, bytes: Readable): Readable {
  async function* counted(): AsyncGenerator<Buffer> {
    let sum = 0;
    for await (const piece of bytes) {
      sum = crc32(piece as Buffer, sum);
      yield piece as Buffer;
    }
    if (sum !== declared) throw new Error(`the part ${fileName} is damaged: its sum is not the one it should have`);
  }
  return Readable.from(counted());
}

async function readDirectory(zip: yauzl.ZipFile, file: string): Promise<Map<string, yauzl.Entry>> {
  const name = basename(file);
  const parts = new Map<string, yauzl.Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, compressedSize, uncompressedSize } = entry;
    if (entry.isEncrypted()) throw encrypted(file);
    if (macros.test(fileName))
      throw fileProblem('table.macros', `${name} holds macros. Save it as an ordinary workbook (.xlsx).`);
    if (links.test(fileName))
      throw fileProblem('table.external-links', `${name} leads to other files. Break its links, and save it again.`);
    if (parts.has(fileName.toLowerCase()))
      throw fileProblem('table.broken', `${name} holds the part ${fileName} twice.`);
    parts.set(fileName.toLowerCase(), entry);
    inflated += uncompressedSize;
    if (parts.size > limits.parts || inflated > limits.inflatedBytes)
      throw tooLarge(file, `it inflates to more than ${limits.inflatedBytes / 2 ** 30} GB, or ${limits.parts} parts`);
    if (uncompressedSize > limits.ratioFrom && uncompressedSize > limits.ratio * compressedSize)
      throw tooLarge(file, `${fileName} inflates to more than ${limits.ratio} times its size`);
  }
  return parts;
}

/** What the name and the first bytes tell. */
async function checkOutside(file: string): Promise<void> {
  const name = basename(file);
  const extension = extname(file).toLowerCase();
  if (extension !== '.xlsx')
    throw fileProblem('table.extension', `${name} is not an .xlsx workbook. Save it as one (Excel Workbook, .xlsx).`);
  const { size } = await stat(file);
  if (size > limits.fileBytes) throw tooLarge(file, `it is larger than ${limits.fileBytes / 2 ** 20} MB`);
  const start = await firstBytes(file, 4096);
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return;
  if (!start.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')))
    throw fileProblem('table.not-xlsx', `${name} is not a workbook, whatever its name says.`);
  // Both an old .xls and a workbook with a password are OLE containers; the second names a stream so.
  const whole = size < 64 * 2 ** 20 ? await firstBytes(file, size) : start;
  if (whole.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw encrypted(file);
  throw fileProblem('table.not-xlsx', `${name} is an old workbook (.xls) by content. Save it as .xlsx.`);
}

async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function encrypted(file: string): Problem {
  return fileProblem('table.encrypted', `${basename(file)} is locked with a password. Save it without one.`);
}

function tooLarge(file: string, why: string): Problem {
  return fileProblem('table.too-large', `${basename(file)} is refused: ${why}.`);
}
