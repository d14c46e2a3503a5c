import { z } from 'zod';
import { unitKinds } from '#/domain/units/api.ts';
import { type CountFigure, type Figure, figure, type RatioFigure } from '#/kernel/figures/figure.ts';
import {
  committeeRoster,
  coveredCommittee,
  coveredMembers,
  coveredUnits,
  regularMembers,
  uncoveredCommittee,
  uncoveredUnits,
  unitRoster,
} from '../coverage.ts';

const ofKind = z.strictObject({ kind: z.enum(unitKinds).optional() });
const distinct = {
  type: 'count',
  counts: 'distinct',
  place: 'subject',
  time: 'flow',
} as const satisfies Partial<CountFigure>;
const units = {
  ...distinct,
  of: 'unit',
  measure: 'units',
  lasting: true,
  args: ofKind,
  partition: [{ arg: 'kind' }],
} as const;
const committee = { ...distinct, of: 'person', measure: 'persons', lasting: true } as const;

const once = {
  vi: 'ít nhất một lần trong kỳ (kiểm tra hoặc giám sát chuyên đề, theo ngày kết luận; giám sát thường xuyên không tính)',
  en: 'at least once in the period (inspected, or supervised by theme; by the day of the conclusion; regular supervision does not count)',
};

const unitsOfPeriod = figure({
  ...units,
  name: 'units-of-period',
  title: { vi: 'Tổ chức đảng có trong kỳ', en: 'Units of the period' },
  definition: {
    vi: 'Tổ chức đảng (thuộc loại kind nếu nêu) tồn tại ít nhất một ngày trong kỳ, ở chính đơn vị và mọi cấp dưới, kể cả tổ chức thành lập hoặc kết thúc giữa kỳ; mỗi tổ chức tính một lần.',
    en: 'Units (of a kind, if asked) that existed on at least one day of the period, the unit itself and all levels below; each once, also those that began or ended in its course.',
  },
  rows: unitRoster,
});

const unitsCovered = figure({
  ...units,
  name: 'units-inspected-or-supervised',
  title: { vi: 'Tổ chức đảng được kiểm tra, giám sát', en: 'Units inspected or supervised' },
  definition: {
    vi: `Số tổ chức đảng của kỳ (units-of-period) được kiểm tra, giám sát ${once.vi}, khi còn hoạt động, ở nơi trực thuộc ngày đó; mỗi tổ chức tính một lần dù nhiều lượt.`,
    en: `Units of the period (units-of-period) covered ${once.en} while they existed, where they stood on that day; each once, however often.`,
  },
  rows: coveredUnits,
  considered: uncoveredUnits,
});

const membersCovered = figure({
  ...distinct,
  of: 'person',
  measure: 'persons',
  name: 'members-inspected-or-supervised',
  title: { vi: 'Đảng viên được kiểm tra, giám sát', en: 'Members inspected or supervised' },
  definition: {
    vi: `Số đảng viên được kiểm tra, giám sát ${once.vi}, ở nơi sinh hoạt ngày đó; mỗi người tính một lần dù nhiều lượt.`,
    en: `Members covered ${once.en}, where they stood on that day; each once, however often.`,
  },
  rows: coveredMembers,
  considered: regularMembers,
});

const committeeOfPeriod = figure({
  ...committee,
  name: 'committee-members-of-period',
  title: { vi: 'Cấp ủy viên có trong kỳ', en: 'Committee members of the period' },
  definition: {
    vi: 'Người giữ chức vụ trong cấp ủy (bí thư, phó bí thư, ủy viên ban thường vụ, cấp ủy viên) ít nhất một ngày trong kỳ, ở nơi có cấp ủy đó; mỗi người tính một lần dù ở nhiều cấp ủy.',
    en: 'Persons who held a post in a committee on at least one day of the period, where that committee is; each once, also one of several committees.',
  },
  rows: committeeRoster,
});

const committeeCovered = figure({
  ...committee,
  name: 'committee-members-inspected-or-supervised',
  title: { vi: 'Cấp ủy viên được kiểm tra, giám sát', en: 'Committee members inspected or supervised' },
  definition: {
    vi: `Số cấp ủy viên của kỳ (committee-members-of-period) được kiểm tra, giám sát ${once.vi} khi đang giữ chức vụ trong cấp ủy, ở nơi có cấp ủy đó; mỗi người tính một lần.`,
    en: `Committee members of the period (committee-members-of-period) covered ${once.en} while they held the post, where that committee is; each once.`,
  },
  rows: coveredCommittee,
  considered: uncoveredCommittee,
});

const share = {
  type: 'ratio',
  time: 'flow',
  measure: 'percent',
  decimals: 1,
  notCountedOf: 'numerator',
} as const satisfies Partial<RatioFigure>;

const unitsInTerm = figure({
  ...share,
  name: 'units-inspected-or-supervised-in-term',
  title: { vi: 'Tỷ lệ tổ chức đảng được kiểm tra, giám sát', en: 'Share of units inspected or supervised' },
  definition: {
    vi: 'Số tổ chức đảng được kiểm tra, giám sát chia cho số tổ chức đảng có trong kỳ được hỏi (năm, nhiệm kỳ), nhân 100; phần không tính nêu tổ chức nào chưa được và vì sao.',
    en: 'Units inspected or supervised, of the units of the asked period (a year, a term); what was not counted tells which were not covered, and why.',
  },
  args: ofKind,
  numerator: { figure: unitsCovered.name },
  denominator: { figure: unitsOfPeriod.name },
});

const committeeInTerm = figure({
  ...share,
  name: 'committee-members-inspected-or-supervised-in-term',
  title: { vi: 'Tỷ lệ cấp ủy viên được kiểm tra, giám sát', en: 'Share of committee members inspected or supervised' },
  definition: {
    vi: 'Số cấp ủy viên được kiểm tra, giám sát chia cho số cấp ủy viên có trong kỳ được hỏi (năm, nhiệm kỳ), nhân 100; phần không tính nêu ai chưa được và vì sao.',
    en: 'Committee members inspected or supervised, of those of the asked period (a year, a term); what was not counted tells who was not covered, and why.',
  },
  numerator: { figure: committeeCovered.name },
  denominator: { figure: committeeOfPeriod.name },
});

export const coverageFigures: readonly Figure[] = [
  committeeCovered,
  committeeInTerm,
  committeeOfPeriod,
  membersCovered,
  unitsCovered,
  unitsInTerm,
  unitsOfPeriod,
];
