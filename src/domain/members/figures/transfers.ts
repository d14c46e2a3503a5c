import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { crossingRows, eventRows } from './rows.ts';

const common = {
  type: 'count',
  of: 'person',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'occurrences',
} as const satisfies Partial<CountFigure>;

const transfersIn = figure({
  ...common,
  name: 'transfers-in',
  title: { vi: 'Lượt chuyển sinh hoạt chính thức đến', en: 'Permanent transfers in' },
  definition: {
    vi: 'Số lượt đảng viên chuyển sinh hoạt chính thức đến, tính ngày nơi đến tiếp nhận, ở chi bộ đến; kể cả chuyển giữa các chi bộ trong cùng đơn vị. Số chuyển đến từ ngoài đơn vị báo cáo là mục B2 của Biểu 1.',
    en: 'Permanent transfers by the day of receipt, in the cell of arrival; moves inside the asked unit included. Arrivals from outside it are line B2 of Form 1.',
  },
  rows: (facts) => eventRows(facts, ['transferred', 'received'], 'toUnitId'),
});

const transfersOut = figure({
  ...common,
  name: 'transfers-out',
  title: { vi: 'Lượt chuyển sinh hoạt chính thức đi', en: 'Permanent transfers out' },
  definition: {
    vi: 'Số lượt đảng viên chuyển sinh hoạt chính thức đi, tính theo ngày giấy giới thiệu, ở chi bộ đi; kể cả chuyển giữa các chi bộ trong cùng đơn vị. Số chuyển ra ngoài đơn vị báo cáo là mục C5 của Biểu 1.',
    en: 'Permanent transfers by the day of the letter, in the cell of departure; moves inside the asked unit included. Departures from it are line C5 of Form 1.',
  },
  rows: (facts) => eventRows(facts, ['transferred', 'letter-issued'], 'fromUnitId'),
});

const arrivals = figure({
  ...common,
  name: 'transfers-from-outside',
  title: { vi: 'Lượt đảng viên từ ngoài đơn vị chuyển đến', en: 'Permanent transfers from outside' },
  definition: {
    vi: 'Số lượt đảng viên từ ngoài đơn vị báo cáo chuyển sinh hoạt chính thức đến, tính ngày tiếp nhận; giấy giới thiệu đi nơi khác bị hủy thì tính là quay về. Chuyển giữa các chi bộ trong đơn vị không tính. Bằng mục B2 của Biểu 1.',
    en: 'Permanent transfers into the asked unit from outside it, by the day of receipt; a cancelled letter to the outside counts as a return. Moves inside it do not count. The same as line B2 of Form 1.',
  },
  instrument: '11-HD/BTCTW, 13/12/2021',
  crossing: true,
  rows: (facts) => crossingRows(facts, ['transferred', 'letter-issued', 'received', 'transfer-cancelled'], 'toUnitId'),
});

const departures = figure({
  ...common,
  name: 'transfers-to-outside',
  title: { vi: 'Lượt đảng viên chuyển ra ngoài đơn vị', en: 'Permanent transfers to the outside' },
  definition: {
    vi: 'Số lượt đảng viên chuyển sinh hoạt chính thức ra ngoài đơn vị báo cáo, tính theo ngày giấy giới thiệu. Chuyển giữa các chi bộ trong đơn vị không tính. Bằng mục C5 của Biểu 1.',
    en: 'Permanent transfers out of the asked unit, by the day of the letter. Moves inside it do not count. The same as line C5 of Form 1.',
  },
  instrument: '11-HD/BTCTW, 13/12/2021',
  crossing: true,
  rows: (facts) =>
    crossingRows(facts, ['transferred', 'letter-issued', 'received', 'transfer-cancelled'], 'fromUnitId'),
});

const letters = figure({
  ...common,
  name: 'permanent-transfer-letters',
  title: { vi: 'Giấy giới thiệu sinh hoạt đảng chính thức đã cấp', en: 'Letters of permanent transfer' },
  definition: {
    vi: 'Số giấy giới thiệu sinh hoạt đảng chính thức đã cấp trong kỳ, theo ngày cấp, ở chi bộ đi; kể cả giấy sau đó bị hủy.',
    en: 'Letters of permanent transfer issued in the period, by the day of issue, in the cell of departure; those cancelled later included.',
  },
  rows: (facts) => eventRows(facts, ['letter-issued'], 'fromUnitId'),
});

const receipts = figure({
  ...common,
  name: 'permanent-transfer-receipts',
  title: { vi: 'Lượt tiếp nhận sinh hoạt đảng chính thức', en: 'Receipts of permanent transfers' },
  definition: {
    vi: 'Số lượt tiếp nhận đảng viên theo giấy giới thiệu sinh hoạt đảng chính thức trong kỳ, theo ngày tiếp nhận, ở chi bộ đến.',
    en: 'Receipts of members who came with a letter of permanent transfer in the period, by the day of receipt, in the cell of arrival.',
  },
  rows: (facts) => eventRows(facts, ['received'], 'toUnitId'),
});

const temporaryTransfers = figure({
  ...common,
  name: 'temporary-transfers',
  title: { vi: 'Lượt chuyển sinh hoạt tạm thời đi', en: 'Temporary transfers' },
  definition: {
    vi: 'Số lượt đảng viên chuyển sinh hoạt tạm thời đi trong kỳ, theo ngày bắt đầu, ở nơi sinh hoạt chính thức.',
    en: 'Temporary transfers begun in the period, by their first day, where the member stands permanently.',
  },
  rows: (facts) => eventRows(facts, ['stay-began']),
});

const temporaryReceptions = figure({
  ...common,
  name: 'temporary-receptions',
  title: { vi: 'Lượt tiếp nhận sinh hoạt tạm thời', en: 'Temporary receptions' },
  definition: {
    vi: 'Số lượt đảng viên nơi khác đến sinh hoạt tạm thời trong kỳ, theo ngày bắt đầu, ở nơi đến.',
    en: 'Temporary stays begun in the period, by their first day, where the member is a guest.',
  },
  rows: (facts) => eventRows(facts, ['stay-hosted']),
});

export const transferFigures: readonly Figure[] = [
  transfersIn,
  transfersOut,
  arrivals,
  departures,
  letters,
  receipts,
  temporaryTransfers,
  temporaryReceptions,
];
