import type { Container } from './xlsx-container.ts';

/** Cells from corner to corner, both within; columns from 0, rows from 1. */
export interface Range {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** They stand behind the rows, which have to be inflated first: 200 MB take half a second. Lists so long have no merged cells. */
const mostBytes = 200 * 2 ** 20;
const mostMerges = 100_000;
/** Longer than any tag that matters here, so that none is cut at the seam of two chunks. */
const seam = 256;

const tag = /<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;

/** The merged cells of a sheet, by one look over its XML. */
export async function readMerges(container: Container, part: string): Promise<Range[]> {
  if (container.size(part) > mostBytes) return [];
  const found: Range[] = [];
  let rest = '';
  for await (const chunk of await container.stream(part)) {
    const text = rest + (chunk as Buffer).toString('latin1');
    let end = 0;
    if (text.includes('mergeCell'))
      for (const match of text.matchAll(tag)) {
        if (found.length < mostMerges) found.push(rangeOf(match));
        end = match.index + match[0].length;
      }
    rest = text.slice(Math.max(end, text.length - seam));
  }
  return found;
}

function rangeOf([, left = '', top, right = '', bottom]: RegExpExecArray): Range {
  return { left: columnIndex(left), top: Number(top), right: columnIndex(right), bottom: Number(bottom) };
}

/** A → 0, AA → 26. */
function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
