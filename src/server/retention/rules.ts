import { z } from 'zod';
import { citation, type Rule, type Rulebook } from '#/kernel/rulebook/rulebook.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import { addDays, addMonths, type Day } from '#/platform/day.ts';

const span = z.union([
  z.strictObject({ keep: z.literal('always') }),
  z.strictObject({ keep: z.enum(['years', 'days']), count: z.int().min(1) }),
]);

/** What is kept, in the order in which it is told. */
export const retained: Readonly<Record<string, Bilingual>> = {
  'retention.dossier': { vi: 'Hồ sơ đảng viên', en: 'The dossier of a member' },
  'retention.sensitive-after-leaving': {
    vi: 'Thông tin mật của người đã ra khỏi Đảng, từ trần',
    en: 'Sensitive values of those who left or died',
  },
  'retention.attachments-after-leaving': {
    vi: 'Ảnh, giấy tờ quét của người đã ra khỏi Đảng, từ trần',
    en: 'Photos and scans of those who left or died',
  },
  'retention.access-log': { vi: 'Nhật ký truy cập', en: 'The access log' },
  'retention.drafts': { vi: 'Bản ghi dở', en: 'Drafts' },
  'retention.uploads': { vi: 'Tệp đang nhập', en: 'Files on their way in' },
};

export interface Kept {
  rule: Rule;
  keep: 'always' | 'years' | 'days';
  count: number | null;
  cited: string;
}

/** The rule of a day; null: there is none, and then nothing comes due. */
export function keptBy(rulebook: Rulebook, key: string, on: Day): Kept | null {
  const rule = rulebook.rule(key, on);
  if (rule === null) return null;
  const value = span.parse(rule.value);
  return { rule, keep: value.keep, count: value.keep === 'always' ? null : value.count, cited: citation(rule) };
}

/** What ended or was saved before this day is due on the day `on`; null: nothing is. */
export function dueBefore({ keep, count }: Pick<Kept, 'keep' | 'count'>, on: Day): Day | null {
  if (keep === 'always' || count === null) return null;
  return keep === 'years' ? addMonths(on, -12 * count) : addDays(on, -count);
}

/** The day from which on it is due that something ended on `ended`, under a rule by which it comes due. */
export function dueSince({ keep, count }: Pick<Kept, 'keep' | 'count'>, ended: Day): Day {
  return keep === 'years' ? addMonths(ended, 12 * (count ?? 0)) : addDays(ended, count ?? 0);
}
