// VNI Windows (VNI-Times): a vowel of Windows-1252 and, behind it, a letter that stands for its tone. The mark is as
// large as its vowel, but people mix ("AÙnh" in a title, "Aùnh" elsewhere), so either size is read.

const tones = { '': '', ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' };
const onCircumflex = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' };
const onBreve = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' };
const single = { í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ' };

const pairs: [string, string][] = [...Object.entries(single)];
const add = (vowel: string, base: string, table: Record<string, string>) => {
  for (const [mark, tone] of Object.entries(table)) pairs.push([vowel + mark, (base + tone).normalize('NFC')]);
};
for (const vowel of ['a', 'e', 'o', 'u', 'y']) add(vowel, vowel, tones);
for (const vowel of ['a', 'e', 'o']) add(vowel, `${vowel}\u0302`, onCircumflex);
add('a', 'a\u0306', onBreve);
add('ô', 'ơ', tones);
add('ö', 'ư', tones);

const decoded = new Map(pairs);
const encoded = new Map(pairs.map(([code, letter]) => [letter, code]));
const found = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ôöíìæóòîñ]/giu;

/** The Unicode text of what was typed for a VNI font. */
export function fromVni(text: string): string {
  const plain = text.replaceAll(found, (code) => {
    const letter = decoded.get(code.toLowerCase());
    if (letter !== undefined) return sized(letter, code);
    // A vowel and a letter that is no mark for it ("oê"): the vowel alone may still be one.
    const [first = '', second = ''] = code;
    return (
      sized(decoded.get(first.toLowerCase()) ?? first, first) +
      sized(decoded.get(second.toLowerCase()) ?? second, second)
    );
  });
  return plain.normalize('NFC');
}

/** The text as VNI fonts have it. */
export function toVni(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const code = encoded.get(letter.toLowerCase());
      if (code === undefined) return letter;
      return letter.toLowerCase() === letter ? code : code.toUpperCase();
    })
    .join('');
}

function sized(letter: string, code: string): string {
  const first = code.charAt(0);
  return first.toLowerCase() === first ? letter : letter.toUpperCase();
}
