import { layOutDocx, line, table } from './docx-layout.ts';
import { compilePdf } from './pdf.ts';

/** A sheet about one person, as it is printed: heading, numbered items, places to sign. Its texts are `cleaned`. */
export interface RecordSheet {
  /** What a reader shows as the name of the document. */
  title: string;
  /** Upper left, from the outermost unit down. */
  units: readonly string[];
  numbers: readonly string[];
  /** Upper right: the form's own name. */
  corner: string;
  /** In the frame of 3 by 4. */
  photo: string;
  heading: string;
  /** `first` stands on the line of the label; where it is null, what follows stands below. */
  items: readonly { no: string; label: string; first: string | null; lines: readonly string[] }[];
  asOf: string;
  dateLine: string;
  signers: readonly [Signer, Signer];
}

interface Signer {
  title: string;
  hint: string;
}

/** The sheet as a tagged PDF. Throws `pdf.unavailable`. */
export function writeSheetPdf(sheet: RecordSheet): Promise<Uint8Array> {
  return compilePdf('./record-sheet.typ', sheet);
}

/** The sheet as a Word document in the same layout. */
export function writeSheetDocx(sheet: RecordSheet): Promise<Uint8Array> {
  const left = [
    ...sheet.units.map((text) => line(text, { size: 12 })),
    ...sheet.numbers.map((text) => line(text, { size: 12, bold: true })),
  ];
  const right = [
    line(sheet.corner, { align: 'right', bold: true, after: 34 }),
    line(`(${sheet.photo})`, { align: 'right', italics: true, size: 10, after: 34 }),
  ];
  const items = sheet.items.flatMap(({ no, label, first, lines }) => [
    line(`${no}. ${label}${first === null ? '' : `: ${first}`}`, { before: 5, keepNext: lines.length > 0 }),
    ...lines.map((text) => line(text, { indent: 7 })),
  ]);
  return layOutDocx(
    [
      table({ widths: [119, 46], rows: [[{ text: left }, { text: right }]], borders: false }),
      line(sheet.heading, { align: 'center', bold: true, before: 8, after: 6, level: 1 }),
      ...items,
      foot(sheet),
      line(sheet.asOf, { italics: true, size: 9, align: 'right', before: 10 }),
    ],
    { title: sheet.title, size: 12, isLandscape: false },
  );
}

function foot({ dateLine, signers }: RecordSheet) {
  const signing = ({ title, hint }: Signer) => [
    line(title, { align: 'center', bold: true, keepNext: true }),
    line(hint, { align: 'center', italics: true, after: 70 }),
  ];
  return table({
    widths: [82.5, 82.5],
    rows: [
      [{ text: '' }, { text: dateLine, italics: true, align: 'center', keepNext: true }],
      signers.map((signer) => ({ text: signing(signer) })),
    ],
    borders: false,
  });
}
