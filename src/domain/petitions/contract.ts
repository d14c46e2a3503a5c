import type { Bilingual } from '#/kernel/journal/kind.ts';

/** What kind of letter it is (đơn thư). */
export const sortLabels = {
  denunciation: { vi: 'Tố cáo', en: 'Denunciation' },
  complaint: { vi: 'Khiếu nại', en: 'Complaint' },
  petition: { vi: 'Kiến nghị, phản ánh', en: 'Petition' },
} as const satisfies Record<string, Bilingual>;

/** What it is about, in the roughest words: never whom. */
export const topicLabels = {
  organisation: { vi: 'tổ chức đảng', en: 'an organisation' },
  member: { vi: 'đảng viên', en: 'a member' },
  'cadre-work': { vi: 'công tác cán bộ', en: 'cadre work' },
  policy: { vi: 'chủ trương, chính sách', en: 'policy' },
  other: { vi: 'nội dung khác', en: 'other' },
} as const satisfies Record<string, Bilingual>;

export const outcomeLabels = {
  founded: { vi: 'đúng', en: 'founded' },
  'partly-founded': { vi: 'đúng một phần', en: 'partly founded' },
  unfounded: { vi: 'không đúng', en: 'unfounded' },
  forwarded: { vi: 'chuyển nơi có thẩm quyền', en: 'forwarded to the competent body' },
  filed: { vi: 'lưu, không đủ điều kiện giải quyết', en: 'filed' },
  withdrawn: { vi: 'người gửi rút đơn', en: 'withdrawn by the sender' },
} as const satisfies Record<string, Bilingual>;

const keys = <K extends string>(labels: Record<K, Bilingual>) => Object.keys(labels) as [K, ...K[]];

export const sorts = keys(sortLabels);
export const topics = keys(topicLabels);
export const outcomes = keys(outcomeLabels);
