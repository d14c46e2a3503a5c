import { cells, count, type Form, type FormRow, line } from './form.ts';
import { ageRows, catalogueRows, ENTERPRISE, occupationRows, schoolingRows } from './trait-rows.ts';

const figure = 'admissions-by';
const asked = { figure, whole: 'I', level: 2 };

const occupations = occupationRows(asked);
const ages = ageRows(asked, 'admissions-average-age');
const schooling = schoolingRows(asked);
const qualifications = catalogueRows(asked, 'qualification');
const titles = catalogueRows(asked, 'title');

const of = (row: string, label: string, args: Record<string, string>): FormRow =>
  line({ row, mark: '-', level: 1 }, label, count(figure, args));

const part = (row: string, mark: string, label: string): FormRow => cells({ row, mark, level: 1 }, label);

const organisations = (kind: 'grassroots-body' | 'grassroots-cell', mark: string, label: string): FormRow[] => [
  line(
    { row: kind, mark, level: 1 },
    label,
    count(kind === 'grassroots-body' ? 'grassroots-bodies' : 'grassroots-cells'),
  ),
  line(
    { row: `${kind}.admitted`, mark: '-', level: 2 },
    'Có kết nạp đảng viên',
    count('units-that-admitted', { kind }),
  ),
  line(
    { row: `${kind}.no-non-members`, mark: '-', level: 2 },
    'Không còn quần chúng',
    count('grassroots-units-without-non-members', { kind }),
  ),
];

/** Biểu số 2-BTCTW (11-HD/BTCTW, 13/12/2021). */
export const form2: Form = {
  name: 'form-2',
  number: 'Biểu số 2-BTCTW',
  title: { vi: 'Thống kê đảng viên mới kết nạp', en: 'Newly admitted members' },
  definition: {
    vi: 'Đảng viên được kết nạp, kết nạp lại trong kỳ, tính theo ngày làm lễ, ở chi bộ kết nạp; hồ sơ và tuổi lấy vào ngày làm lễ. Tổ chức cơ sở đảng: hiện có ngày cuối kỳ; có kết nạp: có ít nhất một người được kết nạp trong kỳ; không còn quần chúng: theo báo cáo của tổ chức đó.',
    en: 'Those admitted or readmitted in the period, by the day of the ceremony, in the cell that admitted them, with the record and the age of that day. Grassroots organisations: on the last day; that admitted: at least one person in the period; no non-members left: as the organisation told.',
  },
  columns: null,
  rows: [
    line({ row: 'I', mark: 'I', level: 0 }, 'Tổng số đảng viên mới kết nạp', count('admissions')),
    of('minority', 'Dân tộc thiểu số', { minority: 'yes' }),
    of('youth-union', 'Đoàn viên Đoàn TNCS Hồ Chí Minh', { youthUnion: 'yes' }),
    of('private-owner', 'Chủ doanh nghiệp tư nhân', { privateOwner: 'yes' }),
    of('family-planning', 'Quần chúng vi phạm chính sách KHHGĐ', { familyPlanningViolation: 'yes' }),
    of('foreign-spouse', 'Có quan hệ hôn nhân với người nước ngoài', { foreignSpouse: 'yes' }),
    line({ row: 'readmitted', mark: '-', level: 1 }, 'Kết nạp lại', count('readmissions')),
    cells({ row: 'II', mark: 'II', level: 0 }, 'Phân tích đảng viên mới kết nạp'),
    part('II.1', '1', 'Nghề nghiệp'),
    ...occupations.rows,
    part('II.2', '2', 'Tuổi đời'),
    ...ages.rows,
    part('II.3', '3', 'Trình độ giáo dục phổ thông'),
    ...schooling.rows,
    part('II.4', '4', 'Trình độ chuyên môn nghiệp vụ'),
    ...qualifications.rows,
    part('II.5', '5', 'Chức danh khoa học'),
    ...titles.rows,
    line(
      { row: 'III', mark: 'III', level: 0 },
      'Số tổ chức cơ sở đảng có đến cuối kỳ báo cáo',
      count('grassroots-units'),
    ),
    ...organisations('grassroots-body', '1', 'Đảng bộ cơ sở'),
    ...organisations('grassroots-cell', '2', 'Chi bộ cơ sở'),
  ],
  sums: [
    ...[occupations, ages, schooling, qualifications, titles].map(({ sum }) => sum),
    ENTERPRISE,
    { whole: 'III', parts: ['grassroots-body', 'grassroots-cell'] },
  ],
};
