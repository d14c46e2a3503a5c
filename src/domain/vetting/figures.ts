import { z } from 'zod';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { occasions } from './contract.ts';

// How often and for what people were vetted, never what was concluded: of that no figure is kept.
const common = {
  type: 'count',
  of: 'person',
  place: 'subject',
  time: 'flow',
  namesNeed: 'vetting',
  instrument: '58-QĐ/TW, 8/2/2022',
} as const satisfies Partial<CountFigure>;

const placed = {
  vi: 'ở chi bộ nơi đảng viên sinh hoạt ngày đó. Danh sách tên chỉ mở với vai trò được xem thẩm tra chính trị.',
  en: 'in the cell where the member stands on that day. The list of names opens only to roles that see vetting.',
};

const args = z.strictObject({ occasion: z.enum(occasions).optional() });
type Args = z.infer<typeof args>;

const vettings = ({ db, table }: FactSource, { occasion }: Args) => {
  const rows = db.selectFrom(table('vetting', 'v'));
  return occasion === undefined ? rows : rows.where('v.occasion', '=', occasion);
};

const backgroundVerifications = figure({
  ...common,
  counts: 'occurrences',
  measure: 'occurrences',
  name: 'background-verifications',
  title: { vi: 'Lượt thẩm tra lý lịch', en: 'Background verifications' },
  definition: {
    vi: `Số lượt thẩm tra, xác minh lý lịch đưa vào hồ sơ trong kỳ, ${placed.vi}`,
    en: `Verifications that went into the dossier in the period, ${placed.en}`,
  },
  rows: ({ db, table }) =>
    db
      .selectFrom(table('backgroundVerification', 'v'))
      .select(['v.actId as id', 'v.personId as subjectId', 'v.unitId', 'v.onDay as day', 'v.actId as actId']),
});

const vettingsConcluded = figure({
  ...common,
  counts: 'occurrences',
  measure: 'occurrences',
  name: 'vettings-concluded',
  title: { vi: 'Lượt thẩm định tiêu chuẩn chính trị', en: 'Vettings concluded' },
  definition: {
    vi: `Số lượt kết luận về tiêu chuẩn chính trị trong kỳ (cho việc occasion, nếu nêu), bất kể kết luận thế nào, ${placed.vi}`,
    en: `Vettings concluded in the period (for an occasion, if asked), whatever the conclusion, ${placed.en}`,
  },
  args,
  partition: [{ arg: 'occasion' }],
  rows: (facts, asked) =>
    vettings(facts, asked).select([
      ...(['v.actId as id', 'v.personId as subjectId', 'v.unitId', 'v.onDay as day', 'v.actId as actId'] as const),
    ]),
});

const peopleVetted = figure({
  ...common,
  counts: 'distinct',
  measure: 'persons',
  name: 'people-vetted',
  title: { vi: 'Đảng viên được thẩm định tiêu chuẩn chính trị', en: 'Members vetted' },
  definition: {
    vi: `Số đảng viên được kết luận về tiêu chuẩn chính trị trong kỳ (cho việc occasion, nếu nêu), mỗi người một lần, bất kể kết luận thế nào, ${placed.vi}`,
    en: `Members of whom a vetting was concluded in the period (for an occasion, if asked), each once, whatever the conclusion, ${placed.en}`,
  },
  args,
  rows: (facts, asked) =>
    vettings(facts, asked).select([
      ...(['v.personId as id', 'v.personId as subjectId', 'v.unitId', 'v.onDay as day', 'v.actId as actId'] as const),
    ]),
});

export const vettingFigures: readonly Figure[] = [backgroundVerifications, peopleVetted, vettingsConcluded];
