import { TemplateHandler } from 'easy-template-x';
import { expect, test } from 'vitest';
import { fillTemplate } from '#/platform/documents/docx-fill.ts';
import { Problem } from '#/platform/errors.ts';
import { docxOf, paragraph, tableOf, tableRow } from '#test/docx.ts';
import { contentOf, sampleForm, sampleReport, sampleWideForm } from '#test/papers.ts';
import { paperOf } from '../papers/paper-of.ts';
import { templateData } from '../papers/template-data.ts';
import { writePaper } from '../papers/write.ts';
import { reportNamed, reports } from '../reports.ts';
import { checkTemplate, refuseFaults, sampleData } from './check.ts';
import { fieldsOf, type TemplateField } from './fields.ts';
import { fieldsPaper } from './fields-paper.ts';
import { officialTemplate } from './shapes.ts';

const form1 = reportNamed('form-1');
const checked = (...body: string[]) => checkTemplate(form1, docxOf(body.join('')));
const whole = [
  paragraph('{tieu_de} {chuc_danh_ky}'),
  tableOf(tableRow('{#dong}{tieu_chi}', '{cot_2}{/dong}')),
] as const;
const faultsIn = async (...body: string[]) =>
  (await checked(...whole, ...body)).faults.map(({ code, field, where, near }) => [code, field, where?.vi, ...near]);

test('the official template of every report is without fault or warning, and its list of fields can be downloaded', async () => {
  for (const report of Object.values(reports)) {
    expect(await checkTemplate(report, await officialTemplate(report)), report.name).toEqual({
      faults: [],
      warnings: [],
    });
    expect((await fieldsPaper(report)).length).toBeGreaterThan(5000);
  }
});

test('an unknown field is named with its place, and what was perhaps meant', async () => {
  expect(await faultsIn(paragraph('Số: {so_van_ban_den_tu}'))).toEqual([
    ['template.field-unknown', '{so_van_ban_den_tu}', 'đoạn 4 ("Số: {so_van_ban_den_tu}")'],
  ]);
  expect(await faultsIn(tableOf(tableRow('a', 'b'), tableRow('c', '{nguoi_kyy}')))).toEqual([
    ['template.field-unknown', '{nguoi_kyy}', 'bảng 2, hàng 2, ô 2', 'nguoi_ky'],
  ]);
  const { faults } = await checked(...whole, paragraph('{chuc_danh}'));
  expect(faults[0]?.message.vi).toBe('Không có trường {chuc_danh}. Có phải là {chuc_danh_ky}?');
});

test('a field is found however Word tears it apart, and however it is typed', async () => {
  expect(await faultsIn(paragraph('{', 'Tiêu', ' Đề', '}'))).toEqual([]);
  expect(await faultsIn(paragraph('{NGUOI_KÝ }'))).toEqual([]);
});

test('a field of a list stands only inside it; a list is no text', async () => {
  expect(await faultsIn(paragraph('{cot_2}'))).toEqual([['template.field-outside', '{cot_2}', 'đoạn 4 ("{cot_2}")']]);
  expect(await faultsIn(paragraph('{ghi_chu}'))).toEqual([['template.not-text', '{ghi_chu}', 'đoạn 4 ("{ghi_chu}")']]);
});

test('lists that are not closed, not opened or crossed, and single braces are named', async () => {
  const codes = async (...body: string[]) => (await faultsIn(...body)).map(([code, field]) => `${code} ${field}`);
  expect(await codes(paragraph('{#ghi_chu}'), paragraph('{noi_dung}'))).toEqual(['template.loop-unclosed {#ghi_chu}']);
  expect(await codes(paragraph('{/ghi_chu}'))).toEqual(['template.loop-unopened {/ghi_chu}']);
  expect(await codes(paragraph('{#ghi_chu}{#dong}{/ghi_chu}{/dong}'))).toEqual([
    'template.loop-crossed {/ghi_chu}',
    'template.loop-crossed {/dong}',
  ]);
  expect(await codes(paragraph('{tieu_de'), paragraph('}'))).toEqual(['template.brace {', 'template.brace }']);
  // Of a list that nobody knows only the list is said, not everything in it.
  expect(await codes(paragraph('{#danh_sach}{ten}{/danh_sach}'))).toEqual(['template.field-unknown {#danh_sach}']);
});

test('a list that begins in a table and ends outside is refused: it is found by filling', async () => {
  const torn = checked(...whole, tableOf(tableRow('{#ghi_chu}')), paragraph('{/ghi_chu}'));
  await expect(torn).rejects.toMatchObject({ code: 'template.broken' });
});

test('what the paper is for and the template lacks is a warning, not a fault', async () => {
  const { faults, warnings } = await checked(paragraph('Kính gửi'));
  expect(faults).toEqual([]);
  expect(warnings.map(({ field }) => field)).toEqual(['{tieu_de}', '{chuc_danh_ky}', '{#dong}']);
});

test('a template with faults is refused with each of them', async () => {
  const check = await checked(...whole, paragraph('{abc_xyz}'));
  expect(() => refuseFaults(check)).toThrow(Problem);
  try {
    refuseFaults(check);
  } catch (error) {
    expect((error as Problem).fields).toMatchObject([{ field: '{abc_xyz}', code: 'template.field-unknown' }]);
  }
});

test('an office changes the official template in Word, and its papers look so', async () => {
  const own = docxOf(
    [
      paragraph('ỦY BAN MẪU · {Đơn vị lập}'),
      tableOf(tableRow('Chỉ tiêu', 'Số'), tableRow('{#dong}{Tiêu chí}', '{cot_2}{/dong}')),
      paragraph('{#ghi_chu}'),
      paragraph('* {noi_dung}'),
      paragraph('{/ghi_chu}'),
      paragraph('{chuc_danh_ky}: {nguoi_ky}'),
    ].join(''),
  );
  const { body } = await writePaper(contentOf(sampleForm), 'docx', own);
  const text = await new TemplateHandler().getText(Buffer.from(body));
  for (const part of [
    'ỦY BAN MẪU · BAN TỔ CHỨC',
    '1. Kết nạp',
    '* (1) Sổ chưa ghi',
    'K/T TRƯỞNG BANPHÓ TRƯỞNG BAN: Trần Thị Mẫu',
  ])
    expect(text).toContain(part);
});

/** The keys of what stands beside each other, lists with what is in them. */
const keysOf = (fields: readonly TemplateField[]): unknown[] =>
  fields
    .map(({ key, fields: inner }) => (inner === undefined ? key : [key, keysOf(inner)]))
    .toSorted((a, b) => String(a).localeCompare(String(b)));
const keysIn = (data: Readonly<Record<string, unknown>>): unknown[] =>
  Object.entries(data)
    .map(([key, value]) => (Array.isArray(value) ? [key, keysIn(value[0])] : key))
    .toSorted((a, b) => String(a).localeCompare(String(b)));

test('the fields that are offered are those that a paper fills, neither more nor fewer', () => {
  for (const [name, sample] of [
    ['form-1', sampleForm],
    ['form-5', { ...sampleWideForm, columns: reportNamed('form-5').columns }],
  ] as const) {
    const content = contentOf(sample);
    expect(keysIn(templateData(content, paperOf(content))), name).toEqual(keysOf(fieldsOf(reportNamed(name))));
  }
  const content = contentOf(sampleReport);
  const offered = fieldsOf(reportNamed('annual')).filter(({ key }) => !/^bieu_([2-4]|6f|7)$/.test(key));
  expect(keysIn(templateData(content, paperOf(content)))).toEqual(keysOf(offered));
});

test('a name that looks like a field stays a name, also where the template is read twice', async () => {
  const own = docxOf(tableOf(tableRow('{ten_don_vi}{#dong}{tieu_chi}', '{cot_2}{/dong}')));
  const data = { ...sampleData(fieldsOf(form1)), ten_don_vi: 'Chi bộ {tieu_de} {#dong} {' };
  const text = await new TemplateHandler().getText(Buffer.from(await fillTemplate(own, data)));
  expect(text).toContain('Chi bộ {tieu_de} {#dong} {');
});
