import { Docx, type XmlNode, xml } from 'easy-template-x';
import { Problem } from '../errors.ts';
import { fieldKey } from './docx-fill.ts';

/** Where something stands in a Word paper, as a person finds it: counted from 1. */
export interface DocxPlace {
  part: 'body' | 'header' | 'footer';
  paragraph: number;
  table?: { table: number; row: number; cell: number };
  /** The text of the paragraph, shortened. */
  text: string;
}

/** A field, the mark of a loop, or a brace that belongs to neither. */
export interface DocxField {
  kind: 'value' | 'open' | 'close' | 'brace';
  /** As it was typed. */
  typed: string;
  key: string;
  place: DocxPlace;
}

/** Every field of a template in the order in which it is filled; each part of it by itself. Throws `template.broken`. */
export async function fieldsIn(template: Uint8Array): Promise<DocxField[][]> {
  try {
    const docx = await Docx.load(Buffer.from(template));
    const found: DocxField[][] = [];
    for (const part of await docx.getContentParts()) {
      const kind = /header/i.test(part.path) ? 'header' : /footer/i.test(part.path) ? 'footer' : 'body';
      found.push(fieldsOf(await part.xmlRoot(), kind));
    }
    return found;
  } catch (cause) {
    throw new Problem('template.broken', `The template cannot be read: ${(cause as Error).message}`, { cause });
  }
}

interface Counting {
  part: DocxPlace['part'];
  paragraph: number;
  tables: number;
  table?: DocxPlace['table'];
  found: DocxField[];
}

function fieldsOf(root: XmlNode, part: DocxPlace['part']): DocxField[] {
  const counting: Counting = { part, paragraph: 0, tables: 0, found: [] };
  walk(root, counting);
  return counting.found;
}

function walk(node: XmlNode, at: Counting): void {
  if (node.nodeName === 'w:p') readParagraph(node, at);
  const outer = at.table;
  if (node.nodeName === 'w:tbl') {
    at.tables += 1;
    at.table = { table: at.tables, row: 0, cell: 0 };
  } else if (at.table !== undefined && node.nodeName === 'w:tr')
    at.table = { ...at.table, row: at.table.row + 1, cell: 0 };
  else if (at.table !== undefined && node.nodeName === 'w:tc') at.table = { ...at.table, cell: at.table.cell + 1 };
  for (const child of node.childNodes ?? []) walk(child, at);
  if (node.nodeName === 'w:tbl') at.table = outer;
}

function readParagraph(node: XmlNode, at: Counting): void {
  at.paragraph += 1;
  const text = ownText(node);
  const place: DocxPlace = {
    part: at.part,
    paragraph: at.paragraph,
    ...(at.table === undefined ? {} : { table: at.table }),
    text: text.length > 60 ? `${text.slice(0, 59)}…` : text,
  };
  for (const [typed, inside] of text.matchAll(/\{([^{}]*)\}|[{}]/g)) {
    if (inside === undefined) at.found.push({ kind: 'brace', typed, key: '', place });
    else at.found.push({ ...fieldOf(inside), typed, place });
  }
}

/** "#dong [loopOver: 'row']" opens dong. */
function fieldOf(inside: string): Pick<DocxField, 'kind' | 'key'> {
  const name = inside.replace(/\[.*\]\s*$/s, '').trim();
  const kind = name.startsWith('#') ? 'open' : name.startsWith('/') ? 'close' : 'value';
  return { kind, key: fieldKey(kind === 'value' ? name : name.slice(1)) };
}

/** Without that of paragraphs inside it: a text box is read by itself. */
function ownText(node: XmlNode): string {
  if (xml.query.isTextNode(node)) return node.textContent ?? '';
  return (node.childNodes ?? [])
    .filter(({ nodeName }) => nodeName !== 'w:p' && nodeName !== 'w:instrText')
    .map(ownText)
    .join('');
}
