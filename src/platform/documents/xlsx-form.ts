import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Paper, PaperCell, PaperTable } from './paper.ts';
import { SheetBuilder } from './xlsx-sheet.ts';

// The language stands in the format itself: LibreOffice writes 1.234,5 whatever its own language; Excel by the machine's.
const vietnamese = '[$-42A]';
const dayFormat = `${vietnamese}dd/mm/yyyy`;
const numberFormat = (decimals: number) => `${vietnamese}#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;

const center: CellStyle = { alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };
const left: CellStyle = { alignment: { horizontal: 'left', vertical: 'top', wrapText: true } };
const thin = { style: 'thin' as const };
const boxed: CellStyle = { border: { top: thin, bottom: thin, left: thin, right: thin } };

/** A paper as a workbook: sheets as they are printed on A4, behind them its data. Numbers are numbers, days are days. */
export async function writePaperWorkbook(paper: Paper): Promise<Uint8Array> {
  const names = new Set<string>();
  const sheets =
    paper.kind === null
      ? paper.tables.map((table) => formSheet(paper, table, names))
      : [reportSheet(paper, names), ...paper.tables.map((table) => annexSheet(table, names))];
  const all = [...sheets, ...paper.dataTables.map((table) => dataSheet(table, names))];
  return writeXlsx({
    sheets: all.map(({ sheet }) => sheet),
    // As names of the workbook: the library does not quote the sheet in its own.
    namedRanges: all.flatMap(({ sheet: { name }, repeated }) =>
      repeated === null ? [] : [{ name: '_xlnm.Print_Titles', range: `'${name}'!${repeated}`, scope: name }],
    ),
    properties: { title: paper.documentTitle, creator: 'Sổ Tay' },
    defaultFont: { name: 'Times New Roman', size: 13 },
  });
}

interface Built {
  sheet: WriteSheet;
  /** The rows that stand on every page again. */
  repeated: string | null;
}

function formSheet(paper: Paper, table: PaperTable, names: Set<string>): Built {
  const to = new SheetBuilder(table.columns.map(({ width }) => width));
  head(to, paper, [paper.corner]);
  to.merged(paper.title, { ...center, font: { bold: true } });
  if (paper.subtitle !== null) to.merged(paper.subtitle, { ...center, font: { italic: true } });
  to.skip();
  const repeated = printTable(to, table);
  printNotes(to, table);
  formFoot(to, paper);
  return {
    sheet: to.sheet(nameOf(table.number ?? table.title, names), paper.isLandscape),
    repeated,
  };
}

const nothing: [string, CellStyle] = ['', center];

function formFoot(to: SheetBuilder, { dateLine, preparer, signer }: Paper): void {
  to.skip();
  to.pair('', dateLine, center, dateStyle);
  const left: [string, CellStyle][] = [
    [preparer?.title ?? '', bold],
    [preparer?.manner ?? '', italic],
  ];
  const right: [string, CellStyle][] = [
    ...signer.lines.map((line): [string, CellStyle] => [line, bold]),
    ['(Ký tên, đóng dấu)', italic],
  ];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const [preparing, preparingStyle] = left[i] ?? nothing;
    const [signing, signingStyle] = right[i] ?? nothing;
    to.pair(preparing, signing, preparingStyle, signingStyle);
  }
  to.skip(4);
  to.pair(preparer?.name ?? '', signer.name ?? '', bold, bold);
  if (preparer?.phone) to.pair(`Điện thoại: ${preparer.phone}`, '', center, center);
}

const bold: CellStyle = { ...center, font: { bold: true } };
const dateStyle: CellStyle = { ...center, font: { italic: true, size: 12 } };
const italic: CellStyle = { ...center, font: { italic: true } };

function head(to: SheetBuilder, { issuer, numberSuffix }: Paper, right: readonly string[]): void {
  const lines = numberSuffix === null ? issuer : [...issuer, '*', `Số           ${numberSuffix}`];
  const own = issuer.length - 1;
  for (let i = 0; i < Math.max(lines.length, right.length); i += 1)
    to.pair(lines[i] ?? '', right[i] ?? '', i === own ? bold : center, i === 0 ? bold : italic);
  to.skip();
}

function reportSheet(paper: Paper, names: Set<string>): Built {
  const to = new SheetBuilder([82, 83]);
  head(to, paper, [paper.corner, paper.dateLine]);
  if (paper.kind !== null) to.merged(paper.kind, bold);
  to.merged(paper.title, bold);
  to.skip();
  for (const { title, paragraphs } of paper.sections) {
    to.merged(title, { ...left, font: { bold: true } });
    for (const { heading, text } of paragraphs) {
      if (heading !== undefined) to.merged(heading, { ...left, font: { bold: true } });
      to.merged(text, { alignment: { ...left.alignment, horizontal: 'justify' } });
    }
  }
  to.skip();
  if (paper.notes.length > 0) to.merged('Ghi chú về số liệu', { ...left, font: { bold: true, size: 12 } });
  for (const note of paper.notes) to.merged(`- ${note}`, { ...left, font: { size: 12 } });
  to.skip();
  const receivers = ['Nơi nhận:', ...paper.receivers.map((one) => `- ${one}`)];
  const signing = paper.signer.lines;
  for (let i = 0; i < Math.max(receivers.length, signing.length); i += 1)
    to.pair(
      receivers[i] ?? '',
      signing[i] ?? '',
      { ...left, font: { size: 12, bold: i === 0, italic: i === 0 } },
      bold,
    );
  to.skip(4);
  to.pair('', paper.signer.name ?? '', center, bold);
  return { sheet: to.sheet(nameOf('Báo cáo', names), paper.isLandscape), repeated: null };
}

function annexSheet(table: PaperTable, names: Set<string>): Built {
  const to = new SheetBuilder(table.columns.map(({ width }) => width));
  to.merged(table.number ?? '', { alignment: { horizontal: 'right' }, font: { bold: true } });
  to.merged(table.title.toLocaleUpperCase('vi'), bold);
  to.merged(table.subtitle, italic);
  to.skip();
  const repeated = printTable(to, table);
  printNotes(to, table);
  const isWide = table.columns.reduce((sum, { width }) => sum + width, 0) > 165;
  return { sheet: to.sheet(nameOf(table.number ?? table.title, names), isWide), repeated };
}

function dataSheet(table: PaperTable, names: Set<string>): Built {
  const to = new SheetBuilder(table.columns.map(({ width }) => width));
  to.row(table.columns.map(({ heading }) => ({ value: heading, style: { ...bold, ...boxed } })));
  for (const { label, cells } of table.rows)
    to.row([{ value: label, style: { ...left, ...boxed } }, ...cells.map((cell) => cellOf(cell, false))]);
  const isWide = table.columns.reduce((sum, { width }) => sum + width, 0) > 165;
  return { sheet: to.sheet(nameOf(table.title, names), isWide), repeated: '$1:$1' };
}

/** The rows of its head. */
function printTable(to: SheetBuilder, { columns, rows }: PaperTable): string {
  const first = to.next + 1;
  to.row(columns.map(({ heading }) => ({ value: heading, style: { ...bold, ...boxed } })));
  to.row(columns.map((_, i) => ({ value: i + 1, style: { ...center, ...boxed, font: { italic: true, size: 10 } } })));
  for (const { label, level, cells } of rows) {
    const indent = level * 2;
    const style = {
      ...boxed,
      font: { bold: level === 0 },
      alignment: { ...left.alignment, vertical: 'center' as const, indent },
    };
    to.row([{ value: label, style }, ...cells.map((cell) => cellOf(cell, level === 0))]);
  }
  return `$${first}:$${first + 1}`;
}

function cellOf(cell: PaperCell, isBold: boolean) {
  const style: CellStyle = {
    ...boxed,
    font: { bold: isBold },
    alignment: { horizontal: 'right', vertical: 'center', wrapText: true },
  };
  if (typeof cell === 'string') return { value: cell, style };
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00:00Z`), style: { ...style, numFmt: dayFormat } };
  return { value: cell.number, style: { ...style, numFmt: numberFormat(cell.decimals) } };
}

function printNotes(to: SheetBuilder, { numberedNotes, notes }: PaperTable): void {
  const all = [...numberedNotes.map((note, i) => `(${i + 1}) ${note}`), ...notes.map((note) => `- ${note}`)];
  if (all.length > 0) to.skip();
  if (all.length > 0) to.merged('Ghi chú:', { ...left, font: { italic: true, size: 11 } });
  for (const note of all) to.merged(note, { ...left, font: { size: 11 } });
}

/** A name that Excel takes for a sheet, each once: at most 31 letters and none of []:*?/\'. */
function nameOf(text: string, names: Set<string>): string {
  const plain = text.replaceAll(/[[\]:*?/\\']/g, ' ').trim();
  for (let i = 1; ; i += 1) {
    const name = `${plain.slice(0, 27)}${i === 1 ? '' : ` (${i})`}`;
    if (names.has(name.toLocaleLowerCase('vi'))) continue;
    names.add(name.toLocaleLowerCase('vi'));
    return name;
  }
}
