import { type Cell, layOutDocx, line, table } from '#/platform/documents/docx-layout.ts';
import type { Report } from '../report.ts';
import { fieldsOf, type TemplateField } from './fields.ts';

/** The fields of a report's template as a Word document for those who change one: what each says, with an example. */
export async function fieldsPaper(report: Report): Promise<Uint8Array> {
  const title = `Các trường của mẫu: ${report.title.vi} (Template fields: ${report.title.en})`;
  return layOutDocx(
    [
      line(title, { bold: true, align: 'center', after: 8, level: 1 }),
      ...howTo.map((text) => line(text, { size: 12, after: 4, align: 'both' })),
      line('', { size: 6 }),
      table({
        widths: [58, 100, 94],
        rows: [
          ['Trường · Field', 'Nội dung · Meaning', 'Thí dụ · Example'].map(heading),
          ...fieldsOf(report).flatMap((one) => rowsOf(one, 0)),
        ],
        headers: 1,
        borders: true,
      }),
    ],
    { title, size: 12, isLandscape: true },
  );
}

const howTo = [
  'Tải mẫu có sẵn về, sửa trong Word (chữ, khung, cột, thứ tự, logo đều sửa được), rồi gửi lên. Chỗ nào viết {tên trường} thì khi in thay bằng nội dung; viết có dấu hay không dấu, hoa hay thường đều được: {Tiêu đề} như {tieu_de}. Một trường nằm gọn trong một đoạn.',
  'Danh sách: phần đứng giữa {#dong} và {/dong} được lặp lại cho từng dòng; trong bảng, đặt hai dấu ở ô đầu và ô cuối của hàng. Điều kiện: {#de_muc} … {/de_muc} chỉ giữ lại khi có nội dung. Dấu đứng riêng một dòng thì không để lại dòng trống.',
  'Download the built-in template, change it in Word, upload it. {field} is replaced by its text; accents and case do not matter. What stands between {#list} and {/list} is repeated; a condition keeps it or takes it away.',
];

const heading = (text: string): Cell => ({ text, bold: true, align: 'center', size: 12 });

function rowsOf(field: TemplateField, depth: number): Cell[][] {
  const { key, kind, meaning, example, fields = [], isEssential } = field;
  const shown = kind === 'text' ? `{${key}}` : `{#${key}} … {/${key}}`;
  return [
    [
      { text: shown, bold: isEssential, size: 12, indent: depth * 5 },
      { text: `${meaning.vi} · ${meaning.en}${isEssential ? ' (*)' : ''}`, size: 12 },
      { text: kind === 'text' ? example : '', size: 12 },
    ],
    ...fields.flatMap((inner) => rowsOf(inner, depth + 1)),
  ];
}
