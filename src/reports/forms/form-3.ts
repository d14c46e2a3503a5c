import { cells, count, type Form, type FormRow, line, noted } from './form.ts';
import { ageRows, catalogueRows, ENTERPRISE, eraRows, occupationRows, schoolingRows } from './trait-rows.ts';

const figure = 'members-by';
const asked = { figure, whole: 'I', level: 2 };

const occupations = occupationRows({ ...asked, args: { work: 'working' }, whole: 'working', level: 3 });
const ages = ageRows(asked, 'members-average-age');
const eras = eraRows(asked);
const schooling = schoolingRows(asked);
const qualifications = catalogueRows(asked, 'qualification');
const titles = catalogueRows(asked, 'title');
const theory = catalogueRows(asked, 'theory');

const of = (row: string, label: string, args: Record<string, string>): FormRow =>
  line({ row, mark: '-', level: 1 }, label, count(figure, args));

const part = (row: string, mark: string, label: string): FormRow => cells({ row, mark, level: 1 }, label);

/** Biểu số 3-BTCTW (11-HD/BTCTW, 13/12/2021). */
export const form3: Form = {
  name: 'form-3',
  number: 'Biểu số 3-BTCTW',
  title: { vi: 'Thống kê đội ngũ đảng viên', en: 'The members' },
  definition: {
    vi: 'Đảng viên trong danh sách ngày cuối kỳ, theo hồ sơ của ngày đó. Đang làm việc: hồ sơ ghi chưa nghỉ, hoặc ghi nghề nghiệp mà không ghi đã nghỉ. Thời gian kết nạp theo ngày vào Đảng (ngày làm lễ), không có thì theo ngày quyết định.',
    en: 'Members on the last day, by their record of that day. Working: not retired by the record, or with an occupation and not said to have retired. The time of admission is that of the ceremony, or else of the decision.',
  },
  columns: null,
  rows: [
    line({ row: 'I', mark: 'I', level: 0 }, 'Đảng viên trong danh sách có đến cuối kỳ báo cáo', count('members')),
    of('female', 'Nữ', { sex: 'female' }),
    of('probationary', 'Dự bị', { status: 'probationary' }),
    of('minority', 'Dân tộc thiểu số', { minority: 'yes' }),
    of('religious', 'Người theo tôn giáo', { religious: 'yes' }),
    of('youth-union', 'Đoàn viên Đoàn TNCS Hồ Chí Minh', { youthUnion: 'yes' }),
    of('private-owner', 'Chủ doanh nghiệp tư nhân', { privateOwner: 'yes' }),
    of('foreign-spouse', 'Có quan hệ hôn nhân với người nước ngoài', { foreignSpouse: 'yes' }),
    cells({ row: 'II', mark: 'II', level: 0 }, 'Phân tích đội ngũ đảng viên'),
    part('II.1', '1', 'Nghề nghiệp'),
    line(
      { row: 'working', mark: 'a)', level: 2 },
      'Đảng viên đang làm việc và công tác',
      count(figure, { work: 'working' }),
    ),
    ...occupations.rows,
    line(
      { row: 'retired', mark: 'b)', level: 2 },
      'Đảng viên đã nghỉ hưu và nghỉ công tác',
      count(figure, { work: 'retired' }),
    ),
    line(
      { row: 'retired.exempt', mark: '', level: 3 },
      'Trong đó: được miễn công tác và sinh hoạt đảng',
      count(figure, { work: 'retired', exempt: 'yes' }),
    ),
    noted(
      line(
        { row: 'work.untold', mark: '', level: 2 },
        'Chưa ghi trong hồ sơ đang làm việc hay đã nghỉ',
        count(figure, { work: 'untold' }),
      ),
    ),
    part('II.2', '2', 'Tuổi đời'),
    ...ages.rows,
    part('II.3', '3', 'Thời gian kết nạp'),
    ...eras.rows,
    part('II.4', '4', 'Trình độ giáo dục phổ thông'),
    ...schooling.rows,
    part('II.5', '5', 'Trình độ chuyên môn nghiệp vụ'),
    ...qualifications.rows,
    part('II.6', '6', 'Chức danh khoa học'),
    ...titles.rows,
    part('II.7', '7', 'Trình độ lý luận chính trị'),
    ...theory.rows,
  ],
  sums: [
    { whole: 'I', parts: ['working', 'retired', 'work.untold'] },
    ...[occupations, ages, eras, schooling, qualifications, titles, theory].map(({ sum }) => sum),
    ENTERPRISE,
  ],
};
