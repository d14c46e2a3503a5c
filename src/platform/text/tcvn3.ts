// TCVN 5712:1993, the 8-bit code of the ABC fonts (.VnTime), as its letters look when a program takes them for Windows-1252.
// The capitals with tones stand in the standard's VN2 only; the fonts draw the small letter, or (fonts whose names end in
// H) the capital for it. So a text all in capitals comes as small letters among capitals: see `raised`.

const from = 0xa1;
const letters =
  'ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ';
const plainCapitals = 'ĂÂÊÔƠƯĐ';

const decoded = new Map([...letters].map((letter, at) => [String.fromCharCode(from + at), letter]));
const encoded = new Map([...decoded].map(([code, letter]) => [letter, code]));
const codes = /[\u00A1-\u00FE]/gu;

/** The Unicode text of what was typed for an ABC font. */
export function fromTcvn3(text: string): string {
  return raised(text.replaceAll(codes, (code) => decoded.get(code) ?? code)).normalize('NFC');
}

/** The text as ABC fonts have it: capitals with tones become the small letters. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const hasCode = letter.toLowerCase() === letter || plainCapitals.includes(letter);
      return encoded.get(hasCode ? letter : letter.toLowerCase()) ?? letter;
    })
    .join('');
}

const small = /[a-zăâđêôơư]/u;
const capitals = /[A-ZĂÂĐÊÔƠƯ]/gu;
const words = /[\p{L}\p{M}]+/gu;

/** Letters with tones are small whatever was meant: where nothing else is, and a word has two capitals, capitals were meant. */
function raised(text: string): string {
  if (small.test(text)) return text;
  const hasWord = text.match(words)?.some((word) => (word.match(capitals)?.length ?? 0) > 1);
  return hasWord ? text.toUpperCase() : text;
}
