import type { Bilingual } from '#/platform/contract/shapes.ts';

/** The posts that a member may hold in, or at the head of, an organisation; with the names on paper. */
export const postLabels = {
  secretary: { vi: 'Bí thư', en: 'Secretary' },
  'standing-deputy-secretary': { vi: 'Phó bí thư thường trực', en: 'Standing deputy secretary' },
  'deputy-secretary': { vi: 'Phó bí thư', en: 'Deputy secretary' },
  'standing-committee-member': { vi: 'Ủy viên ban thường vụ', en: 'Member of the standing committee' },
  'committee-member': { vi: 'Cấp ủy viên', en: 'Member of the committee' },
  'commission-head': { vi: 'Chủ nhiệm ủy ban kiểm tra', en: 'Head of the inspection commission' },
  'commission-deputy-head': { vi: 'Phó chủ nhiệm ủy ban kiểm tra', en: 'Deputy head of the inspection commission' },
  'commission-member': { vi: 'Ủy viên ủy ban kiểm tra', en: 'Member of the inspection commission' },
  'agency-head': { vi: 'Thủ trưởng cơ quan, đơn vị', en: 'Head of the agency' },
  'agency-deputy-head': { vi: 'Cấp phó của thủ trưởng cơ quan, đơn vị', en: 'Deputy head of the agency' },
} as const satisfies Record<string, Bilingual>;

export type Post = keyof typeof postLabels;

export const posts = Object.keys(postLabels) as [Post, ...Post[]];

/** Whoever holds one of these sits in the committee of the unit: a secretary is a committee member too. */
export const committeePosts = [
  'secretary',
  'standing-deputy-secretary',
  'deputy-secretary',
  'standing-committee-member',
  'committee-member',
] as const satisfies readonly Post[];

/** Posts of the Party itself; the head of an agency is appointed by the State. */
export const partyPosts = [
  ...committeePosts,
  'commission-head',
  'commission-deputy-head',
  'commission-member',
] as const satisfies readonly Post[];

/** How somebody comes into a post, as papers and screens say it. */
export const wayLabels = {
  elected: { vi: 'được bầu', en: 'elected' },
  designated: { vi: 'được chỉ định', en: 'designated' },
  'co-opted': { vi: 'được bầu bổ sung', en: 'co-opted' },
  appointed: { vi: 'được bổ nhiệm', en: 'appointed' },
} as const satisfies Record<string, Bilingual>;

export type WayIn = keyof typeof wayLabels;

export const waysIn = Object.keys(wayLabels) as [WayIn, ...WayIn[]];

/** Why a post is left. */
export const leavingLabels = {
  'term-ended': { vi: 'hết nhiệm kỳ', en: 'end of term' },
  relieved: { vi: 'miễn nhiệm', en: 'relieved' },
  resigned: { vi: 'từ chức', en: 'resigned' },
  retired: { vi: 'nghỉ hưu, nghỉ công tác', en: 'retired' },
  removed: { vi: 'cách chức, bãi nhiệm', en: 'removed' },
  moved: { vi: 'điều động, chuyển công tác', en: 'moved to other work' },
  other: { vi: 'lý do khác', en: 'another reason' },
} as const satisfies Record<string, Bilingual>;

export type LeavingReason = keyof typeof leavingLabels;

export const leavingReasons = Object.keys(leavingLabels) as [LeavingReason, ...LeavingReason[]];
