import type { Missing, SheetItem } from '#/domain/members/member-contract.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import { itemNo } from './sheet.ts';

type Need = Missing['needs'][number];

/** A field as the statistics want it. */
interface Wanted {
  key: string;
  label: Bilingual;
  /** Of the record sheet; null: it stands in the sheet's heading. */
  item: string | null;
  isThere: (source: MissingSource) => boolean;
  needs: readonly Need[];
}

export interface MissingSource {
  record: Readonly<Record<string, unknown>>;
  isOfficial: boolean;
  /** Schemes of the numbers that hold. */
  numbers: ReadonlySet<string>;
}

const row = (form: string, name: string, vi: string, en: string): Need => ({
  paper: { vi: `Biểu số ${form.slice(5)}-BTCTW`, en: `Form ${form.slice(5)}` },
  row: { vi, en },
  open: `${form}/${name}`,
});
const need = (vi: string, en: string, of: Bilingual): Need => ({ paper: { vi, en }, row: of, open: null });

// The list of 33 columns of the clean-up of 2025 (38-HD/BTCTW).
const cleanUp = (vi: string, en: string): Need =>
  need('Danh sách rà soát 33 cột (38-HD/BTCTW)', '33-column list (38-HD/BTCTW)', { vi, en });

const column =
  (name: string) =>
  ({ record }: MissingSource) =>
    record[name] !== null && record[name] !== undefined;
const detail =
  (name: string) =>
  ({ record }: MissingSource) =>
    ((record.details ?? {}) as Record<string, unknown>)[name] !== undefined;
const field = (key: string, vi: string, en: string, needs: readonly Need[], item = key): Wanted => ({
  ...{ key, item, needs, label: { vi, en } },
  isThere: column(key),
});
const sensitive = (key: string, vi: string, en: string, item = key): Wanted => ({
  ...{ key, item, label: { vi, en } },
  isThere: detail(key),
  needs: [cleanUp(vi, en)],
});

/** In the order of the record sheet. What nobody ticks when there is none (a qualification, a title) is not called missing. */
export const wanted: readonly Wanted[] = [
  field('sex', 'Nam, nữ', 'Sex', [row('form-3', 'female', 'Nữ', 'Women')]),
  field('born', 'Ngày sinh', 'Day of birth', [row('form-3', 'age.untold', 'Tuổi đời', 'Age')]),
  sensitive('birthRegistration', 'Nơi đăng ký khai sinh', 'Place of birth registration', 'birthPlace'),
  sensitive('hometown', 'Quê quán', 'Hometown'),
  sensitive('residence', 'Nơi thường trú', 'Residence'),
  field('ethnicity', 'Dân tộc', 'People', [row('form-4', 'ethnicity.untold', 'A. Dân tộc', 'A. Peoples')]),
  field('religion', 'Tôn giáo', 'Religion', [row('form-4', 'religion.untold', 'B. Tôn giáo', 'B. Religions')]),
  field('occupation', 'Nghề nghiệp hiện nay', 'Occupation', [
    row('form-3', 'occupation.untold', 'Nghề nghiệp', 'Occupation'),
  ]),
  {
    ...field('admissionDecidedOn', 'Ngày quyết định kết nạp', 'Day of the decision to admit', [], 'admittedOn'),
    needs: [
      row(
        'form-7',
        'II',
        'Huy hiệu Đảng (tuổi đảng tính từ ngày quyết định)',
        'Party badges: party age counts from it',
      ),
    ],
  },
  field('admittedOn', 'Ngày vào Đảng', 'Day of admission', [
    row('form-3', 'era.untold', 'Thời gian kết nạp', 'Time of admission'),
  ]),
  {
    ...field('officialOn', 'Ngày chính thức', 'Official day', [cleanUp('Ngày chính thức', 'Official day')]),
    isThere: ({ record, isOfficial }) => !isOfficial || record.officialOn !== null,
  },
  field(
    'generalEducation',
    'Trình độ giáo dục phổ thông',
    'General education',
    [row('form-3', 'schooling.untold', 'Trình độ giáo dục phổ thông', 'General education')],
    'education',
  ),
  sensitive('citizenId', 'Số định danh cá nhân', 'Citizen number'),
  {
    ...{ key: 'card', item: null, label: { vi: 'Số thẻ đảng viên', en: 'Card number' } },
    isThere: ({ numbers, isOfficial }) => !isOfficial || [...numbers].some((scheme) => scheme.startsWith('card-')),
    needs: [cleanUp('Số thẻ đảng viên', 'Card number')],
  },
  {
    ...{ key: 'dossier', item: null, label: { vi: 'Số lý lịch đảng viên', en: 'Dossier number' } },
    isThere: ({ numbers }) => numbers.has('dossier'),
    needs: [need('Phiếu đảng viên 2-HSĐV', 'Record sheet 2-HSĐV', { vi: 'Số LL', en: 'Dossier number' })],
  },
];

const told = new Set(wanted.flatMap(({ item }) => item ?? []));
// Nothing happened to most people here, or nobody writes that there is none.
const mayBeEmpty = new Set([
  'exemption',
  'commendation',
  'badge',
  'discipline',
  'training',
  'course',
  'otherName',
  'name',
]);

/** What the record lacks: first what rows of papers leave out, then items that only the record sheet has. */
export function missingOf(source: MissingSource, sheet: readonly SheetItem[]): Missing[] {
  const lacking = wanted
    .filter(({ isThere }) => !isThere(source))
    .map(({ key, label, item, needs }) => ({
      key,
      label,
      item: item === null ? null : itemNo(item),
      needs: [...needs],
    }));
  const empty = sheet
    .filter(({ key, lines }) => !told.has(key) && !mayBeEmpty.has(key) && lines.every(({ text }) => text === null))
    .map(({ key, label, no }) => ({ key, label, item: no, needs: [] }));
  return [...lacking, ...empty];
}
