import type { Bilingual } from '#/kernel/journal/kind.ts';

/** Types of documents of party organisations. */
export const typeLabels = {
  resolution: { vi: 'Nghị quyết', en: 'Resolution' },
  directive: { vi: 'Chỉ thị', en: 'Directive' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  regulation: { vi: 'Quy định', en: 'Regulation' },
  statute: { vi: 'Quy chế', en: 'Statute' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  guideline: { vi: 'Hướng dẫn', en: 'Guideline' },
  report: { vi: 'Báo cáo', en: 'Report' },
  announcement: { vi: 'Thông báo', en: 'Announcement' },
  other: { vi: 'Loại khác', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type DocumentType = keyof typeof typeLabels;

export const documentTypes = Object.keys(typeLabels) as [DocumentType, ...DocumentType[]];

export interface IssuedBody {
  unit: string;
  type: DocumentType;
  thematic?: boolean | undefined;
  subject?: string | undefined;
}
