import type { CellStyle, WriteSheet } from 'hucre/xlsx';

export interface StyledCell {
  value: string | number | Date;
  style: CellStyle;
}

interface Fitted {
  text: string;
  /** In millimetres. */
  width: number;
  style: CellStyle;
}

const fontSize = 13;
// Times New Roman: a letter of 13 points is about 2.1 mm wide on average, a zero 2.29 mm; Excel's unit of width is a zero.
const letterWidth = (size: number) => 0.165 * size;
const zeroWidth = 2.29;
const indentWidth = 3.4;
const lineHeight = (size: number) => 1.2 * size;
/** Excel draws no row higher than 409 points. */
const mostLines = 18;
const inches = (millimetres: number) => millimetres / 25.4;

/** Rows of a printed sheet, one below the other. Programs do not fit the height of merged cells, LibreOffice of none: it is worked out here. */
export class SheetBuilder {
  readonly #widths: readonly number[];
  readonly #cells: NonNullable<WriteSheet['cells']> = new Map();
  readonly #merges: NonNullable<WriteSheet['merges']> = [];
  readonly #heights = new Map<number, { height: number }>();
  #next = 0;

  /** In millimetres. */
  constructor(widths: readonly number[]) {
    this.#widths = widths;
  }

  /** The index of the row that comes next. */
  get next(): number {
    return this.#next;
  }

  skip(count = 1): void {
    this.#next += count;
  }

  /** One cell a column. */
  row(cells: readonly StyledCell[]): void {
    for (const [at, cell] of cells.entries()) this.#put(at, cell);
    this.#fit(
      cells.map(({ value, style }, at) => ({
        text: typeof value === 'string' ? value : '',
        width: this.#widths[at] ?? 0,
        style,
      })),
    );
    this.#next += 1;
  }

  /** Over the whole width; what is too long for a row goes on in the next. */
  merged(text: string, style: CellStyle): void {
    const width = this.#widthOf(0, this.#widths.length);
    for (const piece of pieces(text, Math.floor((width / letterWidth(sizeOf(style))) * mostLines))) {
      this.#put(0, { value: piece, style });
      this.#merge(0, this.#widths.length - 1);
      this.#fit([{ text: piece, width, style }]);
      this.#next += 1;
    }
  }

  /** Left half and right half: what comes nearest to the middle is where they part. */
  pair(left: string, right: string, leftStyle: CellStyle, rightStyle: CellStyle): void {
    const parting = this.#parting();
    this.#put(0, { value: left, style: leftStyle });
    this.#put(parting, { value: right, style: rightStyle });
    this.#merge(0, parting - 1);
    this.#merge(parting, this.#widths.length - 1);
    this.#fit([
      { text: left, width: this.#widthOf(0, parting), style: leftStyle },
      { text: right, width: this.#widthOf(parting, this.#widths.length), style: rightStyle },
    ]);
    this.#next += 1;
  }

  /** On A4, as wide as the page; a short one is kept on one page with its signature. */
  sheet(name: string, isLandscape: boolean): WriteSheet {
    const height = Array.from({ length: this.#next }, (_, row) => this.#heights.get(row)?.height ?? 17);
    const isShort = height.reduce((sum, points) => sum + points, 0) < (isLandscape ? 570 : 860);
    return {
      name,
      columns: this.#widths.map((width) => ({ width: width / zeroWidth })),
      rows: Array.from({ length: this.#next }, () => []),
      cells: this.#cells,
      merges: this.#merges,
      rowDefs: this.#heights,
      pageSetup: {
        paperSize: 'a4',
        orientation: isLandscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: isShort ? 1 : 0,
        margins: {
          top: inches(20),
          bottom: inches(20),
          left: inches(30),
          right: inches(15),
          header: inches(10),
          footer: inches(10),
        },
      },
      // From the second page on, in the middle, 10 mm from the edge (36-HD/VPTW, 3/4/2018).
      headerFooter: { oddHeader: '&C&P', differentFirst: true },
    };
  }

  #put(column: number, { value, style }: StyledCell): void {
    const font = { name: 'Times New Roman', size: fontSize, ...style.font };
    this.#cells.set(`${this.#next},${column}`, {
      value: typeof value === 'string' ? escaped(value) || null : value,
      style: { ...style, font },
    });
  }

  #merge(from: number, to: number): void {
    if (from < to) this.#merges.push({ startRow: this.#next, startCol: from, endRow: this.#next, endCol: to });
  }

  #fit(texts: readonly Fitted[]): void {
    const heights = texts.map(({ text, width, style }) => {
      const size = sizeOf(style);
      const room = width - 2 - indentWidth * (style.alignment?.indent ?? 0);
      const perLine = Math.max(1, room / (letterWidth(size) * (style.font?.bold ? 1.06 : 1)));
      return Math.min(409, linesOf(text, perLine) * lineHeight(size) + 3);
    });
    this.#heights.set(this.#next, { height: Math.max(...heights) });
  }

  #parting(): number {
    const half = this.#widthOf(0, this.#widths.length) / 2;
    const at = this.#widths.findIndex((_, i) => i > 0 && this.#widthOf(0, i) >= half * 0.9);
    return at === -1 ? this.#widths.length - 1 : at;
  }

  #widthOf(from: number, to: number): number {
    return this.#widths.slice(from, to).reduce((sum, width) => sum + width, 0);
  }
}

/** How many lines a text takes, broken between words. */
function linesOf(text: string, perLine: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const { length } of line.split(' ')) {
      if (used > 0 && used + 1 + length > perLine) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? 1 : 0) + length;
      lines += Math.max(1, Math.ceil(used / perLine)) - 1;
      used = used > perLine ? used % perLine : used;
    }
  }
  return lines;
}

const sizeOf = ({ font }: CellStyle) => font?.size ?? fontSize;

/** Excel takes _x0041_ in a text for an escaped character, so its first line is escaped itself. */
function escaped(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Parts of at most so many letters, cut between words where there are any. */
function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most);
    const end = space > most / 2 ? space : most;
    found.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...found, rest];
}
