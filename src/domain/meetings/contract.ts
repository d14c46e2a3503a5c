import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Day } from '#/platform/day.ts';

export const sortLabels = {
  regular: { vi: 'thường kỳ', en: 'regular' },
  thematic: { vi: 'chuyên đề', en: 'thematic' },
  extraordinary: { vi: 'bất thường', en: 'extraordinary' },
} as const satisfies Record<string, Bilingual>;

export const sorts = Object.keys(sortLabels) as [keyof typeof sortLabels, ...(keyof typeof sortLabels)[]];

/** Who met: the whole cell, or a committee of the unit. */
export const bodies = ['cell', 'committee', 'standing-committee'] as const;

/** Where somebody comes from who attends a meeting of a lower organisation. */
export const visitorLevels = ['province', 'district', 'commune', 'grassroots'] as const;

/** What a meeting tells, as it stands in the act. */
export interface MeetingBody {
  unit: string;
  sort: keyof typeof sortLabels;
  body: (typeof bodies)[number];
  topic?: string | undefined;
  convened: number;
  present: number;
  excused?: number | undefined;
  visitors?: { level: (typeof visitorLevels)[number]; remark?: string | undefined }[] | undefined;
}

/** What the checks of a batch need of a cell's meeting. */
export interface CellMeeting {
  actId: string;
  unitId: string;
  day: Day;
  convened: number;
}
