import type { Paragraph, Table } from 'docx';
import { type Cell, layOutDocx, line, table } from '#/platform/documents/docx-layout.ts';
import type { PaperColumn, PaperPreparer } from '#/platform/documents/paper.ts';
import { landscapeWidth } from './lay-out-form.ts';

type Block = Paragraph | Table;

/** The template in the official layout: what is printed unless the office has one of its own. */
export async function builtInTemplate(shape: TemplateShape): Promise<Uint8Array> {
  const { kind, documentTitle, tables } = shape;
  return kind === null ? formTemplate(shape) : reportTemplate(tables, documentTitle);
}

/** A paper as far as its template depends on it; the tables of a report are its annexes. */
export interface TemplateShape {
  kind: string | null;
  documentTitle: string;
  tables: readonly FormShape[];
  /** Of a form: what stands over the lower left. */
  preparer: Preparing | null;
}

type Preparing = Pick<PaperPreparer, 'title' | 'manner'>;

interface FormShape {
  key: string;
  columns: readonly PaperColumn[];
}

async function formTemplate({ tables, documentTitle: title, preparer }: TemplateShape): Promise<Uint8Array> {
  const { columns } = tables[0] as FormShape;
  const width = widthOf(columns);
  return layOutDocx(
    [
      head(width, [line('{bieu_so}', { align: 'center', bold: true })], [issuerLine]),
      line('{tieu_de}', { align: 'center', bold: true, before: 14, after: 2, level: 1 }),
      line('{ky}', { align: 'center', italics: true, after: 8 }),
      ...formTable(columns),
      line('', { size: 6, keepNext: true }),
      formFoot(width, preparer as Preparing),
    ],
    { title, size: 13, isLandscape: width >= landscapeWidth },
  );
}

async function reportTemplate(annexes: readonly FormShape[], title: string): Promise<Uint8Array> {
  const number = line('Số           {so_hieu}', { align: 'center' });
  const corner = [
    line('ĐẢNG CỘNG SẢN VIỆT NAM', { align: 'center', bold: true, underline: true, after: 6 }),
    line('{dong_ngay}', { align: 'center', italics: true }),
  ];
  return layOutDocx(
    [
      head(165, corner, [issuerLine, line('*', { align: 'center' }), number]),
      line('{loai_van_ban}', { align: 'center', bold: true, before: 16, after: 2 }),
      line('{tieu_de}', { align: 'center', bold: true, level: 1 }),
      line('-----', { align: 'center', after: 8 }),
      ...prose(),
      reportFoot(),
      ...annexes.flatMap(annex),
    ],
    { title, size: 14, isLandscape: false },
  );
}

const issuerLine = line('{don_vi_lap}', { align: 'center', bold: true });

const widthOf = (columns: readonly PaperColumn[]) => columns.reduce((sum, { width }) => sum + width, 0);

function head(width: number, right: readonly Paragraph[], left: readonly Paragraph[]): Table {
  const superior = line('{cap_tren}', { align: 'center' });
  return table({
    widths: [width / 2, width / 2],
    rows: [[{ text: [superior, ...left] }, { text: right }]],
    borders: false,
  });
}

function prose(): Paragraph[] {
  const text = { firstLine: 10, align: 'both', after: 6 } as const;
  return [
    line('{#phan}'),
    line('{ten_phan}', { ...text, bold: true, before: 6, level: 2 }),
    line('{#doan}'),
    line('{#de_muc}'),
    line('{de_muc}', { ...text, bold: true, level: 3 }),
    line('{/de_muc}'),
    line('{noi_dung}', text),
    line('{/doan}'),
    line('{/phan}'),
    line('Ghi chú về số liệu', { bold: true, size: 12, before: 8, keepNext: true }),
    line('{#ghi_chu}'),
    // Kept with the signature, which may not stand on a page alone.
    line('- {noi_dung}', { size: 12, align: 'both', keepNext: true }),
    line('{/ghi_chu}', { keepNext: true }),
    line('', { size: 6, keepNext: true }),
  ];
}

function annex({ key, columns }: FormShape): Block[] {
  return [
    line(`{#${key}}`),
    line('{bieu_so}', { align: 'right', bold: true, pageBreakBefore: true }),
    line('{tieu_de}', { align: 'center', bold: true, before: 6, after: 2, level: 2 }),
    line('{ky}', { align: 'center', italics: true, after: 8 }),
    ...formTable(narrowed(columns)),
    line(`{/${key}}`),
  ];
}

/** In an annex of a page that stands upright a wide form gets narrower columns. */
function narrowed(columns: readonly PaperColumn[]): PaperColumn[] {
  const factor = Math.min(1, 165 / widthOf(columns));
  return columns.map(({ heading, width }) => ({ heading, width: width * factor }));
}

/** A row of the template for each level of rows: main rows in bold, deeper ones indented. */
function formTable(columns: readonly PaperColumn[]): Block[] {
  const size = columns.length > 5 ? 11 : 12;
  const headings = columns.map(
    ({ heading }): Cell => ({ text: heading, bold: true, align: 'center', size, middle: true }),
  );
  const numbers = columns.map((_, i): Cell => ({ text: String(i + 1), italics: true, align: 'center', size: 10 }));
  const last = columns.length;
  const levelRow = (level: number): Cell[] =>
    columns.map((_, i) => {
      const opening = `${level === 0 ? '{#dong}' : ''}{#muc_${level}}`;
      const closing = `{/muc_${level}}${level === 3 ? '{/dong}' : ''}`;
      const [before, after] = [i === 0 ? opening : '', i === last - 1 ? closing : ''];
      const style = { bold: level === 0, size, middle: true };
      if (i === 0) return { ...style, text: `${before}{tieu_chi}`, indent: level * 4 };
      return { ...style, text: `{cot_${i + 1}}${after}`, align: 'right' };
    });
  return [
    table({
      widths: columns.map(({ width }) => width),
      rows: [headings, numbers, ...[0, 1, 2, 3].map(levelRow)],
      headers: 2,
      borders: true,
    }),
    // Kept with the signature, which may not stand on a page alone.
    line('Ghi chú:', { italics: true, size: 11, before: 6, keepNext: true }),
    line('{#ghi_chu}', { keepNext: true }),
    line('{noi_dung}', { size: 11, keepNext: true }),
    line('{/ghi_chu}', { keepNext: true }),
  ];
}

const room = [1, 2, 3, 4].map(() => line('', { keepNext: true }));

/** The names stand on a row of their own, so that they are level whatever stands over them. */
function formFoot(width: number, { title, manner }: Preparing): Table {
  const center = { align: 'center', keepNext: true } as const;
  const left = [line('', center), line(title, { ...center, bold: true }), line(manner, { ...center, italics: true })];
  const right = [
    line('{dong_ngay}', { ...center, italics: true }),
    line('{chuc_danh_ky}', { ...center, bold: true }),
    line('(Ký tên, đóng dấu)', { ...center, italics: true }),
    ...room,
  ];
  const preparer = [
    line('{nguoi_lap}', { align: 'center', bold: true }),
    line('{#dien_thoai}Điện thoại: {dien_thoai}{/dien_thoai}', { align: 'center' }),
  ];
  return table({
    widths: [width / 2, width / 2],
    rows: [
      [{ text: left }, { text: right }],
      [{ text: preparer }, { text: [line('{nguoi_ky}', { align: 'center', bold: true })] }],
    ],
    borders: false,
  });
}

function reportFoot(): Table {
  const small = { size: 12 };
  const left = [
    line('Nơi nhận:', { ...small, bold: true, italics: true, underline: true }),
    line('{#noi_nhan}'),
    line('- {noi_dung}', small),
    line('{/noi_nhan}'),
  ];
  const right = [
    line('{chuc_danh_ky}', { align: 'center', bold: true }),
    ...room,
    line('{nguoi_ky}', { align: 'center', bold: true }),
  ];
  return table({ widths: [82.5, 82.5], rows: [[{ text: left }, { text: right }]], borders: false });
}
