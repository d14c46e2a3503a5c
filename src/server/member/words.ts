import { formLabels as disciplineForms, endLabels } from '#/domain/discipline/contract.ts';
import { leavingLabels, type Post, postLabels, wayLabels } from '#/domain/posts/contract.ts';
import { capital, factWords } from '#/domain/words/fact-words.ts';
import { valueWords } from '#/domain/words/value-words.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';

// How the facts about a member are said, by the words that all parts share (domain/words).

/** A value that the lists here do not have is shown as it is: better than nothing, and a test finds it. */
const say = (list: Readonly<Record<string, Bilingual>>) => (value: string | null) =>
  value === null ? null : (list[value] ?? same(value));

const named = (field: string, value: string): Bilingual => valueWords(field, value) ?? same(value);
const begun = ({ vi, en }: Bilingual): Bilingual => ({ vi: capital(vi), en: capital(en) });

/** How a standing begins or ends. */
export const sayEvent = (event: string | null): Bilingual | null => (event === null ? null : named('event', event));
export const sayStatus = (status: string): Bilingual => {
  const { vi, en } = named('status', status);
  return begun({ vi: `đảng viên ${vi}`, en: `${en} member` });
};
export const sayExemption = (kind: string): Bilingual => factWords('exemption', { kind }, () => null);
export const sayScheme = (scheme: string): Bilingual => begun(named('scheme', scheme));
export const sayCard = (event: string): Bilingual => begun(named('event', event));
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
