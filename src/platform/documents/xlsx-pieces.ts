import type { Readable } from 'node:stream';
import type { Container } from './xlsx-container.ts';

// Bytes are handled as latin1 text: one character a byte, so nothing is decoded or copied more than once, and what
// comes out again is the UTF-8 that went in.

const pieceSize = 2 ** 19;
/** 200 cells of the 32,767 characters that Excel allows, and their tags. */
const longestRow = 32 * 2 ** 20;
const mostShared = 400 * 2 ** 20;

/** Attributes of a tag as hucre reads them: a ">" between quotes does not end it. */
const attributes = `(?:[^>"']|"[^"]*"|'[^']*')*?`;
const beyondColumns = new RegExp(
  `<(?:\\w+:)?c\\s${attributes}\\br\\s*=\\s*["'](?!(?:[A-Z]|[A-F][A-Z]|G[A-R])\\d{1,7}["'])`,
);
const sharedCell = new RegExp(
  `<((?:\\w+:)?c)(\\s${attributes})\\bt\\s*=\\s*["']s["'](${attributes})>\\s*<(?:\\w+:)?v>\\s*(\\d+)\\s*</(?:\\w+:)?v>`,
  'g',
);
const sharedLeft = new RegExp(`<(?:\\w+:)?c\\s${attributes}\\bt\\s*=\\s*["']s["']${attributes}(?<!/)>`);

/** The text of every shared string by its number, as it stands in the file: the inside of its element. */
export type SharedStrings = (index: number) => string | null;

/** Twice as many as the members of the largest city have texts; an empty one takes five bytes of a file that is one bomb of them. */
const mostStrings = 10_000_000;

/**
 * The shared strings of a workbook in 8 bytes each beside their own text. hucre's table takes a kilobyte each: 958 MB
 * for a million, measured, and a workbook of 365,911 members has three million.
 */
export async function readSharedStrings(container: Container, part: string): Promise<SharedStrings> {
  if (!container.has(part)) return () => null;
  const bytes = await container.read(part, mostShared);
  const prefix = /<(\w+:)?si[\s/>]/.exec(bytes.toString('latin1', 0, 65_536))?.[1] ?? '';
  const [open, close] = [Buffer.from(`<${prefix}si`), Buffer.from(`</${prefix}si>`)];
  let spans = new Uint32Array(1 << 16);
  let count = 0;
  for (let at = bytes.indexOf(open); at !== -1; at = bytes.indexOf(open, at)) {
    const start = bytes.indexOf(greater, at) + 1;
    if (start === 0) break;
    const end = bytes[start - 2] === slash ? start : bytes.indexOf(close, start);
    if (end === -1) break;
    if (count === mostStrings) throw new Error(`there are more than ${mostStrings} shared strings`);
    if (2 * count + 2 > spans.length) spans = grown(spans);
    spans[2 * count] = start;
    spans[2 * count + 1] = end;
    count += 1;
    at = end;
  }
  return (index) => (index < count ? bytes.toString('latin1', spans[2 * index], spans[2 * index + 1]) : null);
}

const [slash, greater] = [0x2f, 0x3e];

function grown(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}

/**
 * Cuts the XML of a sheet after the last row that is complete, so that it can be read as fast as it is asked for. Throws
 * when the sheet breaks off: rows that are not there must not go missing silently.
 */
export async function* piecesOf(sheet: Readable): AsyncGenerator<string> {
  let kept: string[] = [];
  let size = 0;
  let isWhole = false;
  let tail = '';
  for await (const chunk of sheet) {
    const text = (chunk as Buffer).toString('latin1');
    // Only what is new is searched, with as much before it as a tag may reach back.
    const seam = tail + text;
    isWhole ||= sheetEnd.test(seam);
    kept.push(text);
    size += text.length;
    const end = size < pieceSize ? 0 : afterLastRow(seam);
    const cut = end === 0 ? 0 : size - (seam.length - end);
    tail = seam.slice(-longestTag);
    if (cut <= 0) {
      if (size > longestRow) throw new Error('a row has no end');
      continue;
    }
    const whole = kept.join('');
    yield whole.slice(0, cut);
    kept = [whole.slice(cut)];
    size -= cut;
  }
  if (!isWhole) throw new Error('a sheet breaks off before its end');
  if (size > 0) yield kept.join('');
}

const longestTag = 40;
const sheetEnd = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/;

/** Where the last complete row ends; 0 when none does. */
function afterLastRow(xml: string): number {
  for (let at = xml.lastIndexOf('row>'); at > 0; at = xml.lastIndexOf('row>', at - 1))
    if (/<\/(\w+:)?$/.test(xml.slice(Math.max(0, at - 12), at))) return at + 4;
  return 0;
}

/** Whether a cell lies right of column GR, the 200th, or nowhere: hucre would make room for all that lie between. */
export function isBeyondColumns(piece: string): boolean {
  return beyondColumns.test(piece);
}

const places = /<(?:\w+:)?(?:row(?=[\s/>])|c\s(?:[^>"']|"[^"]*"|'[^']*')*?\br\s*=\s*["']([A-Z]+)\d+["'])/g;

/** A cell that comes twice in its row, or before one left of it: the last would be taken, and the other lost. */
export function misplacedCell(piece: string): string | null {
  let last = '';
  for (const [tag, letters] of piece.matchAll(places)) {
    if (letters === undefined) last = '';
    else if (letters.length < last.length || (letters.length === last.length && letters <= last))
      return /[A-Z]+\d+(?=["']$)/.exec(tag)?.[0] ?? letters;
    else last = letters;
  }
  return null;
}

/**
 * The piece with each reference to a shared string replaced by the string: a shared and an inline string have the same
 * content (ECMA-376, CT_Rst), so its XML is put in as it is.
 */
export function withStrings(piece: string, strings: SharedStrings): string {
  if (!/\bt\s*=\s*["']s["']/.test(piece)) return piece;
  const whole = piece.replaceAll(sharedCell, (_all, tag, before, after, index) => {
    const text = strings(Number(index));
    if (text === null) throw new Error(`there is no shared string ${index}`);
    return `<${tag}${before}t="inlineStr"${after}><is>${text}</is>`;
  });
  if (sharedLeft.test(whole)) throw new Error('a cell refers to a shared string in a way that is not understood');
  return whole;
}
