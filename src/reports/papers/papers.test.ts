import { TemplateHandler, xml, Zip } from 'easy-template-x';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { contentOf, sampleForm, sampleReport, sampleWideForm } from '#test/papers.ts';
import { fileName, type PaperContent, paperOf } from './paper-of.ts';
import { writePaper } from './write.ts';

/** What a reader shows as the name of the document; its part has to be sound XML. */
async function titleOf(docx: Uint8Array): Promise<string> {
  const core = await (await Zip.load(Buffer.from(docx))).getFile('docProps/core.xml').getContentText();
  const title = xml.query.descendants(xml.parser.parse(core), 9, ({ nodeName }) => nodeName === 'dc:title')[0];
  return title?.childNodes?.map((node) => (xml.query.isTextNode(node) ? node.textContent : '')).join('') ?? '';
}
const textOf = async (docx: Uint8Array) => new TemplateHandler().getText(Buffer.from(docx));
const bodyOf = async (content: PaperContent, format: 'docx' | 'xlsx' | 'pdf') =>
  (await writePaper(content, format, null)).body;

test('a form is laid out as it is printed: marks, levels, notes that say why a row is empty, and how it is signed', () => {
  const paper = paperOf(contentOf(sampleForm));
  const [table] = paper.tables;
  expect(paper.issuer).toEqual(['HUYỆN ỦY HẢI MẪU', 'BAN TỔ CHỨC']);
  expect([paper.corner, paper.dateLine]).toEqual(['Biểu số 1-BTCTW', 'Hải Mẫu, ngày 05 tháng 01 năm 2021']);
  expect(paper.signer).toEqual({ lines: ['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'], name: 'Trần Thị Mẫu' });
  expect(table?.rows.map(({ label, level }) => `${level} ${label}`)).toEqual([
    '0 A. Tổng số đảng viên cuối kỳ trước chuyển sang',
    '0 B. Đảng viên tăng trong kỳ',
    '1 1. Kết nạp',
    '2 a) Tỉnh khác chuyển đến',
    '1 2. Theo nghề nghiệp',
    '1 3. Tuổi bình quân',
    '1 Trong đó',
  ]);
  expect(table?.rows[4]?.cells).toEqual(['– (1)', '–', '–']);
  expect(table?.rows[5]?.cells[0]).toEqual({ text: '31,45', number: 31.45, decimals: 2 });
  expect(table?.rows[6]?.cells).toEqual(['', '', '']);
  expect(table?.numberedNotes).toEqual(['Sổ chưa ghi nghề nghiệp của ai.']);
  expect(table?.notes).toEqual([
    'Tăng do sắp xếp tổ chức (trong mục B): 3; cùng kỳ năm trước: 2.',
    'A là số đảng viên trong danh sách ngày 31/12/2019.',
    'Tỷ lệ %: 1 chữ số thập phân, làm tròn nửa lên.',
    'Số liệu theo sổ đến 10:00 ngày 04/01/2021.',
  ]);
});

test('a form with more columns than a page is wide is laid across; what a row does not have is crossed out', () => {
  const paper = paperOf(contentOf(sampleWideForm));
  expect(paper.isLandscape).toBe(true);
  expect(paper.tables[0]?.rows[1]?.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text))).toEqual([
    '0',
    '– (1)',
    '×',
    '×',
    '×',
    '0',
  ]);
});

test('a file is named after report, unit and period, in letters that every file system takes', () => {
  const named = (code: string, to = '2020-12-31') =>
    fileName({ report: 'form-1', unit: { code, name: '' }, from: '2020-01-01', to });
  expect(named('HM.01')).toBe('form-1-HM.01-2020');
  expect(named('../Xã A:1', '2020-06-30')).toBe('form-1-.._Xã_A_1-20200101-20200630');
});

test('in a workbook numbers are numbers and days are days, on A4 with its margins and the head of the table on every page', async () => {
  const { sheets } = await readXlsx(await bodyOf(contentOf(sampleForm), 'xlsx'), { readStyles: true });
  const [form, about] = sheets;
  expect(sheets.map(({ name }) => name)).toEqual(['Biểu số 1-BTCTW', 'Thông tin']);
  const at = (label: string) => form?.rows.find(([first]) => first === label) ?? [];
  expect(at('A. Tổng số đảng viên cuối kỳ trước chuyển sang').slice(0, 4)).toEqual([
    'A. Tổng số đảng viên cuối kỳ trước chuyển sang',
    14_784,
    15_000,
    98.6,
  ]);
  expect(at('2. Theo nghề nghiệp')[1]).toBe('– (1)');
  expect(about?.rows.find(([first]) => first === 'Từ ngày')?.[1]).toEqual(new Date('2020-01-01'));
  const inch = (millimetres: number) => expect.closeTo(millimetres / 25.4, 6);
  expect(form?.pageSetup).toMatchObject({
    paperSize: 'a4',
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    margins: { top: inch(20), bottom: inch(20), left: inch(30), right: inch(15) },
    printTitlesRow: '$7:$8',
  });
});

test('the report in a workbook has its prose, its annexes and every figure as data', async () => {
  const { sheets } = await readXlsx(await bodyOf(contentOf(sampleReport), 'xlsx'));
  expect(sheets.map(({ name }) => name)).toEqual([
    'Báo cáo',
    'Phụ lục 1 (Biểu số 1-BTCTW)',
    'Phụ lục 2 (Biểu số 5-BTCTW)',
    'Số liệu',
    'Thông tin',
  ]);
  expect(sheets[3]?.rows[1]).toEqual([
    'Đảng viên mới kết nạp',
    116,
    110,
    ...[null, null, null],
    new Date('2020-01-01'),
    new Date('2020-12-31'),
  ]);
});

test('a Word form carries every row, note and signature, and no field or empty line of a loop is left', async () => {
  const text = await textOf(await bodyOf(contentOf(sampleForm), 'docx'));
  for (const part of [
    'HUYỆN ỦY HẢI MẪU',
    'Biểu số 1-BTCTW',
    'A. Tổng số đảng viên',
    '1.234.567',
    '98,6',
    '200,0',
    '– (1)',
  ])
    expect(text).toContain(part);
  for (const part of ['(1) Sổ chưa ghi', 'K/T TRƯỞNG BAN', 'Trần Thị Mẫu', 'Điện thoại: 0200 000 000'])
    expect(text).toContain(part);
  expect(text).not.toMatch(/[{}]/);
});

test('a Word report has its parts in order, open number and receivers, and every annex', async () => {
  const text = await textOf(await bodyOf(contentOf(sampleReport), 'docx'));
  const order = [
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'BÁO CÁO',
    '1. Công tác lãnh đạo',
    '2.1. Phát triển',
    '2.2. Chất lượng',
    'Nơi nhận',
    'Phụ lục 1',
    'Phụ lục 2',
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(text).toContain('Số           -BC/BTCHU');
  expect(text).not.toMatch(/[{}]/);
});

test('a PDF is tagged and says its title and language; the same paper gives the same bytes', async () => {
  for (const sample of [sampleForm, sampleReport, sampleWideForm]) {
    const [pdf, again] = [await bodyOf(contentOf(sample), 'pdf'), await bodyOf(contentOf(sample), 'pdf')];
    const raw = Buffer.from(pdf).toString('utf8');
    for (const sign of [
      '/StructTreeRoot',
      '/Lang (vi-VN)',
      '<pdfuaid:part>1</pdfuaid:part>',
      '(Đảng bộ huyện Hải Mẫu)',
    ])
      expect(raw).toContain(sign);
    expect(Buffer.compare(Buffer.from(pdf), Buffer.from(again))).toBe(0);
  }
});

const hostile = fc.oneof(
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    '+84 = @SUM(1)',
    '#eval("1") #panic() ] $x$ */ // @ref <label>',
    '{#dong}{tieu_chi}{/dong} {{',
    '_x0041_ \u{1F600} שלום ‮abc',
    '</w:t><w:t>&amp;"\'',
    '\u0000\u0007\ud800 \ufdd0',
    'Nguyễn '.repeat(50).slice(0, 300),
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
// What no kind of paper can hold is left out, nothing else; how wide a blank is (a tab, an end of line) each kind has its own way.
const held = (text: string) => withoutBlanks(text.toWellFormed().normalize('NFC')).replaceAll(noText, '');
const noText = /[\p{Cc}\ufdd0-\ufdef\ufffe\uffff]/gu;
const withoutBlanks = (text: string) => text.replaceAll(/\s/gu, '');

test('for every name, however hostile, all three papers carry it as text', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (name, label) => {
      const text = held(label);
      const answer = {
        ...sampleForm,
        unit: { code: 'HM', name },
        rows: sampleForm.rows.map((row) => ({ ...row, mark: '', label })),
      };
      const content = { ...contentOf(answer), signature: { ...contentOf(answer).signature, signer: label } };
      const docx = withoutBlanks(await textOf(await bodyOf(content, 'docx')));
      expect(docx.split(text).length).toBeGreaterThan(text === '' ? 0 : 7);
      expect(withoutBlanks((await titleOf(await bodyOf(content, 'docx'))) ?? '')).toContain(held(name));
      const { sheets } = await readXlsx(await bodyOf(content, 'xlsx'), { readStyles: true });
      expect(sheets[0]?.rows.filter(([first]) => withoutBlanks(String(first ?? '')) === text).length).toBeGreaterThan(
        0,
      );
      expect([...(sheets[0]?.cells?.values() ?? [])].some(({ formula }) => formula !== undefined)).toBe(false);
      expect((await bodyOf(content, 'pdf')).length).toBeGreaterThan(10_000);
    }),
    { numRuns: Number(process.env.SOTAY_RUNS ?? 25) },
  );
}, 120_000);
