import { tidy } from '#/platform/text/tidy.ts';
import { withoutAccents } from '#/platform/text/vietnamese.ts';

const written: Readonly<Record<string, string>> = {
  llct: 'ly luan chinh tri',
  cmnv: 'chuyen mon nghiep vu',
  td: 'trinh do',
  sdt: 'so dien thoai',
  dv: 'dang vien',
  gdpt: 'giao duc pho thong',
  shd: 'sinh hoat dang',
};

/** A heading as words to compare: without case, accents, signs; some abbreviations written out. */
export function headingWords(heading: string): string {
  return withoutAccents(tidy(heading))
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => written[word] ?? word)
    .join(' ');
}

/** Without what stands in brackets: "Quê quán (xã, huyện, tỉnh)". */
export function withoutBrackets(heading: string): string {
  return heading.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ');
}

/** How many letters have to be put in, left out, changed or swapped to come from one to the other; more than `most` is most + 1. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    before = last;
    last = next;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** One slip of the hand in six letters. */
export function slipsAllowed(words: string): number {
  return Math.floor(words.length / 6);
}
