import type { Bilingual } from '#/kernel/journal/kind.ts';

/** Forms of commendation (29-QĐ/TW, 25/7/2016, article 27.2). */
export const formLabels = {
  praise: { vi: 'Biểu dương', en: 'Praise' },
  certificate: { vi: 'Giấy khen', en: 'Certificate' },
  'higher-certificate': { vi: 'Bằng khen', en: 'Higher certificate' },
  flag: { vi: 'Cờ', en: 'Flag' },
  title: { vi: 'Danh hiệu', en: 'Title' },
} as const satisfies Record<string, Bilingual>;

export type Form = keyof typeof formLabels;
export const forms = Object.keys(formLabels) as [Form, ...Form[]];

/** The standards that the rulebook judges (29-QĐ/TW, article 27.3); other titles are names. */
export const titleLabels: Readonly<Record<string, Bilingual>> = {
  exemplary: { vi: 'tiêu biểu', en: 'Exemplary' },
  'exemplary-5-years': { vi: 'tiêu biểu 5 năm liền', en: 'Exemplary for 5 years' },
  excellent: { vi: 'xuất sắc', en: 'Excellent' },
  'excellent-5-years': { vi: 'xuất sắc 5 năm liền', en: 'Excellent for 5 years' },
};

/** Of which level the issuer is. Bodies of a level's committee (its organisation department) are of that level. */
export const levelLabels = {
  central: { vi: 'Trung ương', en: 'Central' },
  province: { vi: 'cấp tỉnh và tương đương', en: 'Province' },
  district: { vi: 'cấp huyện và tương đương (đến 30/6/2025)', en: 'District (to 30/6/2025)' },
  commune: { vi: 'cấp xã cấp trên trực tiếp cơ sở', en: 'Commune above the grassroots' },
  grassroots: { vi: 'cấp cơ sở', en: 'Grassroots' },
  state: { vi: 'Nhà nước', en: 'State' },
  other: { vi: 'nơi khác', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type Level = keyof typeof levelLabels;
export const levels = Object.keys(levelLabels) as [Level, ...Level[]];

/** Every badge that was ever given; which of them a day knows is a rule (badge.years). */
export const badgeYears = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90] as const;
