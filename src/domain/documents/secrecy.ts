// A paper of the State's or the Party's secrets carries its degree as a mark: Mật, Tối mật, Tuyệt mật. The same words
// also stand in the names of open papers ("bảo vệ bí mật nhà nước"), so it matters where they stand.

interface Word {
  text: string;
  /** What stands between it and the words beside it. */
  before: string;
  after: string;
}

/** The mark that a paper's number or type carries: there the word alone is one, with or without its accents. */
export function markIn(text: string, marks: readonly string[]): string | null {
  return find(text, [...marks, ...marks.map(withoutAccents)], () => true);
}

/** The mark that stands in running text: set apart from it, or in capitals where other words are not. */
export function markAmong(text: string, marks: readonly string[]): string | null {
  const isAllCapitals = isCapital(text);
  return find(text, marks, (words) => {
    const isApart = words[0]?.before.trim() !== '' && words.at(-1)?.after.trim() !== '';
    return isApart || (!isAllCapitals && words.every((word) => isCapital(word.text)));
  });
}

function find(text: string, marks: readonly string[], isMark: (words: Word[]) => boolean): string | null {
  const words = wordsOf(text);
  // The longest first: "Tối mật" is not the mark "Mật".
  const byLength = marks
    .map((mark) => ({ mark, length: mark.split(' ').length }))
    .toSorted((a, b) => b.length - a.length);
  for (const { mark, length } of byLength)
    for (let at = 0; at + length <= words.length; at += 1) {
      const here = words.slice(at, at + length);
      if (lower(here.map((word) => word.text).join(' ')) !== lower(mark)) continue;
      if (!isPartOfAnother(words[at - 1]) && isMark(here)) return mark;
    }
  return null;
}

/** "bí mật" (a secret), "bảo mật" (confidentiality), "cơ mật" are other words. */
function isPartOfAnother(before: Word | undefined): boolean {
  return before !== undefined && ['bí', 'bảo', 'cơ'].includes(lower(before.text)) && before.after.trim() === '';
}

function wordsOf(text: string): Word[] {
  const composed = text.normalize('NFC');
  const found = [...composed.matchAll(/\p{L}+/gu)];
  return found.map((match, i) => {
    const [previous, next] = [found[i - 1], found[i + 1]];
    // The beginning and the end set a word apart as a dash does.
    const before = previous === undefined ? '|' : composed.slice(previous.index + previous[0].length, match.index);
    const after = next === undefined ? '|' : composed.slice(match.index + match[0].length, next.index);
    return { text: match[0], before, after };
  });
}

const lower = (text: string): string => text.toLocaleLowerCase('vi');

const isCapital = (text: string): boolean => text === text.toLocaleUpperCase('vi');

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
