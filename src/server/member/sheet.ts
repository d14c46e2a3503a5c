import { type Catalogue, catalogues, entryOf } from '#/domain/catalogues/api.ts';
import type { Entry, SheetItem, Spell } from '#/domain/members/member-contract.ts';
import { detailTitle, sheetDetails } from '#/domain/words/detail-words.ts';
import { isSealed } from '#/kernel/journal/sensitive.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import { joined, same, writtenDay } from './words.ts';

/** What the sheet is filled from. */
export interface SheetSource {
  /** A row of person_record, its columns in camelCase. */
  record: Readonly<Record<string, unknown>>;
  spells: readonly Spell[];
  entries: readonly Entry[];
  /** Unit of the admission, unit of the recognition, where the register knows them. */
  admittedAt: string | null;
  recognisedAt: string | null;
}

type Line = SheetItem['lines'][number];
type Fill = (from: SheetSource) => Line[];

const words = (vi: string, en: string): Bilingual => ({ vi, en });

/** One line of an item; without a label it is the item itself. */
const line = (label: Bilingual | null, text: Bilingual | string | null): Line => ({
  label,
  text: typeof text === 'string' ? same(text) : text,
  isSensitive: false,
  reveal: null,
});

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const day = (value: unknown): string | null => (text(value) === null ? null : writtenDay(value as string));
const details = ({ record }: SheetSource) => (record.details ?? {}) as Record<string, unknown>;

const plain =
  (column: string, label: Bilingual | null = null): Fill =>
  ({ record }) => [line(label, text(record[column]))];
const dated =
  (column: string, label: Bilingual | null = null): Fill =>
  ({ record }) => [line(label, day(record[column]))];
const detail =
  (name: string, label: Bilingual | null = null): Fill =>
  (from) => [line(label, text(details(from)[name]))];
const listed =
  (column: string, label: Bilingual | null = null): Fill =>
  ({ record }) => {
    const catalogue = catalogues[column as keyof typeof catalogues] as Catalogue;
    const code = text(record[column]);
    const entry = code === null ? null : entryOf(catalogue, code);
    return [line(label, entry === null ? code : { vi: entry.vi, en: entry.en })];
  };
/** Recorded or not is told, what it says is not. */
const sealed =
  (name: string, label: Bilingual | null = null): Fill =>
  (from) => [
    isSealed(details(from)[name]) ? { ...line(label, '•••'), isSensitive: true, reveal: name } : line(label, null),
  ];
const flagged =
  (column: string, label: Bilingual): Fill =>
  ({ record }) =>
    typeof record[column] === 'boolean'
      ? [line(label, record[column] ? words('có', 'yes') : words('không', 'no'))]
      : [];
const both =
  (...fills: Fill[]): Fill =>
  (from) =>
    fills.flatMap((fill) => fill(from));
const at = (where: 'admittedAt' | 'recognisedAt'): Fill => {
  const label = words('Tại chi bộ', 'In the cell');
  return (from) => [line(label, from[where])];
};

const ofTable =
  (...tables: Entry['table'][]): Fill =>
  ({ entries }) => {
    const rows = entries.filter(({ table }) => tables.includes(table)).toReversed();
    if (rows.length === 0) return [line(null, null)];
    return rows.map(({ when, says, detail: more }) => line(same(writtenDay(when)), joined([says, more])));
  };

const course: Fill = ({ spells }) => {
  const rows = spells.filter(({ track, kind }) => track === 'post' || (track === 'standing' && kind !== 'in-transit'));
  if (rows.length === 0) return [line(null, null)];
  return rows.map(({ from, to, says, unit }) => {
    const since = from === null ? '…' : writtenDay(from);
    const until = to === null ? words('nay', 'now') : same(writtenDay(to));
    return line({ vi: `${since} – ${until.vi}`, en: `${since} – ${until.en}` }, joined([says, unit?.name], ', '));
  });
};

const exemptions: Fill = ({ spells }) => {
  const rows = spells.filter(({ track }) => track === 'exemption');
  return rows.length === 0
    ? [line(null, null)]
    : rows.map(({ from, says }) => line(from === null ? null : same(writtenDay(from)), says));
};

const items: readonly [string, Bilingual, Fill][] = [
  ['name', words('Họ và tên đang dùng', 'Name in use'), plain('name')],
  ['sex', words('Nam, nữ', 'Sex'), listed('sex')],
  ['birthName', words('Họ và tên khai sinh', 'Name at birth'), plain('birthName')],
  ['otherName', words('Các tên gọi khác', 'Other names'), plain('otherName')],
  ['born', words('Sinh ngày', 'Born'), dated('born')],
  [
    'birthPlace',
    words('Nơi sinh', 'Place of birth'),
    both(detail('birthPlace'), sealed('birthRegistration', words('Nơi đăng ký khai sinh', 'Birth registered at'))),
  ],
  ['hometown', words('Quê quán', 'Hometown'), sealed('hometown')],
  [
    'residence',
    words('Nơi cư trú', 'Residence'),
    both(
      sealed('residence', words('Thường trú', 'Permanent')),
      detail('temporaryResidence', words('Tạm trú', 'Temporary')),
      sealed('phone', words('Điện thoại', 'Telephone')),
      sealed('email', words('Thư điện tử', 'E-mail')),
    ),
  ],
  [
    'ethnicity',
    words('Dân tộc', 'People'),
    both(listed('ethnicity'), flagged('foreignOrigin', words('Gốc nước ngoài', 'Of foreign origin'))),
  ],
  ['religion', words('Tôn giáo', 'Religion'), listed('religion')],
  ['familyBackground', words('Thành phần gia đình', 'Family background'), detail('familyBackground')],
  [
    'occupationBefore',
    words('Nghề nghiệp trước khi vào Đảng', 'Occupation before admission'),
    detail('occupationBefore'),
  ],
  [
    'occupation',
    words('Nghề nghiệp hiện nay', 'Present occupation'),
    both(
      listed('occupation'),
      flagged('retired', words('Đã nghỉ hưu, nghỉ công tác', 'Retired')),
      flagged('privateOwner', words('Chủ doanh nghiệp tư nhân', 'Owner of a private enterprise')),
    ),
  ],
  [
    'admittedOn',
    words('Ngày vào Đảng', 'Admitted'),
    both(
      dated('admittedOn'),
      at('admittedAt'),
      dated('admissionDecidedOn', words('Ngày cấp có thẩm quyền ra quyết định kết nạp', 'Day of the decision')),
    ),
  ],
  ['introducers', words('Người giới thiệu vào Đảng', 'Introduced by'), detail('introducers')],
  ['officialOn', words('Ngày công nhận chính thức', 'Official since'), both(dated('officialOn'), at('recognisedAt'))],
  [
    'youthUnionJoinedOn',
    words('Ngày vào Đoàn TNCS Hồ Chí Minh', 'Joined the Youth Union'),
    both(detail('youthUnionJoinedOn'), flagged('youthUnion', words('Đang là đoàn viên', 'Is a member now'))),
  ],
  ['massOrganisations', words('Ngày tham gia tổ chức xã hội', 'Social organisations'), detail('massOrganisations')],
  [
    'service',
    words('Ngày nhập ngũ, xuất ngũ', 'Military service'),
    both(detail('enlistedOn', words('Nhập ngũ', 'From')), detail('dischargedOn', words('Xuất ngũ', 'To')), (from) =>
      details(from).service === undefined ? [] : detail('service')(from),
    ),
  ],
  [
    'education',
    words('Trình độ hiện nay', 'Education'),
    both(
      listed('generalEducation', words('Giáo dục phổ thông', 'General')),
      listed('qualification', words('Chuyên môn, nghiệp vụ (nghề nghiệp, đại học và sau đại học)', 'Professional')),
      listed('academicTitle', words('Học hàm', 'Academic title')),
      listed('theoryLevel', words('Lý luận chính trị', 'Political theory')),
      detail('languages', words('Ngoại ngữ', 'Foreign languages')),
      detail('computerSkills', words('Tin học', 'Computers')),
      detail('ethnicLanguages', words('Tiếng dân tộc thiểu số', 'Languages of minorities')),
    ),
  ],
  [
    'health',
    words('Tình trạng sức khỏe', 'Health'),
    both(
      sealed('health'),
      detail('merit', words('Thương binh, gia đình liệt sĩ, có công', 'Invalid, family of merit')),
    ),
  ],
  [
    'citizenId',
    words('Số định danh cá nhân (CCCD)', 'Citizen number'),
    both(sealed('citizenId'), sealed('oldIdentityNumber', words('Số CMND cũ', 'Old identity number'))),
  ],
  ['exemption', words('Được miễn công tác và sinh hoạt đảng ngày', 'Exempt since'), exemptions],
  ['course', words('Tóm tắt quá trình hoạt động và công tác', 'Course of work'), course],
  ['training', words('Đào tạo, bồi dưỡng', 'Training'), ofTable('study')],
  ['history', words('Đặc điểm lịch sử bản thân', 'Personal history'), detail('history')],
  [
    'foreignRelations',
    words('Quan hệ với nước ngoài', 'Relations abroad'),
    both(
      detail('foreignRelations'),
      flagged('foreignSpouse', words('Hôn nhân với người nước ngoài', 'Married to a foreigner')),
    ),
  ],
  ['commendation', words('Khen thưởng', 'Commendations'), ofTable('commendation')],
  ['badge', words('Huy hiệu Đảng', 'Party badges'), ofTable('badge')],
  ['discipline', words('Kỷ luật', 'Discipline'), ofTable('discipline')],
  ['family', words('Quan hệ gia đình', 'Family'), sealed('family')],
  ['economy', words('Hoàn cảnh kinh tế', 'Economic circumstances'), detail('economy')],
];

/** The number that an item has on the sheet, or null: it has none. */
export function itemNo(key: string): number | null {
  const index = items.findIndex(([one]) => one === key);
  return index < 0 ? null : index + 1;
}

/** The record sheet, form 2-HSĐV: its items in their order, whatever is recorded. */
export function sheetOf(from: SheetSource): SheetItem[] {
  const filled = items.map(([key, label, fill], i): SheetItem => ({ no: i + 1, key, label, lines: fill(from) }));
  // Others follow at the end, under the name that they were recorded with.
  const others = Object.entries(details(from)).filter(
    ([name, value]) => !Object.hasOwn(sheetDetails, name) && typeof value === 'string',
  );
  if (others.length === 0) return filled;
  const label = words('Mục khác', 'Other entries');
  const lines = others.map(([name, value]) => line(detailTitle(name), text(value)));
  return [...filled, { no: items.length + 1, key: 'others', label, lines }];
}
