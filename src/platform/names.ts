/** A name as the register keeps it: composed (NFC), one blank between words, none around them. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
}

/** A name as it is searched: lower case, without accents (đ is a letter of its own, not an accented d), in natural order. */
export function nameKey(name: string): string {
  return tidyName(name).toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/**
 * A name as it is put in order: the given name, then the middle names, then the family name, each by its letters
 * (a ă â b … d đ e ê …) and then by its tones (ngang, huyền, hỏi, ngã, sắc, nặng). Bytes compare as the names do, so any
 * index keeps them in order, and a whole-text collation's fault is none here: Hà Văn stands before Hạ An.
 */
export function nameOrder(name: string): string {
  const [first = '', ...rest] = tidyName(name).split(' ').map(wordOrder);
  const given = rest.pop();
  return given === undefined ? first : [given, ...rest, first].join(' ');
}

// With the letters that only foreign names have where the Latin alphabet puts them.
const alphabet = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const codes = '0123456789ABCDEFGHIJKLMNOPQRSTUVW';

/** Of each letter with each tone, in both cases: the sign of the letter and that of the tone. */
const ranks = new Map<string, readonly [letter: string, tone: string]>();
for (const [at, letter] of alphabet.entries())
  for (const [tone, mark] of ('aăâeêioôơuưy'.includes(letter) ? tones : ['']).entries())
    for (const one of [letter, letter.toUpperCase()])
      ranks.set((one + mark).normalize('NFC'), [codes[at] as string, String(tone + 1)]);

/** What ends the letters and what ends the tones goes before every sign of either: the shorter word comes first. */
function wordOrder(word: string): string {
  let letters = '';
  let marks = '';
  for (const sign of word) {
    const [letter, tone] = ranks.get(sign) ?? [`~${sign}`, '1'];
    letters += letter;
    marks += tone;
  }
  return `${letters}!${marks.replace(/1+$/, '')}`;
}
