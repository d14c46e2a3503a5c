import type { PaperContent } from '#/reports/papers/paper-of.ts';
import { blankSignature } from '#/reports/papers/signature.ts';
import type { ReportAnswer, ReportRow } from '#/reports/report.ts';

// Reports without a register behind them, for the tests of what is printed.

const row = (
  mark: string,
  label: string,
  level: number,
  value: number | null,
  more: Partial<ReportRow> = {},
): ReportRow => ({
  row: mark,
  mark,
  label,
  level,
  value,
  previous: null,
  percent: null,
  print: 'row',
  ...more,
});

const answer = (report: string, more: Partial<ReportAnswer>): ReportAnswer => ({
  report,
  title: 'Thống kê tăng, giảm đảng viên',
  unit: { code: 'HM', name: 'Đảng bộ huyện Hải Mẫu' },
  from: '2020-01-01',
  to: '2020-12-31',
  knownAt: '2021-01-04T03:00:00.000000Z',
  rounding: { method: 'half-up', decimals: 1 },
  figures: [],
  rows: [],
  notes: [],
  ...more,
});

const reason = { vi: 'Sổ chưa ghi nghề nghiệp của ai.', en: 'Nobody’s occupation is recorded.' };

export const sampleForm: ReportAnswer = answer('form-1', {
  formNumber: 'Biểu số 1-BTCTW',
  rows: [
    row('A', 'Tổng số đảng viên cuối kỳ trước chuyển sang', 0, 14_784, { previous: 15_000, percent: 98.6 }),
    row('B', 'Đảng viên tăng trong kỳ', 0, 1_234_567),
    row('1', 'Kết nạp', 1, 116, { previous: 58, percent: 200 }),
    row('a)', 'Tỉnh khác chuyển đến', 2, 98),
    row('2', 'Theo nghề nghiệp', 1, null, { reason }),
    row('3', 'Tuổi bình quân', 1, 31.45, { decimals: 2 }),
    row('', 'Trong đó', 1, null, { isHeading: true }),
    row('B4', 'Tăng do sắp xếp tổ chức', 1, 3, { print: 'note', previous: 2 }),
    row('C9', 'Chỉ có trong dữ liệu', 1, 5, { print: 'hidden' }),
  ],
  notes: ['A là số đảng viên trong danh sách ngày 31/12/2019.'],
});

const cell = (value: number | null) => ({ value, previous: null, percent: null });

/** A form with columns of its own, one of which a row does not have. */
export const sampleWideForm: ReportAnswer = answer('form-5', {
  title: 'Tổ chức đảng và đảng viên trong các loại hình cơ sở',
  formNumber: 'Biểu số 5-BTCTW',
  columns: [
    'Tổng số TCCSĐ',
    'Đảng bộ cơ sở',
    'Chi bộ cơ sở',
    'Đảng bộ bộ phận',
    'Chi bộ trực thuộc',
    'Tổng số đảng viên',
  ].map((label, i) => ({ key: `c${i + 2}`, label })),
  rows: [
    row('1', 'Xã', 0, 30, {
      cells: { c2: cell(30), c3: cell(25), c4: cell(5), c5: cell(0), c6: cell(300), c7: cell(9_876) },
    }),
    row('2', 'Phường', 0, 0, { cells: { c2: cell(0), c3: { ...cell(null), reason }, c7: cell(0) } }),
  ],
});

export const sampleReport: ReportAnswer = answer('annual', {
  title: 'Tổng kết công tác tổ chức xây dựng Đảng năm 2020; phương hướng, nhiệm vụ năm 2021',
  rounding: { method: 'half-up-residual-largest', decimals: 1 },
  figures: [
    { figure: 'admissions', label: 'Đảng viên mới kết nạp', value: 116, previous: 110, measure: 'persons' },
    {
      figure: 'members-good-or-above',
      label: 'Tỷ lệ',
      value: 93.4,
      previous: null,
      measure: 'percent',
      rounding: { method: 'half-up', decimals: 1 },
    },
  ],
  sections: [
    {
      number: 1,
      title: 'Công tác lãnh đạo',
      paragraphs: [{ text: 'Năm 2020, Đảng bộ có 14.712 đảng viên.', figures: [], spans: [] }],
    },
    {
      number: 2,
      title: 'Công tác đảng viên',
      paragraphs: [
        { heading: 'Phát triển đảng viên', text: 'Kết nạp 116 đảng viên.', figures: [0], spans: [] },
        { heading: 'Chất lượng', text: 'Đạt 93,4%.', figures: [1], spans: [] },
      ],
    },
  ],
  heading: { superior: 'Huyện ủy Hải Mẫu', issuer: 'Ban Tổ chức', numberSuffix: '-BC/BTCHU', signing: ['TRƯỞNG BAN'] },
  notes: ['Số liệu theo sổ.'],
});

/** The paper of a report, signed by a deputy for the head. */
export function contentOf(report: ReportAnswer, more: Partial<PaperContent> = {}): PaperContent {
  return {
    answer: report,
    heading: {
      superior: 'Huyện ủy Hải Mẫu',
      issuer: 'Ban Tổ chức',
      numberSuffix: '-BC/BTCHU',
      signing: ['TRƯỞNG BAN'],
    },
    signature: {
      ...blankSignature,
      place: 'Hải Mẫu',
      signedOn: '2021-01-05',
      authority: 'K/T',
      post: 'Phó trưởng ban',
      signer: 'Trần Thị Mẫu',
      preparer: 'Lê Văn Mẫu',
      phone: '0200 000 000',
    },
    annexes: report.sections === undefined ? [] : [sampleForm, sampleWideForm],
    ...more,
  };
}
