// What people's programs leave in a cell without anybody seeing it: marks of byte order and of joining, soft hyphens.
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu;
const blanks = /[^\S\n]+/gu;
const aroundLines = / ?\r?\n ?/gu;
/** Printable ASCII without double, leading or trailing blanks is tidy already; so are most cells. */
const isTidy = /^(?:[!-~](?: ?[!-~])*)?$/;

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
