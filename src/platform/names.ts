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

/** More ways to read a word would be slower to look for than the names themselves. */
const mostReadings = 64;

/**
 * How `nameOrder` of a name may begin whose given name begins with a word as it is searched ("binh", without accents: Bình,
 * Bính, Bỉnh; "da": Da, Đa, Dă…). Null: too many ways, or a sign that no Vietnamese name has.
 */
export function givenBeginnings(word: string): string[] | null {
  let readings = [''];
  for (const sign of word) {
    const letters = readAs.get(sign);
    if (letters === undefined) return null;
    readings = readings.flatMap((start) => letters.map((letter) => start + letter));
    if (readings.length > mostReadings) return null;
  }
  return readings;
}

// With the letters that only foreign names have where the Latin alphabet puts them.
const alphabet = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const codes = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVW'];

/** Of each letter with each tone, in both cases: the sign of the letter and that of the tone. */
const ranks = new Map<string, readonly [letter: string, tone: string]>();
for (const [at, letter] of alphabet.entries())
  for (const [tone, mark] of ('aăâeêioôơuưy'.includes(letter) ? tones : ['']).entries())
    for (const one of [letter, letter.toUpperCase()])
      ranks.set((one + mark).normalize('NFC'), [codes[at] as string, String(tone + 1)]);

/** The letters that a sign without accents may stand for. */
const readAs = Map.groupBy(codes, (code) => nameKey(alphabet[codes.indexOf(code)] as string));

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
