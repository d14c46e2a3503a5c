import { type CountFigure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';

const common = {
  type: 'count',
  of: 'person',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'occurrences',
  instrument: '11-HD/BTCTW, 13/12/2021',
} as const satisfies Partial<CountFigure>;

function cardRows({ db, table }: FactSource, event: 'issued' | 'reissued' | 'exchanged') {
  return db
    .selectFrom(table('cardEvent', 'e'))
    .select(['e.actId as id', 'e.personId as subjectId', 'e.unitId', 'e.onDay as day', 'e.actId as actId'])
    .where('e.event', '=', event);
}

const counted = {
  vi: 'tính theo ngày ghi trong quyết định có hiệu lực, ở chi bộ nơi đảng viên sinh hoạt ngày đó. Mục III Biểu 7.',
  en: 'by the day of effect, in the cell where the member stands on that day. Form 7, part III.',
};

const cardsIssued = figure({
  ...common,
  name: 'cards-issued',
  title: { vi: 'Thẻ đảng viên đã phát', en: 'Cards issued' },
  definition: {
    vi: `Số thẻ phát lần đầu trong kỳ (không gồm cấp lại, đổi thẻ), ${counted.vi}`,
    en: `First cards of the period (neither reissued nor exchanged ones), ${counted.en}`,
  },
  rows: (facts) => cardRows(facts, 'issued'),
});

const cardsReissued = figure({
  ...common,
  name: 'cards-reissued',
  title: { vi: 'Thẻ đảng viên cấp lại do mất', en: 'Cards reissued' },
  definition: {
    vi: `Số lượt cấp lại thẻ do bị mất trong kỳ, ${counted.vi}`,
    en: `Cards given in place of lost ones, ${counted.en}`,
  },
  rows: (facts) => cardRows(facts, 'reissued'),
});

const cardsExchanged = figure({
  ...common,
  name: 'cards-exchanged',
  title: { vi: 'Thẻ đảng viên đã đổi', en: 'Cards exchanged' },
  definition: {
    vi: `Số lượt đổi thẻ trong kỳ, do hỏng hoặc trong đợt đổi thẻ toàn Đảng, ${counted.vi}`,
    en: `Cards exchanged because they were damaged, or in a general exchange, ${counted.en}`,
  },
  rows: (facts) => cardRows(facts, 'exchanged'),
});

export const cardFigures = [cardsIssued, cardsReissued, cardsExchanged];
