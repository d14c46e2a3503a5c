import type { Bilingual } from '#/kernel/journal/kind.ts';
import { columnsOf, tableKey } from '../papers/lay-out-form.ts';
import type { Report } from '../report.ts';
import { reports } from '../reports.ts';

/** What a template may say. A list repeats what stands between {#key} and {/key}; a condition keeps it or takes it away. */
export interface TemplateField {
  key: string;
  kind: 'text' | 'list' | 'condition';
  meaning: Bilingual;
  example: string;
  /** What may stand inside a list, besides the fields around it. */
  fields?: readonly TemplateField[];
  /** A template without it lacks what the paper is for. */
  isEssential?: boolean;
}

const text = (
  key: string,
  vi: string,
  en: string,
  example: string,
  more: Partial<TemplateField> = {},
): TemplateField => ({
  key,
  kind: 'text',
  meaning: { vi, en },
  example,
  ...more,
});

const list = (
  key: string,
  vi: string,
  en: string,
  fields: readonly TemplateField[],
  isEssential = false,
): TemplateField => ({
  key,
  kind: 'list',
  meaning: { vi, en },
  example: `{#${key}} … {/${key}}`,
  fields,
  isEssential,
});

const common: readonly TemplateField[] = [
  text('tieu_de', 'Tên biểu hoặc tên báo cáo', 'Name of the form or report', 'THỐNG KÊ TĂNG, GIẢM ĐẢNG VIÊN', {
    isEssential: true,
  }),
  text('ten_don_vi', 'Tên đơn vị báo cáo', 'Name of the reporting unit', 'Đảng bộ huyện Hải Mẫu'),
  text('ma_don_vi', 'Mã đơn vị báo cáo', 'Code of the reporting unit', 'HM'),
  text(
    'cap_tren',
    'Cơ quan cấp trên, góc trên bên trái (có thể trống)',
    'Superior, upper left (may be empty)',
    'HUYỆN ỦY HẢI MẪU',
  ),
  text('don_vi_lap', 'Cơ quan lập, góc trên bên trái', 'Issuer, upper left', 'BAN TỔ CHỨC'),
  text('tu_ngay', 'Ngày đầu kỳ', 'First day of the period', '01/01/2020'),
  text('den_ngay', 'Ngày cuối kỳ', 'Last day of the period', '31/12/2020'),
  text('so_lieu_den', 'Số liệu theo sổ đến lúc nào', 'As known when', '10:00 ngày 04/01/2021'),
  text('dia_danh', 'Địa danh ghi trên văn bản', 'Place', 'Hải Mẫu'),
  text(
    'dong_ngay',
    'Địa danh và ngày ký; chưa biết thì để chấm',
    'Place and day of signing; dots where not known',
    'Hải Mẫu, ngày 05 tháng 01 năm 2021',
  ),
  text(
    'chuc_danh_ky',
    'Các dòng trên chữ ký (T/M, K/T, T/L, Q., chức vụ)',
    'The lines over the signature',
    'K/T TRƯỞNG BAN',
    { isEssential: true },
  ),
  text('nguoi_ky', 'Họ tên người ký', 'Name of who signs', 'Trần Thị Mẫu'),
  text('nguoi_lap', 'Họ tên người lập biểu', 'Name of who filled the form', 'Lê Văn Mẫu'),
  text('dien_thoai', 'Điện thoại người lập biểu', 'Telephone of who filled the form', '0200 000 000'),
];

const notes = list('ghi_chu', 'Từng ghi chú', 'Each note', [
  text('noi_dung', 'Nội dung ghi chú', 'Text of the note', '- Tỷ lệ %: 1 chữ số thập phân.'),
]);

const levels = [0, 1, 2, 3].map(
  (level): TemplateField => ({
    key: `muc_${level}`,
    kind: 'condition',
    meaning:
      level === 0
        ? { vi: 'Dòng là mục lớn', en: 'The row is a main row' }
        : {
            vi: `Dòng là mục con bậc ${level}${level === 3 ? ' trở xuống' : ''}`,
            en: `The row is of level ${level}${level === 3 ? ' or deeper' : ''}`,
          },
    example: `{#muc_${level}} … {/muc_${level}}`,
  }),
);

/** The table of one form. */
function tableFields({ columns }: Pick<Report, 'columns'>): TemplateField[] {
  const numbers = columnsOf({ columns })
    .slice(1)
    .map(({ heading }, i) =>
      text(`cot_${i + 2}`, `Cột ${i + 2}: ${heading}`, `Column ${i + 2}`, '1.234', { isEssential: i === 0 }),
    );
  const rows = [
    text('tieu_chi', 'Cột 1: tiêu chí, kèm ký hiệu', 'Column 1: the label with its mark', '1. Kết nạp', {
      isEssential: true,
    }),
    ...numbers,
    ...levels,
  ];
  return [
    text('ky', 'Kỳ báo cáo', 'The period', 'Từ ngày 01/01/2020 đến ngày 31/12/2020'),
    text('bieu_so', 'Số hiệu biểu, góc trên bên phải', 'Number of the form, upper right', 'Biểu số 1-BTCTW'),
    list('dong', 'Từng dòng của biểu', 'Each row of the form', rows, true),
    notes,
  ];
}

const paragraphs = list(
  'doan',
  'Từng đoạn của phần',
  'Each paragraph of the part',
  [
    text(
      'de_muc',
      'Đề mục mở đầu đoạn (có thể trống; {#de_muc} … {/de_muc} chỉ giữ khi có)',
      'Heading over the paragraph (may be empty)',
      '2.1. Phát triển đảng viên',
    ),
    text('noi_dung', 'Nội dung đoạn', 'Text of the paragraph', 'Trong năm đã kết nạp 116 đảng viên.', {
      isEssential: true,
    }),
  ],
  true,
);

const reportFields: readonly TemplateField[] = [
  text('loai_van_ban', 'Tên loại văn bản', 'Kind of document', 'BÁO CÁO'),
  text(
    'so_hieu',
    'Phần sau của số, ký hiệu; số để trống',
    'End of the number; the number itself is left open',
    '-BC/BTCHU',
  ),
  list(
    'phan',
    'Từng phần của báo cáo',
    'Each part of the report',
    [
      text('ten_phan', 'Tên phần, kèm số thứ tự', 'Title of the part with its number', '2. Công tác đảng viên'),
      paragraphs,
    ],
    true,
  ),
  notes,
  list('noi_nhan', 'Từng nơi nhận', 'Each receiver', [
    text('noi_dung', 'Tên nơi nhận', 'The receiver', 'Huyện ủy Hải Mẫu (để báo cáo),'),
  ]),
];

/** All that a template of a report may say. */
export function fieldsOf(report: Report): TemplateField[] {
  if (!report.isProse) return [...common, ...tableFields(report)];
  const annexes = Object.values(reports).filter(({ formNumber }) => formNumber !== undefined);
  return [
    ...common,
    ...reportFields,
    ...annexes.map((form) =>
      list(tableKey(form.name), `Phụ lục: ${form.title.vi}`, `Annex: ${form.title.en}`, [
        text('tieu_de', 'Tên biểu', 'Name of the form', form.title.vi.toLocaleUpperCase('vi')),
        ...tableFields(form),
      ]),
    ),
  ];
}
