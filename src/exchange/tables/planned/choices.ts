import { entryOf } from '#/domain/catalogues/api.ts';
import { distance, slipsAllowed } from '../recognise/heading-words.ts';
import { type Finding, finding } from './finding.ts';
import { listBehind, plainWords, readSpelling } from './spellings.ts';

/** The code that a text means in the list of this target, or what is wrong and what was perhaps meant. */
export function readChoice(target: string, text: string): { code: string | null; found: Finding[] } {
  const code = readSpelling(target, text);
  if (code !== null) return { code, found: [] };
  const repair = nearest(target, text);
  const { vi, en } = listBehind(target) ?? { vi: '', en: '' };
  const words = { list: { vi, en } };
  const more = repair === null ? { words } : { words, repair };
  // Items of the record are kept as written; without a status nobody can be recorded.
  if (!target.startsWith('person.')) return { code: null, found: [finding('cell.no-choice', more)] };
  return { code: null, found: [finding('cell.not-listed', { ...more, isAdvice: true })] };
}

/** The label of the only entry that is a slip of the hand away. Accents may be the slip; so it is asked, not taken. */
function nearest(target: string, text: string): string | null {
  const list = listBehind(target);
  const words = plainWords(text);
  // Of numbers another one is no slip: "11/12" is a class less than "12/12".
  if (list === null || words.length < 2 || /\d/.test(words)) return null;
  const most = Math.max(1, slipsAllowed(words));
  const near = new Map<string, number>();
  for (const { code, vi, also = [] } of list.entries)
    for (const spelling of [vi, ...also]) {
      const slips = distance(words, plainWords(spelling), most);
      if (slips <= most) near.set(code, Math.min(slips, near.get(code) ?? most));
    }
  const least = Math.min(...near.values());
  const best = [...near].filter(([, slips]) => slips === least);
  const [only] = best;
  if (only === undefined || best.length > 1 || (words.length < 4 && least > 0)) return null;
  return entryOf(list, only[0])?.vi ?? null;
}
