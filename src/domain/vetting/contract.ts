import type { Bilingual } from '#/kernel/journal/kind.ts';

/** What somebody was vetted for. */
export const occasionLabels = {
  admission: { vi: 'kết nạp đảng', en: 'admission' },
  appointment: { vi: 'bổ nhiệm, giới thiệu ứng cử', en: 'appointment or nomination' },
  planning: { vi: 'quy hoạch cán bộ', en: 'planning' },
  election: { vi: 'bầu cử', en: 'election' },
  other: { vi: 'việc khác', en: 'another occasion' },
} as const satisfies Record<string, Bilingual>;

/**
 * How it was concluded; the list may grow. The codes are of one length: what lies encrypted has the length of its value,
 * and a copy of the database shall not tell a conclusion by it.
 */
export const conclusionLabels = {
  meets: { vi: 'đủ tiêu chuẩn chính trị', en: 'meets the standard' },
  fails: { vi: 'chưa đủ tiêu chuẩn chính trị', en: 'does not meet the standard' },
  defer: { vi: 'cần xác minh thêm', en: 'needs more verification' },
} as const satisfies Record<string, Bilingual>;

const keys = <K extends string>(labels: Record<K, Bilingual>) => Object.keys(labels) as [K, ...K[]];

export const occasions = keys(occasionLabels);
export const conclusions = keys(conclusionLabels);
