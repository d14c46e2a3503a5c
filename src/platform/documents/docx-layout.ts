import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ITableCellOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
} from 'docx';

// The blocks that a template is built of. 05-HD/VPTW (2026): A4; margins 20, 20, 30 and 15 mm; Times New Roman 13 to 14.
const font = 'Times New Roman';
const perMillimetre = 56.693; // twentieths of a point
const twips = (millimetres: number) => Math.round(millimetres * perMillimetre);

interface TextStyle {
  bold?: boolean;
  italics?: boolean;
  underline?: boolean;
  /** In points. */
  size?: number;
}

export interface LineStyle extends TextStyle {
  align?: 'left' | 'center' | 'right' | 'both';
  /** Of the first line, in millimetres. */
  firstLine?: number;
  /** Of the whole, in millimetres. */
  indent?: number;
  before?: number;
  after?: number;
  level?: 1 | 2 | 3;
  keepNext?: boolean;
  pageBreakBefore?: boolean;
}

export interface Cell extends LineStyle {
  text: string | readonly Paragraph[];
  span?: number;
  middle?: boolean;
}

type Block = Paragraph | Table;

/** A line of text with fields in it. */
export function line(text: string, style: LineStyle = {}): Paragraph {
  const { align = 'left', firstLine = 0, indent = 0, before = 0, after = 0, level } = style;
  return new Paragraph({
    alignment: AlignmentType[align.toUpperCase() as 'LEFT' | 'CENTER' | 'RIGHT' | 'BOTH'],
    indent: { firstLine: twips(firstLine), left: twips(indent) },
    spacing: { before: before * 20, after: after * 20 },
    keepNext: style.keepNext ?? level !== undefined,
    pageBreakBefore: style.pageBreakBefore,
    ...(level === undefined ? {} : { outlineLevel: level - 1 }),
    children: [run(text, style)],
  });
}

function run(text: string, { bold, italics, underline, size }: TextStyle): TextRun {
  return new TextRun({
    text,
    bold,
    italics,
    ...(size === undefined ? {} : { size: size * 2 }),
    ...(underline ? { underline: { type: UnderlineType.SINGLE } } : {}),
  });
}

interface TableShape {
  /** In millimetres. */
  widths: readonly number[];
  rows: readonly (readonly Cell[])[];
  /** As many of the first rows stand on every page again. */
  headers?: number;
  borders: boolean;
}

/** A table of fixed widths; a row is not torn by the end of a page. */
export function table({ widths, rows, headers = 0, borders }: TableShape): Table {
  const edge = { style: borders ? BorderStyle.SINGLE : BorderStyle.NONE, size: 4, color: 'auto' };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge },
    margins: { left: twips(1.5), right: twips(1.5), top: twips(0.6), bottom: twips(0.6) },
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          tableHeader: i < headers,
          cantSplit: true,
          children: cells.map((cell, at) => new TableCell(cellOptions(cell, widths[at] as number))),
        }),
    ),
  });
}

function cellOptions(cell: Cell, width: number): ITableCellOptions {
  return {
    width: { size: twips(width), type: WidthType.DXA },
    columnSpan: cell.span,
    verticalAlign: cell.middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: typeof cell.text === 'string' ? [line(cell.text, cell)] : [...cell.text],
  };
}

/** The file of a document of these blocks. */
export async function layOutDocx(
  blocks: readonly Block[],
  { title, size, isLandscape }: { title: string; size: number; isLandscape: boolean },
): Promise<Uint8Array> {
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
  });
  const document = new Document({
    title,
    creator: 'Sổ Tay',
    styles: { default: { document: { run: { font, size: size * 2, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: twips(210),
              height: twips(297),
              orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(20),
              bottom: twips(20),
              left: twips(30),
              right: twips(15),
              header: twips(10),
              footer: twips(10),
            },
          },
        },
        // From the second page on, in the middle, 10 mm from the edge (36-HD/VPTW, 3/4/2018).
        headers: { default: new Header({ children: [pageNumber] }), first: new Header({ children: [] }) },
        children: [...blocks],
      },
    ],
  });
  return Packer.toBuffer(document);
}
