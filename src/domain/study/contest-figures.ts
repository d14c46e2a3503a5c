import { sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { prizes } from './contract.ts';
import { entryFields } from './fields.ts';
import { entryRows } from './rows.ts';

const common = {
  type: 'count',
  of: 'act',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'occurrences',
} as const satisfies Partial<CountFigure>;

// Required: entries that a unit declares without a list name their contest, so a sum over contests would leave them out.
const { contest } = entryFields;

const contestEntries = figure({
  ...common,
  name: 'contest-entries',
  title: { vi: 'Số bài dự thi', en: 'Contest entries' },
  definition: {
    vi: 'Số bài dự cuộc thi contest, của đảng viên và của đơn vị, cộng số bài do đơn vị báo cáo không kèm danh sách; tính theo ngày dự thi, ở nơi đảng viên sinh hoạt hay đơn vị có bài.',
    en: 'Entries of the contest, of members and of units, and those that units declare without a list; by their day, where the member stands or at the unit.',
  },
  args: z.strictObject({ contest }),
  rows: (facts, args) => entryRows(facts, args.contest),
});

const contestPrizes = figure({
  ...common,
  name: 'contest-prizes',
  title: { vi: 'Số bài dự thi đạt giải', en: 'Contest prizes' },
  definition: {
    vi: 'Số bài dự cuộc thi contest đạt giải (giải ấy nếu nêu prize); tính theo ngày của bài dự thi.',
    en: 'Entries of the contest that won a prize (that prize, if asked), by the day of the entry.',
  },
  args: z.strictObject({ contest, prize: z.enum(prizes).optional() }),
  partition: [{ arg: 'prize' }],
  rows: (facts, args) =>
    entryRows(facts, args.contest, args.prize === undefined ? sql`e.prize is not null` : sql`e.prize = ${args.prize}`),
  considered: (facts, args) => entryRows(facts, args.contest),
});

export const contestFigures: readonly Figure[] = [contestEntries, contestPrizes];
