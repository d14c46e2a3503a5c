import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive that may lie. */
export interface HostilePart {
  name: string;
  data: string | Buffer;
  /** What the directory declares in place of the truth. */
  declared?: { size?: number; packed?: number };
  /** Use the bytes of the first part instead of its own: entries that overlap. */
  overlaps?: boolean;
}

/** A zip of parts as given, twice-named and overlapping ones too. */
export function hostileZip(parts: readonly HostilePart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let first: { offset: number; packed: number; size: number; sum: number } | undefined;
  for (const { name, data, declared = {}, overlaps = false } of parts) {
    const raw = Buffer.from(data);
    const packed = deflateRawSync(raw);
    const own = { offset, packed: packed.length, size: raw.length, sum: crc32(raw) };
    first ??= own;
    const entry = overlaps ? first : own;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(entry.sum, 10);
    common.writeUInt32LE(declared.packed ?? entry.packed, 14);
    common.writeUInt32LE(declared.size ?? entry.size, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(entry.offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, Buffer.from(name)]));
    if (overlaps) continue;
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(Math.min(parts.length, 65_535), 8);
  end.writeUInt16LE(Math.min(parts.length, 65_535), 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const relations = (...lines: [string, string, string?][]) =>
  `<Relationships>${lines
    .map(
      ([type, target, more = ''], i) =>
        `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"${more}/>`,
    )
    .join('')}</Relationships>`;

/** The parts of a workbook with one sheet "Đảng viên", of which some may be replaced or added. */
export function workbookParts(
  rows: string | Buffer,
  replaced: Readonly<Record<string, string | Buffer>> = {},
): HostilePart[] {
  const parts: Record<string, string | Buffer> = {
    'xl/worksheets/sheet1.xml': Buffer.concat([
      Buffer.from(`<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>`),
      Buffer.from(rows),
      Buffer.from('</sheetData></worksheet>'),
    ]),
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Đảng viên" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/styles.xml': '<styleSheet/>',
    ...replaced,
  };
  return Object.entries(parts).map(([name, data]) => ({ name, data }));
}

export const hostileWorkbook = (rows: string | Buffer, replaced?: Readonly<Record<string, string | Buffer>>): Buffer =>
  hostileZip(workbookParts(rows, replaced));

export { relations };

/** A cell with text. */
export const textCell = (place: string, text: string) =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;

/** Rows of text from the first on, as a list of members has them. */
export const textRows = (rows: readonly (readonly string[])[]) =>
  rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((text, c) => textCell(`${String.fromCharCode(65 + c)}${r + 1}`, text)).join('')}</row>`,
    )
    .join('');

export const headings = ['Họ và tên', 'Ngày sinh', 'Mã chi bộ', 'Tình trạng'];
