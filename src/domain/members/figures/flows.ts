import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { eventRows } from './rows.ts';

const common = {
  type: 'count',
  of: 'person',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'persons',
} as const satisfies Partial<CountFigure>;

const registrations = figure({
  ...common,
  name: 'registrations',
  title: { vi: 'Đảng viên được đưa vào sổ', en: 'Registrations' },
  definition: {
    vi: 'Số đảng viên được đưa vào sổ không qua kết nạp hay chuyển đến: số dư đầu khi mở sổ, và bổ sung hồ sơ sau đó; tính theo ngày có trong sổ.',
    en: 'Members entered without an admission or a transfer: the opening balance, and records supplemented later; by the day from which the register holds them.',
  },
  rows: (facts) => eventRows(facts, ['registered'], 'toUnitId'),
  // An opening balance is as large as the register: Form 1 asks for its days.
  tally: true,
});

const deaths = figure({
  ...common,
  name: 'deaths',
  title: { vi: 'Đảng viên từ trần', en: 'Deaths' },
  definition: {
    vi: 'Số đảng viên từ trần trong kỳ, tính theo ngày từ trần, ở chi bộ cuối cùng.',
    en: 'Members who died in the period, by the day, in their last cell.',
  },
  rows: (facts) => eventRows(facts, ['died']),
});

const expulsions = figure({
  ...common,
  name: 'expulsions',
  title: { vi: 'Đảng viên bị khai trừ', en: 'Expulsions' },
  definition: {
    vi: 'Số đảng viên bị kỷ luật khai trừ trong kỳ, tính theo ngày có hiệu lực, ở chi bộ cuối cùng.',
    en: 'Members expelled by discipline in the period, by the day of effect, in their last cell.',
  },
  rows: (facts) => eventRows(facts, ['expelled']),
});

const nameRemovals = figure({
  ...common,
  name: 'name-removals',
  title: { vi: 'Đảng viên bị xóa tên', en: 'Name removals' },
  definition: {
    vi: 'Số đảng viên bị xóa tên trong danh sách trong kỳ, chính thức và dự bị, tính theo ngày có hiệu lực. Không phải hình thức kỷ luật.',
    en: 'Members, official and probationary, whose names were removed from the list in the period, by the day of effect. Not a discipline.',
  },
  rows: (facts) => eventRows(facts, ['name-removed']),
});

const probationaryNameRemovals = figure({
  ...common,
  name: 'probationary-name-removals',
  title: { vi: 'Đảng viên dự bị bị xóa tên', en: 'Name removals of probationary members' },
  definition: {
    vi: 'Trong số đảng viên bị xóa tên: người đang là đảng viên dự bị.',
    en: 'Of the name removals, those of probationary members.',
  },
  rows: (facts) => eventRows(facts, ['name-removed']).where('e.wasProbationary', '=', true),
});

const resignations = figure({
  ...common,
  name: 'resignations',
  title: { vi: 'Đảng viên xin ra khỏi Đảng', en: 'Resignations' },
  definition: {
    vi: 'Số đảng viên được chấp nhận cho ra khỏi Đảng trong kỳ, tính theo ngày có hiệu lực.',
    en: 'Members who left at their own request in the period, by the day of effect.',
  },
  rows: (facts) => eventRows(facts, ['left']),
});

const standingRestored = figure({
  ...common,
  name: 'standing-restored',
  title: { vi: 'Phục hồi đảng tịch', en: 'Standing restored' },
  definition: {
    vi: 'Số người được phục hồi đảng tịch trong kỳ, tính theo ngày có hiệu lực, ở chi bộ tiếp nhận lại.',
    en: 'Persons whose standing as a member was restored in the period, by the day of effect, in the cell that has them again.',
  },
  rows: (facts) => eventRows(facts, ['restored']),
});

export const flowFigures: readonly Figure[] = [
  registrations,
  deaths,
  expulsions,
  nameRemovals,
  probationaryNameRemovals,
  resignations,
  standingRestored,
];
