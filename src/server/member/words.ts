import { formLabels as disciplineForms, endLabels } from '#/domain/discipline/contract.ts';
import { leavingLabels, type Post, postLabels, wayLabels } from '#/domain/posts/contract.ts';
import { valueWords } from '#/domain/words/value-words.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';

// How the facts about a member are said. The keys are the values of the fact tables' columns.

const statuses: Readonly<Record<string, Bilingual>> = {
  official: { vi: 'Đảng viên chính thức', en: 'Official member' },
  probationary: { vi: 'Đảng viên dự bị', en: 'Probationary member' },
};

const exemptions: Readonly<Record<string, Bilingual>> = {
  permanent: { vi: 'Được miễn công tác và sinh hoạt đảng', en: 'Exempt from work and meetings' },
  temporary: { vi: 'Được tạm miễn sinh hoạt đảng', en: 'Exempt for a time' },
};

const schemes: Readonly<Record<string, Bilingual>> = {
  'card-8': { vi: 'Thẻ đảng viên 8 số', en: 'Card of 8 digits' },
  'card-12': { vi: 'Thẻ đảng viên 12 số', en: 'Card of 12 digits' },
  'decision-85': { vi: 'Số theo Quyết định 85', en: 'Number by Decision 85' },
  badge: { vi: 'Số Huy hiệu Đảng', en: 'Number of the badge' },
  dossier: { vi: 'Số lý lịch đảng viên', en: 'Number of the dossier' },
};

const cards: Readonly<Record<string, Bilingual>> = {
  issued: { vi: 'Phát thẻ', en: 'Card issued' },
  reissued: { vi: 'Cấp lại thẻ', en: 'Card reissued' },
  exchanged: { vi: 'Đổi thẻ', en: 'Card exchanged' },
};

/** A value that the lists here do not have is shown as it is: better than nothing, and a test finds it. */
const say = (list: Readonly<Record<string, Bilingual>>) => (value: string | null) =>
  value === null ? null : (list[value] ?? same(value));

/** How a standing begins or ends. */
export const sayEvent = (event: string | null): Bilingual | null =>
  event === null ? null : (valueWords('event', event) ?? same(event));
export const sayStatus = say(statuses) as (value: string) => Bilingual;
export const sayExemption = say(exemptions) as (value: string) => Bilingual;
export const sayScheme = say(schemes) as (value: string) => Bilingual;
export const sayCard = say(cards) as (value: string) => Bilingual;
export const sayWayIn = say(wayLabels);
export const sayWayOut = say(leavingLabels);
export const sayPost = (post: string): Bilingual => postLabels[post as Post] ?? same(post);
export const sayDiscipline = say(disciplineForms) as (value: string) => Bilingual;
export const sayEnd = say(endLabels);

/** A text that is the same in both languages: a name, a number. */
export const same = (text: string): Bilingual => ({ vi: text, en: text });

/** dd/mm/yyyy, mm/yyyy or yyyy: as far as it is known. */
export const writtenDay = (day: string): string => day.split('-').toReversed().join('/');

/** Parts that are there, with a sign between. */
export function joined(parts: readonly (Bilingual | string | null | undefined)[], between = ' · '): Bilingual | null {
  const there = parts.flatMap((part) =>
    part === null || part === undefined ? [] : typeof part === 'string' ? same(part) : part,
  );
  if (there.length === 0) return null;
  return { vi: there.map(({ vi }) => vi).join(between), en: there.map(({ en }) => en).join(between) };
}
