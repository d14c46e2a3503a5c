import type { Bilingual } from '#/kernel/journal/kind.ts';

export const courseLabels = {
  awareness: { vi: 'Bồi dưỡng nhận thức về Đảng', en: 'Awareness of the Party' },
  'new-member': { vi: 'Lý luận chính trị cho đảng viên mới', en: 'New members' },
  committee: { vi: 'Bồi dưỡng cấp ủy viên', en: 'Committee members' },
  secretary: { vi: 'Bồi dưỡng bí thư', en: 'Secretaries' },
  'theory-primary': { vi: 'Sơ cấp lý luận chính trị', en: 'Political theory, primary' },
  'theory-intermediate': { vi: 'Trung cấp lý luận chính trị', en: 'Political theory, intermediate' },
  'theory-advanced': { vi: 'Cao cấp lý luận chính trị', en: 'Political theory, advanced' },
  professional: { vi: 'Nghiệp vụ công tác đảng', en: 'Professional' },
  other: { vi: 'Lớp khác', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type Course = keyof typeof courseLabels;

export const courses = Object.keys(courseLabels) as [Course, ...Course[]];

export const prizeLabels = {
  first: { vi: 'Nhất', en: 'first' },
  second: { vi: 'Nhì', en: 'second' },
  third: { vi: 'Ba', en: 'third' },
  consolation: { vi: 'Khuyến khích', en: 'consolation' },
  special: { vi: 'Đặc biệt', en: 'special' },
  other: { vi: 'khác', en: 'other' },
} as const satisfies Record<string, Bilingual>;

export type Prize = keyof typeof prizeLabels;

export const prizes = Object.keys(prizeLabels) as [Prize, ...Prize[]];
