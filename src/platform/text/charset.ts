import { fromTcvn3 } from './tcvn3.ts';
import { tidy } from './tidy.ts';
import { isSyllable } from './vietnamese.ts';
import { fromVni } from './vni.ts';

const between = /[\s!-/:-@[-`{-~]+/u;

/** What Vietnamese was typed for: Unicode, or fonts of before it whose letters look like Western ones elsewhere. */
export type Charset = 'unicode' | 'tcvn3' | 'vni';

const decoders = { unicode: (text: string) => text.normalize('NFC'), tcvn3: fromTcvn3, vni: fromVni } as const;

/** Letters that neither ABC nor VNI text has: whoever typed one had Unicode. */
const onlyUnicode = /[\u0102-\u01B0\u1EA0-\u1EF9]|\p{M}/u;
const western = /[\u00A1-\u00FF]/u;

/**
 * The text in Unicode. A text that is Unicode beyond doubt, or Vietnamese only as such, stays, whatever its column is; one that
 * is Vietnamese either way ("Lê" would be "Lờ") stays where most of the column is Unicode already.
 */
export function decode(text: string, charset: Charset, isMixed = false): string {
  if (charset === 'unicode' || !western.test(text) || onlyUnicode.test(text)) return text;
  const evidence = weigh([text]);
  const isAsIs = isMixed ? evidence.unicode >= evidence[charset] : evidence.unicode > evidence[charset];
  return isAsIs ? text : decoders[charset](text);
}

/** The text in Unicode, tidy. What was typed for another font than its column's stays: its ư looks like an invisible hyphen. */
export function clean(text: string, charset: Charset, isMixed = false): string {
  const isOfOther = charset === 'unicode' && text.includes('\u00AD') && charsetOf(weigh([text])) !== 'unicode';
  return isOfOther ? text.trim() : tidy(decode(text, charset, isMixed));
}

/** Whether somebody who typed this surely had Unicode. */
export function isSurelyUnicode(text: string): boolean {
  return onlyUnicode.test(text);
}

/** How many words of the texts, among those that tell, can be Vietnamese under each reading. */
export interface Evidence {
  words: number;
  unicode: number;
  tcvn3: number;
  vni: number;
}

export function weigh(texts: Iterable<string>): Evidence {
  const found: Evidence = { words: 0, unicode: 0, tcvn3: 0, vni: 0 };
  for (const text of texts) {
    if (onlyUnicode.test(text)) {
      const count = text.split(between).filter((word) => onlyUnicode.test(word) || western.test(word)).length;
      found.words += count;
      found.unicode += count;
    } else if (western.test(text)) weighWords(text, found);
  }
  return found;
}

function weighWords(text: string, found: Evidence): void {
  for (const word of text.split(between)) {
    if (!western.test(word)) continue;
    found.words += 1;
    for (const charset of ['unicode', 'tcvn3', 'vni'] as const)
      if (isSyllable(decoders[charset](word))) found[charset] += 1;
  }
}

/** The reading under which most words are Vietnamese; Unicode unless another is clearly better. */
export function charsetOf({ words, unicode, tcvn3, vni }: Evidence): Charset {
  const best = Math.max(tcvn3, vni);
  if (words === 0 || best <= unicode || best < words / 2) return 'unicode';
  return tcvn3 >= vni ? 'tcvn3' : 'vni';
}

/** How many of the words with letters beyond ASCII can be Vietnamese, under the best reading: from 0 to 1. */
export function vietnameseShare(text: string): number {
  const words = text.split(between).filter((word) => /[^\0-\u007F]/u.test(word));
  const readings = Object.values(decoders).map((read) => words.filter((word) => isSyllable(read(word))).length);
  return Math.max(...readings) / Math.max(1, words.length);
}
