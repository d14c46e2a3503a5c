import { basename, posix } from 'node:path';
import { streamXlsxRows } from 'hucre/xlsx';
import { readXml } from 'hucre/xml';
import { type Cell, fileProblem, mostColumns, mostRows, type TableRow } from './table.ts';
import { brokenFile, type Container, openContainer } from './xlsx-container.ts';
import { type Range, readMerges } from './xlsx-merges.ts';
import { pieceWorkbook, type Surroundings } from './xlsx-piece.ts';
import {
  isBeyondColumns,
  misplacedCell,
  piecesOf,
  readSharedStrings,
  type SharedStrings,
  withStrings,
} from './xlsx-pieces.ts';
import { leanStyles } from './xlsx-styles.ts';

export interface Workbook {
  /** The names of the sheets, in NFC. */
  sheets: readonly string[];
  /** Those among them that Excel does not show. */
  hidden: ReadonlySet<string>;
  /** The ranges of merged cells of a sheet; none of a sheet so large that they would take long to find. */
  merges: (sheet: string) => Promise<readonly Range[]>;
  /** The rows of a sheet, read only as fast as they are taken; rows that were never touched are not there. */
  rows: (sheet: string) => AsyncGenerator<TableRow>;
  close: () => void;
}

const mostMeta = 16 * 2 ** 20;
const mostSheets = 1_000;

/** Opens a workbook to read. Throws a Problem (table.…) about a file that is none, or is not safe to open. */
export async function openWorkbook(file: string): Promise<Workbook> {
  const container = await openContainer(file);
  try {
    const plan = await readPlan(container, file);
    let strings: Promise<SharedStrings> | undefined;
    const source: Source = {
      ...plan,
      file,
      container,
      strings: () => (strings ??= readSharedStrings(container, plan.sharedStrings)),
    };
    return {
      sheets: [...plan.sheets.keys()],
      hidden: plan.hidden,
      merges: async (sheet) => {
        const part = plan.sheets.get(sheet.normalize('NFC'));
        return part === undefined ? [] : readMerges(container, part);
      },
      rows: (sheet) => rowsOf(source, sheet),
      close: container.close,
    };
  } catch (error) {
    container.close();
    throw brokenFile(file, error);
  }
}

interface Plan extends Surroundings {
  /** Sheet name → part. */
  sheets: ReadonlyMap<string, string>;
  hidden: ReadonlySet<string>;
  sharedStrings: string;
}

interface Source extends Plan {
  file: string;
  container: Container;
  /** Read once, for the first sheet that is. */
  strings: () => Promise<SharedStrings>;
}

async function readPlan(container: Container, file: string): Promise<Plan> {
  const types = await readText(container, '[Content_Types].xml');
  if (/macroEnabled/i.test(types))
    throw fileProblem('table.macros', `${basename(file)} is made for macros. Save it as an ordinary workbook (.xlsx).`);
  const root = await relations(container, '', '_rels/.rels');
  const workbook = root.find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml';
  const folder = posix.dirname(workbook);
  const parts = await relations(container, folder, `${folder}/_rels/${posix.basename(workbook)}.rels`);
  const xml = await readText(container, workbook);
  const sheets = new Map<string, string>();
  const hidden = new Set<string>();
  for (const tag of tags(xml, 'sheet')) {
    const id = Object.entries(tag).find(([key]) => /^@(.+:)?id$/.test(key))?.[1];
    const relation = parts.find((candidate) => candidate.id === id);
    if (!relation?.type.endsWith('/worksheet')) continue;
    const name = (tag['@name'] ?? '').normalize('NFC');
    if (sheets.has(name) || [...sheets.values()].includes(relation.part))
      throw fileProblem('table.broken', `${basename(file)} has the sheet "${name}" twice.`);
    sheets.set(name, relation.part);
    if (sheets.size > mostSheets)
      throw fileProblem('table.too-large', `${basename(file)} has more than ${mostSheets} sheets.`);
    if (/^(very)?hidden$/i.test(tag['@state'] ?? '')) hidden.add(name);
  }
  const styles = parts.find(({ type }) => type.endsWith('/styles'))?.part;
  return {
    sheets,
    hidden,
    sharedStrings: parts.find(({ type }) => type.endsWith('/sharedStrings'))?.part ?? '',
    styles: Buffer.from(styles === undefined ? '<styleSheet/>' : leanStyles(await readText(container, styles))),
    is1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904=["'](?:1|true)["']/.test(xml),
  };
}

async function readText(container: Container, part: string): Promise<string> {
  return (await container.read(part, mostMeta)).toString('utf8');
}

/** The attributes of every element of a name, as @name. */
function tags(xml: string, rowTag: string): Record<string, string>[] {
  const { data } = readXml(xml, { rowTag, stripNamespaces: true });
  return data.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')])));
}

async function relations(container: Container, folder: string, part: string) {
  return tags(await readText(container, part), 'Relationship').map((tag) => {
    const target = tag['@Target'] ?? '';
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    return { id: tag['@Id'] ?? '', type: tag['@Type'] ?? '', part: path };
  });
}

async function* rowsOf(source: Source, sheet: string): AsyncGenerator<TableRow> {
  const { file, container } = source;
  const part = source.sheets.get(sheet.normalize('NFC'));
  if (part === undefined) throw fileProblem('table.sheet', `${basename(file)} has no sheet "${sheet}".`);
  const tooWide = () =>
    fileProblem('table.too-many-columns', `The sheet "${sheet}" goes beyond its ${mostColumns}th column (GR).`);
  let last = 0;
  try {
    const strings = await source.strings();
    for await (const piece of piecesOf(await container.stream(part))) {
      if (isBeyondColumns(piece)) throw tooWide();
      const misplaced = misplacedCell(piece);
      if (misplaced !== null) throw new Error(`the cell ${misplaced} comes twice, or out of its order`);
      for await (const next of rowsOfPiece(withStrings(piece, strings), last, source)) {
        if (next.values.length > mostColumns) throw tooWide();
        if (!(next.row <= mostRows))
          throw fileProblem('table.too-many-rows', `The sheet "${sheet}" goes beyond row ${mostRows}.`);
        if (next.row <= last) throw new Error(`row ${next.row} comes twice, or out of its order`);
        last = next.row;
        yield next;
      }
    }
  } catch (error) {
    throw brokenFile(file, error, `the sheet "${sheet}", after row ${last}`);
  }
}

async function* rowsOfPiece(piece: string, last: number, around: Surroundings): AsyncGenerator<TableRow> {
  // Rows need not say their number: a later piece begins with the row before it, which is passed over.
  let isLead = last > 0;
  const xml = Buffer.from(isLead ? `<worksheet><sheetData><row r="${last}"/>${piece}` : piece, 'latin1');
  for await (const { index, values } of streamXlsxRows(pieceWorkbook(xml, around))) {
    if (!isLead) yield { row: index + 1, values: values as Cell[] };
    isLead = false;
  }
}
