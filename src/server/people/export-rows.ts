import { catalogues, entryOf } from '#/domain/catalogues/api.ts';
import { levelLabels } from '#/domain/classification/levels.ts';
import type { MemberColumn, MemberRow } from '#/domain/members/list-contract.ts';
import { type Post, postLabels } from '#/domain/posts/contract.ts';
import type { Cell, TableColumn } from '#/platform/documents/table.ts';

interface ExportColumn extends TableColumn {
  cell: (row: MemberRow) => Cell;
}

/** A day, month or year as Viet Nam writes it. */
const day = (partial: string | null | undefined): Cell => partial?.split('-').reverse().join('/') ?? null;

const yes = (is: boolean | null | undefined): Cell => (is === true ? 'Có' : null);

type Coded = keyof typeof catalogues & MemberColumn;

const coded = (field: Coded, heading: string, width = 18): ExportColumn => ({
  heading,
  width,
  cell: ({ [field]: code }) => (code == null ? null : (entryOf(catalogues[field], code)?.vi ?? code)),
});

const plain = (heading: string, cell: ExportColumn['cell'], width = 16): ExportColumn => ({ heading, width, cell });

/** On paper the columns are called as the forms call them; a file is Vietnamese whatever the screen is. */
export const exportColumns: Readonly<Record<MemberColumn, ExportColumn>> = {
  name: plain('Họ và tên', ({ name }) => name, 28),
  code: plain('Mã', ({ code }) => code),
  cardNumber: plain('Số thẻ đảng viên', ({ cardNumber }) => cardNumber ?? null),
  born: plain('Ngày sinh', ({ born }) => day(born)),
  age: plain('Tuổi', ({ age }) => age ?? null, 8),
  sex: coded('sex', 'Giới tính', 10),
  ethnicity: coded('ethnicity', 'Dân tộc'),
  religion: coded('religion', 'Tôn giáo'),
  occupation: coded('occupation', 'Nghề nghiệp', 28),
  generalEducation: coded('generalEducation', 'Giáo dục phổ thông'),
  qualification: coded('qualification', 'Trình độ chuyên môn'),
  academicTitle: coded('academicTitle', 'Chức danh khoa học'),
  theoryLevel: coded('theoryLevel', 'Lý luận chính trị'),
  unit: plain('Tổ chức đảng', ({ unit }) => `${unit.name} (${unit.code})`, 36),
  status: plain('Tình trạng', ({ status }) => (status === 'official' ? 'Chính thức' : 'Dự bị'), 12),
  admittedOn: plain('Ngày vào Đảng', ({ admittedOn }) => day(admittedOn)),
  officialOn: plain('Ngày chính thức', ({ officialOn }) => day(officialOn)),
  partyAge: plain('Tuổi đảng', ({ partyAge }) =>
    partyAge == null ? null : `${partyAge.years} năm ${partyAge.months} tháng`,
  ),
  nextBadge: plain('Huy hiệu kế tiếp', ({ nextBadge }) =>
    nextBadge == null ? null : `${nextBadge.years} năm (${day(nextBadge.on)})`,
  ),
  posts: plain(
    'Chức vụ',
    ({ posts = [] }) =>
      posts.map(({ post, unit }) => `${postLabels[post as Post].vi}, ${unit.name}`).join('; ') || null,
    36,
  ),
  exempt: plain('Miễn sinh hoạt', ({ exempt }) =>
    exempt == null ? null : exempt.until === null ? 'Miễn hẳn' : `Tạm miễn đến ${day(exempt.until)}`,
  ),
  suspended: plain('Đình chỉ sinh hoạt', ({ suspended }) => yes(suspended)),
  away: plain('Sinh hoạt tạm thời ở', ({ away }) => (away == null ? null : (away.place ?? 'nơi khác')), 28),
  inTransit: plain('Đang chuyển', ({ inTransit }) => yes(inTransit)),
  retired: plain('Đã nghỉ hưu', ({ retired }) => yes(retired)),
  youthUnion: plain('Đoàn viên', ({ youthUnion }) => yes(youthUnion)),
  classification: plain(
    'Xếp loại năm trước',
    ({ classification }) =>
      classification == null ? null : (levelLabels[classification.level as keyof typeof levelLabels]?.vi ?? null),
    28,
  ),
};
