import type { ActorBody } from '#/kernel/journal/act.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';

/** What an inspection (kiểm tra) is about: the four kinds that are counted. */
export const topicLabels = {
  compliance: {
    vi: 'kiểm tra việc chấp hành Cương lĩnh, Điều lệ, nghị quyết, chỉ thị, quy định của Đảng',
    en: 'compliance with the Party’s documents',
  },
  'violation-signs': { vi: 'kiểm tra khi có dấu hiệu vi phạm', en: 'where there are signs of a violation' },
  'oversight-duties': {
    vi: 'kiểm tra việc thực hiện nhiệm vụ kiểm tra, giám sát, thi hành kỷ luật',
    en: 'the duties of inspection, supervision and discipline',
  },
  'party-finance': { vi: 'kiểm tra tài chính đảng', en: 'the Party’s finances' },
} as const satisfies Record<string, Bilingual>;

export type Topic = keyof typeof topicLabels;
export const topics = Object.keys(topicLabels) as [Topic, ...Topic[]];

/** Supervision (giám sát): thematic ones are cases, regular ones are not counted as such. */
export const modes = ['thematic', 'regular'] as const;
export type Mode = (typeof modes)[number];

export const outcomeLabels = {
  'no-violation': { vi: 'không có khuyết điểm, vi phạm', en: 'no violation' },
  shortcomings: { vi: 'có khuyết điểm, chưa đến mức vi phạm', en: 'shortcomings' },
  violation: { vi: 'có vi phạm', en: 'a violation' },
  'violation-to-discipline': {
    vi: 'có vi phạm đến mức phải thi hành kỷ luật',
    en: 'a violation that calls for discipline',
  },
} as const satisfies Record<string, Bilingual>;

export type Outcome = keyof typeof outcomeLabels;
export const outcomes = Object.keys(outcomeLabels) as [Outcome, ...Outcome[]];

/** Who acts. Whether each of them may is a rule (oversight.acting-bodies): a cell's committee may not. */
export const bodyLabels = {
  cell: { vi: 'chi bộ', en: 'cell' },
  committee: { vi: 'cấp ủy', en: 'committee' },
  'standing-committee': { vi: 'ban thường vụ', en: 'standing committee' },
  'permanent-board': { vi: 'thường trực cấp ủy', en: 'permanent board' },
  'inspection-commission': { vi: 'ủy ban kiểm tra', en: 'inspection commission' },
  'advisory-department': { vi: 'cơ quan tham mưu, giúp việc cấp ủy', en: 'advisory department' },
  'cell-committee': { vi: 'chi ủy', en: 'committee of a cell' },
} as const satisfies Record<ActorBody, Bilingual>;

export const bodies = Object.keys(bodyLabels) as [ActorBody, ...ActorBody[]];
