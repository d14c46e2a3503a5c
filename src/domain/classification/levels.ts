import type { Bilingual } from '#/kernel/journal/kind.ts';

/**
 * Every level that was ever given. Which of them a year knows is a rule (classification.levels.unit, .member):
 * to 2017 the scales of 20-HD/BTCTW (10/10/2008) and 27-HD/BTCTW (25/9/2014), from 2018 that of 132-QĐ/TW (8/3/2018).
 */
export const levelLabels = {
  excellent: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Excellent' },
  good: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' },
  completed: { vi: 'Hoàn thành nhiệm vụ', en: 'Completed' },
  'not-completed': { vi: 'Không hoàn thành nhiệm vụ', en: 'Not completed' },
  'clean-and-strong': { vi: 'Trong sạch, vững mạnh', en: 'Clean and strong' },
  weak: { vi: 'Yếu kém', en: 'Weak' },
  'qualified-excellent': { vi: 'Đủ tư cách, hoàn thành xuất sắc nhiệm vụ', en: 'Qualified, excellent' },
  'qualified-good': { vi: 'Đủ tư cách, hoàn thành tốt nhiệm vụ', en: 'Qualified, good' },
  'qualified-completed': { vi: 'Đủ tư cách, hoàn thành nhiệm vụ', en: 'Qualified, completed' },
  violated: { vi: 'Vi phạm tư cách', en: 'Violated a member’s standing' },
} satisfies Record<string, Bilingual>;

export type Level = keyof typeof levelLabels;

export const unitLevels = [
  'excellent',
  'good',
  'completed',
  'not-completed',
  'clean-and-strong',
  'weak',
] as const satisfies readonly Level[];

export const memberLevels = [
  'excellent',
  'good',
  'completed',
  'not-completed',
  'qualified-excellent',
  'qualified-good',
  'qualified-completed',
  'violated',
] as const satisfies readonly Level[];

/**
 * "Hoàn thành tốt nhiệm vụ trở lên". Before 2018 these were the two upper levels of the older scales; reports mark such
 * years as not directly comparable.
 */
export const goodOrAbove: readonly Level[] = [
  'excellent',
  'good',
  'clean-and-strong',
  'qualified-excellent',
  'qualified-good',
];

/** Why somebody was not classified for a year; statistical Form 6F asks for it. */
export const omissionLabels = {
  'own-system': {
    vi: 'đánh giá, xếp loại theo hệ thống riêng (quân đội, công an)',
    en: 'classified by its own system (army, police)',
  },
  'admitted-under-6-months': { vi: 'đảng viên mới kết nạp dưới 6 tháng', en: 'admitted less than 6 months before' },
  exempt: { vi: 'được miễn công tác và sinh hoạt đảng', en: 'exempt from work and meetings' },
  suspended: { vi: 'bị đình chỉ sinh hoạt đảng', en: 'suspended' },
  'newly-established': { vi: 'tổ chức đảng mới thành lập', en: 'newly established' },
  other: { vi: 'lý do khác', en: 'another reason' },
} satisfies Record<string, Bilingual>;

export type Omission = keyof typeof omissionLabels;

export const unitOmissions = [
  'own-system',
  'newly-established',
  'suspended',
  'other',
] as const satisfies readonly Omission[];

export const memberOmissions = [
  'admitted-under-6-months',
  'exempt',
  'suspended',
  'own-system',
  'other',
] as const satisfies readonly Omission[];

/** The level of the committee that suggested to somebody what to review (Form 6F-BTCTW). */
export const suggesterLabels = {
  province: { vi: 'ban thường vụ cấp ủy tỉnh gợi ý', en: 'suggested at the level of the province' },
  district: { vi: 'ban thường vụ cấp ủy huyện gợi ý', en: 'suggested at the level of the district' },
  commune: { vi: 'ban thường vụ cấp ủy xã gợi ý', en: 'suggested at the level of the commune' },
  grassroots: { vi: 'đảng ủy cơ sở gợi ý', en: 'suggested by the grassroots committee' },
} satisfies Record<string, Bilingual>;

export const suggesters = Object.keys(suggesterLabels) as (keyof typeof suggesterLabels)[];

/** Collectives that are classified and are no party organisation themselves. */
export const collectiveLabels = {
  committee: { vi: 'Cấp ủy', en: 'Committee' },
  'standing-committee': { vi: 'Ban thường vụ', en: 'Standing committee' },
  'agency-leadership': { vi: 'Tập thể lãnh đạo cơ quan, đơn vị', en: 'Leaders of an agency' },
  department: { vi: 'Cơ quan tham mưu, giúp việc', en: 'Department' },
  'mass-organisation': { vi: 'Mặt trận, đoàn thể', en: 'Front or mass organisation' },
  other: { vi: 'Tập thể khác', en: 'Another collective' },
} satisfies Record<string, Bilingual>;

export const collectives = Object.keys(collectiveLabels) as (keyof typeof collectiveLabels)[];
