import type { Bilingual } from '#/kernel/journal/kind.ts';

/** Forms of discipline, from the lightest up. Which of them whom may meet is a rule (69-QĐ/TW, 6/7/2022, Đ.7). */
export const formLabels = {
  reprimand: { vi: 'khiển trách', en: 'reprimand' },
  warning: { vi: 'cảnh cáo', en: 'warning' },
  'removal-from-post': { vi: 'cách chức', en: 'removal from post' },
  expulsion: { vi: 'khai trừ', en: 'expulsion' },
  dissolution: { vi: 'giải tán', en: 'dissolution' },
} as const satisfies Record<string, Bilingual>;

export type Form = keyof typeof formLabels;

export const memberForms = [
  'reprimand',
  'warning',
  'removal-from-post',
  'expulsion',
] as const satisfies readonly Form[];
export const unitForms = ['reprimand', 'warning', 'dissolution'] as const satisfies readonly Form[];

/** Forms that end what they are about: nothing is left to lapse. */
export const finalForms = ['expulsion', 'dissolution'] as const satisfies readonly Form[];

/**
 * What a violation was about: groups of 69-QĐ/TW, 6/7/2022, and of the tables that inspection commissions report by. A
 * closed list, so that nothing about what a person said or thinks is ever written down.
 */
export const contentLabels = {
  'party-documents': {
    vi: 'chấp hành nghị quyết, chỉ thị, quy định của Đảng, pháp luật của Nhà nước',
    en: 'observing the Party’s documents and the law',
  },
  'democratic-centralism': {
    vi: 'nguyên tắc tập trung dân chủ, quy chế làm việc',
    en: 'democratic centralism, working rules',
  },
  unity: { vi: 'đoàn kết nội bộ', en: 'unity' },
  'party-life': { vi: 'tổ chức, sinh hoạt đảng, đảng phí', en: 'party life and dues' },
  'internal-politics': { vi: 'chính trị nội bộ, bảo vệ chính trị nội bộ', en: 'internal politics and its protection' },
  'public-statements': { vi: 'tuyên truyền, phát ngôn', en: 'public statements' },
  elections: { vi: 'bầu cử', en: 'elections' },
  'cadre-work': { vi: 'công tác tổ chức, cán bộ', en: 'organisation and cadres' },
  responsibility: { vi: 'trách nhiệm lãnh đạo, chức trách, nhiệm vụ, công vụ', en: 'duties of leadership and office' },
  secrecy: { vi: 'bảo vệ bí mật của Đảng, Nhà nước', en: 'secrecy' },
  oversight: { vi: 'kiểm tra, giám sát, thanh tra, kiểm toán', en: 'inspection, supervision and audit' },
  petitions: { vi: 'khiếu nại, tố cáo và giải quyết khiếu nại, tố cáo', en: 'complaints and denunciations' },
  crime: { vi: 'phòng, chống tội phạm', en: 'crime' },
  corruption: { vi: 'phòng, chống tham nhũng, lãng phí, tiêu cực', en: 'corruption and waste' },
  investment: { vi: 'đầu tư, xây dựng', en: 'investment and construction' },
  finance: { vi: 'tài chính, ngân hàng, tài sản', en: 'finance and property' },
  land: { vi: 'đất đai, nhà ở, tài nguyên, môi trường', en: 'land, housing, resources and environment' },
  'social-policy': { vi: 'an sinh xã hội, chính sách', en: 'social policy' },
  certificates: { vi: 'văn bằng, chứng chỉ', en: 'certificates' },
  'foreign-relations': { vi: 'quan hệ với tổ chức, cá nhân nước ngoài', en: 'relations with foreigners' },
  population: { vi: 'chính sách dân số', en: 'population policy' },
  'marriage-family': { vi: 'hôn nhân và gia đình, bạo lực gia đình', en: 'marriage and family' },
  religion: { vi: 'tín ngưỡng, tôn giáo, mê tín dị đoan', en: 'religion and superstition' },
  'social-evils': { vi: 'tệ nạn xã hội', en: 'gambling, drugs and the like' },
  ethics: { vi: 'đạo đức, lối sống', en: 'ethics' },
  'forbidden-acts': { vi: 'những điều đảng viên không được làm', en: 'what members must not do' },
  other: { vi: 'nội dung khác', en: 'other' },
} as const satisfies Record<string, Bilingual>;

export type Content = keyof typeof contentLabels;
export const contents = Object.keys(contentLabels) as [Content, ...Content[]];

/** How a measure ceased to hold. */
export const endLabels = {
  lapsed: { vi: 'hết hiệu lực', en: 'lapsed' },
  annulled: { vi: 'hủy bỏ', en: 'annulled' },
  replaced: { vi: 'thay bằng hình thức khác', en: 'replaced by another form' },
} as const satisfies Record<string, Bilingual>;

export type End = keyof typeof endLabels;
export const ends = Object.keys(endLabels) as [End, ...End[]];
