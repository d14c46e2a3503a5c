import { catalogues, entryOf } from '#/domain/catalogues/api.ts';
import { levelLabels } from '#/domain/classification/levels.ts';
import type { MemberColumn, MemberRow } from '#/domain/members/list-contract.ts';
import { type Post, postLabels } from '#/domain/posts/contract.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import type { Cell, TableColumn } from '#/platform/documents/table.ts';

export type Language = keyof Bilingual;

interface ExportColumn {
  heading: Bilingual;
  width: number;
  cell: (row: MemberRow, language: Language) => Cell;
}

/** The headings of a file. */
export const headingsOf = (columns: readonly MemberColumn[], language: Language): TableColumn[] =>
  columns.map((column) => {
    const { heading, width } = exportColumns[column];
    return { heading: heading[language], width };
  });

/** A day, month or year as Viet Nam writes it, in both languages: so does the screen. */
const day = (partial: string | null | undefined): Cell => partial?.split('-').reverse().join('/') ?? null;

type Coded = keyof typeof catalogues & MemberColumn;

const plain = (vi: string, en: string, cell: ExportColumn['cell'], width = 16): ExportColumn => ({
  heading: { vi, en },
  width,
  cell,
});

const coded = (field: Coded, vi: string, en: string, width = 18): ExportColumn =>
  plain(
    vi,
    en,
    ({ [field]: code }, language) => (code == null ? null : (entryOf(catalogues[field], code)?.[language] ?? code)),
    width,
  );

const flag = (field: MemberColumn, vi: string, en: string): ExportColumn =>
  plain(vi, en, ({ [field]: is }, language) => (is === true ? { vi: 'Có', en: 'Yes' }[language] : null));

/** On paper the columns are called as the forms call them. */
export const exportColumns: Readonly<Record<MemberColumn, ExportColumn>> = {
  name: plain('Họ và tên', 'Name', ({ name }) => name, 28),
  code: plain('Mã', 'Code', ({ code }) => code),
  cardNumber: plain('Số thẻ đảng viên', 'Card number', ({ cardNumber }) => cardNumber ?? null),
  born: plain('Ngày sinh', 'Born', ({ born }) => day(born)),
  age: plain('Tuổi', 'Age', ({ age }) => age ?? null, 8),
  sex: coded('sex', 'Giới tính', 'Sex', 10),
  ethnicity: coded('ethnicity', 'Dân tộc', 'Ethnicity'),
  religion: coded('religion', 'Tôn giáo', 'Religion'),
  occupation: coded('occupation', 'Nghề nghiệp', 'Occupation', 28),
  generalEducation: coded('generalEducation', 'Giáo dục phổ thông', 'Schooling'),
  qualification: coded('qualification', 'Trình độ chuyên môn', 'Qualification'),
  academicTitle: coded('academicTitle', 'Chức danh khoa học', 'Academic title'),
  theoryLevel: coded('theoryLevel', 'Lý luận chính trị', 'Political theory'),
  unit: plain('Tổ chức đảng', 'Unit', ({ unit }) => `${unit.name} (${unit.code})`, 36),
  status: plain(
    'Tình trạng',
    'Status',
    ({ status }, language) =>
      (status === 'official' ? { vi: 'Chính thức', en: 'Official' } : { vi: 'Dự bị', en: 'Probationary' })[language],
    12,
  ),
  admittedOn: plain('Ngày vào Đảng', 'Admitted on', ({ admittedOn }) => day(admittedOn)),
  officialOn: plain('Ngày chính thức', 'Official since', ({ officialOn }) => day(officialOn)),
  partyAge: plain('Tuổi đảng', 'Party age', ({ partyAge }, language) => {
    if (partyAge == null) return null;
    const { years, months } = partyAge;
    return language === 'vi' ? `${years} năm ${months} tháng` : `${years} years ${months} months`;
  }),
  nextBadge: plain('Huy hiệu kế tiếp', 'Next badge', ({ nextBadge }, language) =>
    nextBadge == null ? null : `${nextBadge.years} ${language === 'vi' ? 'năm' : 'years'} (${day(nextBadge.on)})`,
  ),
  posts: plain(
    'Chức vụ',
    'Posts',
    ({ posts = [] }, language) =>
      posts.map(({ post, unit }) => `${postLabels[post as Post][language]}, ${unit.name}`).join('; ') || null,
    36,
  ),
  exempt: plain('Miễn sinh hoạt', 'Exempt', ({ exempt }, language) => {
    if (exempt == null) return null;
    if (exempt.until === null) return language === 'vi' ? 'Miễn hẳn' : 'For good';
    return `${language === 'vi' ? 'Tạm miễn đến' : 'For a time, until'} ${day(exempt.until)}`;
  }),
  suspended: flag('suspended', 'Đình chỉ sinh hoạt', 'Suspended'),
  away: plain(
    'Sinh hoạt tạm thời ở',
    'Staying with',
    ({ away }, language) => (away == null ? null : (away.place ?? { vi: 'nơi khác', en: 'another place' }[language])),
    28,
  ),
  inTransit: flag('inTransit', 'Đang chuyển', 'In transit'),
  retired: flag('retired', 'Đã nghỉ hưu', 'Retired'),
  youthUnion: flag('youthUnion', 'Đoàn viên', 'Youth Union'),
  classification: plain(
    'Xếp loại năm trước',
    'Classification of the year before',
    ({ classification }, language) =>
      classification == null
        ? null
        : (levelLabels[classification.level as keyof typeof levelLabels]?.[language] ?? null),
    28,
  ),
};
