import yauzl from 'yauzl';
import { Problem } from '../errors.ts';
import { mostTemplateBytes } from './template-size.ts';

// A template comes from outside and is filled on the server. What its directory declares is judged before anything is inflated.
const limits = {
  fileBytes: mostTemplateBytes,
  inflatedBytes: 50 * 2 ** 20,
  ratio: 200,
  ratioFrom: 2 ** 20,
  parts: 500,
};

const macros = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml)$|\/activeX\/|^customUI\//i;
const embedded = /\/embeddings\/|\.(exe|dll|js|vbs|html?|mht|rtf)$/i;
/** Fields of Word that fetch something when the paper is opened. */
const fetching = /^\s*(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|RD|DATABASE)\b/i;
/** No name of such a field has more letters, and so may not come in more pieces. */
const longestName = 'INCLUDEPICTURE'.length + 1;
const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/**
 * Refuses what is no plain Word paper, holds code, leads out of itself, or is too large. Throws a Problem (template.…) that
 * says what to do.
 */
export async function checkDocx(file: Uint8Array): Promise<void> {
  const parts = await readParts(Buffer.from(file));
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  const types = text('[Content_Types].xml');
  if (/macroEnabled/i.test(types)) throw withMacros();
  if (!types.includes(wordDocument) || !parts.has('word/document.xml'))
    throw refusal(
      'template.not-docx',
      'The file is not a Word document (.docx). Save it as one in Word.',
      'Tệp không phải tài liệu Word (.docx). Lưu lại thành .docx trong Word.',
    );
  for (const [name, content] of parts) {
    if (!isXml(name, content)) continue;
    const xml = content.toString('utf8');
    if (/<!(DOCTYPE|ENTITY|\[CDATA)/i.test(xml) || content.includes(0))
      throw refusal(
        'template.broken',
        `${name} holds what no part of a Word document holds.`,
        `Trong tệp, phần ${name} có những thứ không tài liệu Word nào có.`,
      );
    if (/\.rels$/i.test(name)) checkRelations(xml);
    else checkInstructions(xml);
  }
}

/** A part is what its content type says, whatever its name ends with. */
function isXml(name: string, content: Buffer): boolean {
  const head = content.subarray(0, 2);
  const isWide = ['fffe', 'feff'].includes(head.toString('hex'));
  return isWide || /\.(xml|rels)$/i.test(name) || /^\uFEFF?\s*</.test(content.subarray(0, 100).toString('utf8'));
}

async function readParts(file: Buffer): Promise<Map<string, Buffer>> {
  checkOutside(file);
  const parts = new Map<string, Buffer>();
  try {
    const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true });
    let inflated = 0;
    const entries: yauzl.Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      inflated += entry.uncompressedSize;
      checkEntry(entry, inflated, entries.length);
      entries.push(entry);
    }
    for (const entry of entries) {
      const pieces: Buffer[] = [];
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
      if (parts.has(entry.fileName))
        throw refusal(
          'template.broken',
          `The file holds ${entry.fileName} twice.`,
          `Trong tệp có hai phần cùng tên ${entry.fileName}.`,
        );
      parts.set(entry.fileName, Buffer.concat(pieces));
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    const why = (error as Error).message;
    throw refusal('template.broken', `The file cannot be read: ${why}`, `Không đọc được tệp: ${why}`, error);
  }
  return parts;
}

function checkOutside(file: Buffer): void {
  if (file.length > limits.fileBytes) {
    const most = `${limits.fileBytes / 2 ** 20} MB`;
    throw tooLarge(`it is larger than ${most}`, `tệp lớn hơn ${most}`);
  }
  if (file.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')))
    throw refusal(
      'template.not-docx',
      'The file is an old .doc, or locked with a password. Save it as .docx without one.',
      'Tệp là .doc đời cũ, hoặc có mật khẩu. Lưu lại thành .docx không mật khẩu.',
    );
  if (!file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
    throw refusal(
      'template.not-docx',
      'The file is not a Word document (.docx), whatever its name says.',
      'Tệp không phải tài liệu Word (.docx), dù tên tệp ghi gì.',
    );
}

function checkEntry(entry: yauzl.Entry, inflated: number, count: number): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted())
    throw refusal(
      'template.not-docx',
      'The file is locked with a password. Save it without one.',
      'Tệp có mật khẩu. Lưu lại không mật khẩu.',
    );
  if (macros.test(fileName)) throw withMacros();
  if (embedded.test(fileName))
    throw refusal(
      'template.embedded',
      `The file holds another file (${fileName}). Take it out, and save again.`,
      `Trong tệp có nhúng tệp khác (${fileName}). Bỏ ra rồi lưu lại.`,
    );
  if (count >= limits.parts || inflated > limits.inflatedBytes)
    throw tooLarge(
      `it inflates to more than ${limits.inflatedBytes / 2 ** 20} MB, or holds more than ${limits.parts} parts`,
      `giải nén ra hơn ${limits.inflatedBytes / 2 ** 20} MB, hoặc có hơn ${limits.parts} phần`,
    );
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > limits.ratio * compressedSize)
    throw tooLarge(
      `${fileName} inflates to more than ${limits.ratio} times its size`,
      `${fileName} giải nén ra hơn ${limits.ratio} lần`,
    );
}

// No "<" in attributes: it may not stand there, and a tag without an end would be looked through to the end of the file.
const quoted = `(?:[^<>"']|"[^"<]*"|'[^'<]*')*`;
const relationship = new RegExp(String.raw`<(?:[\w.-]+:)?Relationship\b${quoted}>`, 'gi');
const instruction = new RegExp(String.raw`<(?:[\w.-]+:)?instrText\b${quoted}>([^<]*)<`, 'g');
const instructionOfField = /\s(?:[\w.-]+:)?instr\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Text of XML as its reader has it. */
function plainText(xml: string): string {
  return xml
    .replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_all, hex, decimal) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
    })
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** A link that somebody clicks is no harm; what Word fetches by itself is. */
function checkRelations(xml: string): void {
  for (const [relation] of xml.matchAll(relationship)) {
    const value = (name: string) => {
      const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(relation) ?? [];
      return plainText(double ?? single ?? '');
    };
    const kind = value('Type').split('/').at(-1) ?? '';
    if (kind.toLowerCase() === 'afchunk')
      throw refusal(
        'template.embedded',
        'The file holds another document as a part. Take it out, and save again.',
        'Trong tệp có chèn một tài liệu khác. Bỏ ra rồi lưu lại.',
      );
    if (value('TargetMode').toLowerCase() !== 'external') continue;
    if (kind === 'hyperlink' && /^(https?:|mailto:)/i.test(value('Target'))) continue;
    throw leadsOut(`${kind} → ${value('Target').slice(0, 100)}`);
  }
}

function checkInstructions(xml: string): void {
  const pieces = [...xml.matchAll(instruction)].map(([, text]) => plainText(text ?? ''));
  const told = pieces.filter((text) => text.trim() !== '');
  // Word splits an instruction over several runs; joined they are read from each beginning.
  const joined = [
    ...told.map((_, at) => told.slice(at, at + longestName).join('')),
    ...[...xml.matchAll(instructionOfField)].map(([, double, single]) => plainText(double ?? single ?? '')),
  ];
  const found = joined.find((text) => fetching.test(text));
  if (found !== undefined) throw leadsOut(found.trim().slice(0, 100));
}

function withMacros(): Problem {
  return refusal(
    'template.macros',
    'The file holds macros. Save it as an ordinary Word document (.docx).',
    'Tệp có macro. Lưu lại thành tài liệu Word thường (.docx).',
  );
}

function leadsOut(what: string): Problem {
  return refusal(
    'template.external-link',
    `The file leads to something outside it (${what}). Break the link, and save again.`,
    `Tệp dẫn ra ngoài (${what}). Bỏ liên kết ấy rồi lưu lại.`,
  );
}

function tooLarge(why: string, vi: string): Problem {
  return refusal('template.too-large', `The file is refused: ${why}.`, `Không nhận tệp này: ${vi}.`);
}

function refusal(code: string, message: string, vi: string, cause?: unknown): Problem {
  return new Problem(code, message, { vi, fields: [{ field: 'file', code, message, vi }], cause });
}
