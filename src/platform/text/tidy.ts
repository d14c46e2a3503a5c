// What people's programs leave in a cell without anybody seeing it: marks of byte order and of joining, soft hyphens.
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu;
const blanks = /[^\S\n]+/gu;
const aroundLines = / ?\r?\n ?/gu;
/** Letters that a Vietnamese text is made of when it is composed (NFC), without double, leading or trailing blanks: most cells. */
const letter = '[!-~\\u00A1-\\u00AC\\u00AE-\\u00CF\\u00D1-\\u00EF\\u00F1-\\u00FF\\u0102-\\u01B0\\u1EA0-\\u1EF9]';
const isTidy = new RegExp(`^(?:${letter}(?: ?${letter})*)?$`);

/** Text as a clerk would have typed it: composed (NFC), single blanks, none around it, nothing invisible, đ for the letter eth. */
export function tidy(text: string): string {
  if (isTidy.test(text)) return text;
  return text
    .replaceAll(unseen, '')
    .normalize('NFC')
    .replaceAll('\u00D0', 'Đ')
    .replaceAll('\u00F0', 'đ')
    .replaceAll(blanks, ' ')
    .replaceAll(aroundLines, '\n')
    .trim();
}
