import { kindLabels } from '#/domain/units/api.ts';
import { always, cells, count, type Form, type FormRow, type FormSum, line, noted } from './form.ts';

type Args = Record<string, string>;

const organisation = { subject: 'collective', recipient: 'organisation' };
const heading = (row: string, mark: string, level: number, label: string): FormRow =>
  cells({ row, mark, level }, label);
const of = (row: string, mark: string, level: number, label: string, figure: string, args: Args = {}): FormRow =>
  line({ row, mark, level }, label, count(figure, args));

/** In the order of the form, which prints some of them for each kind of organisation. */
const labels = {
  flag: 'Cờ',
  'higher-certificate': 'Bằng khen',
  certificate: 'Giấy khen',
  praise: 'Biểu dương',
  title: 'Danh hiệu',
} as const;
type Given = keyof typeof labels;
const given = Object.keys(labels) as Given[];

/** A row, and under it each form of commendation: those that the form does not print are notes, so that all add up. */
function commended(place: [string, string, number], label: string, args: Args, printed: readonly Given[]): FormRow[] {
  const [row, mark, level] = place;
  const under = given.map((form) =>
    of(`${row}.${form}`, '-', level + 1, labels[form], 'commendations', { ...args, form }),
  );
  return [
    of(row, mark, level, label, 'commendations', args),
    ...under.map((one, i) =>
      printed.includes(given[i] as Given)
        ? one
        : noted({ ...one, label: always(`${label}: ${labels[given[i] as Given]}`) }),
    ),
  ];
}

const ofKind = (row: string, mark: string, label: string, unitKind: string, printed: readonly Given[]): FormRow[] =>
  commended([row, mark, 2], label, { ...organisation, unitKind }, printed);

const above: FormRow[] = (['provincial', 'central'] as const).map((unitKind) =>
  noted(of(`I.1.${unitKind}`, '', 2, kindLabels[unitKind].vi, 'commendations', { ...organisation, unitKind })),
);

const kinds = ['I.1a', 'I.1b', 'I.1c', 'I.1d'];
const formsOf = (row: string): FormSum => ({ whole: row, parts: given.map((form) => `${row}.${form}`) });

const badges = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];

/** Biểu số 7-BTCTW (11-HD/BTCTW, 13/12/2021). */
export const form7: Form = {
  name: 'form-7',
  number: 'Biểu số 7-BTCTW',
  title: { vi: 'Thống kê nghiệp vụ công tác đảng viên', en: 'Work about members' },
  definition: {
    vi: 'Lượt khen thưởng, Huy hiệu Đảng, thẻ đảng viên, giới thiệu sinh hoạt đảng trong kỳ, tính theo ngày có hiệu lực, ở tổ chức được khen hoặc nơi đảng viên sinh hoạt ngày đó. Khen thưởng tổ chức đảng: chính tổ chức đảng được khen, không gồm tập thể bên trong. Chuyển chính thức: đến theo ngày tiếp nhận, đi theo ngày giấy giới thiệu, kể cả giữa các chi bộ trong đơn vị. Bộ phận: đảng bộ bộ phận, từ 26/7/2026 là đảng bộ trực thuộc cơ sở.',
    en: 'Commendations, Party badges, cards and transfers of the period, by the day of effect, at the organisation commended or where the member stands on that day. Organisations: the party organisation itself, not a collective within it. Permanent transfers: in by receipt, out by letter, moves within the unit included.',
  },
  columns: null,
  rows: [
    heading('I', 'I', 0, 'Khen thưởng trong năm'),
    of('I.1', '1', 1, 'Tổ chức đảng', 'commendations', organisation),
    ...ofKind('I.1a', 'a)', 'Cấp trên trực tiếp cơ sở', 'above-grassroots', ['flag', 'higher-certificate']),
    ...ofKind('I.1b', 'b)', 'Tổ chức cơ sở đảng', 'grassroots', ['flag', 'higher-certificate', 'certificate']),
    ...ofKind('I.1c', 'c)', 'Đảng bộ bộ phận', 'intermediate', ['higher-certificate', 'certificate']),
    ...ofKind('I.1d', 'd)', 'Chi bộ trực thuộc', 'cell', ['higher-certificate', 'certificate']),
    ...above,
    noted(
      of('I.1.within', '', 1, 'Khen tập thể bên trong tổ chức đảng (không tính ở trên)', 'commendations', {
        subject: 'collective',
        recipient: 'within',
      }),
    ),
    ...commended(['I.2', '2', 1], 'Đảng viên', { subject: 'individual' }, ['higher-certificate', 'certificate']),
    of('II', 'II', 0, 'Huy hiệu Đảng trong năm', 'badges'),
    ...badges.map((years) => of(`II.${years}`, '-', 1, `${years} năm`, 'badges', { years: String(years) })),
    heading('III', 'III', 0, 'Thẻ đảng viên trong năm'),
    of('III.1', '1', 1, 'Phát thẻ', 'cards-issued'),
    of('III.2', '2', 1, 'Cấp lại do mất', 'cards-reissued'),
    of('III.3', '3', 1, 'Đổi lại do hỏng', 'cards-exchanged'),
    heading('IV', 'IV', 0, 'Giới thiệu sinh hoạt đảng trong năm'),
    heading('IV.1', '1', 1, 'Lượt chuyển sinh hoạt tạm thời'),
    of('IV.1a', 'a)', 2, 'Chuyển đi', 'temporary-transfers'),
    of('IV.1b', 'b)', 2, 'Chuyển đến', 'temporary-receptions'),
    heading('IV.2', '2', 1, 'Lượt chuyển sinh hoạt chính thức'),
    of('IV.2a', 'a)', 2, 'Chuyển đi', 'transfers-out'),
    of('IV.2b', 'b)', 2, 'Chuyển đến', 'transfers-in'),
    of('IV.3', '3', 1, 'Chuyển đến chưa đúng quy định', 'transfers-flagged', { direction: 'in', flag: 'irregular' }),
    of('IV.4', '4', 1, 'Chuyển đi chưa đúng quy định', 'transfers-flagged', { direction: 'out', flag: 'irregular' }),
    of('IV.5', '5', 1, 'Giả mạo', 'transfers-flagged', { flag: 'forged' }),
  ],
  sums: [
    { whole: 'I.1', parts: [...kinds, ...above.map(({ row }) => row)] },
    ...[...kinds, 'I.2'].map(formsOf),
    { whole: 'II', parts: badges.map((years) => `II.${years}`) },
  ],
};
