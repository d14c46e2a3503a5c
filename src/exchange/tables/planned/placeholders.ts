import { plainWords } from './spellings.ts';

const dittos = /^(?:-*\s*\/\/\s*-*|-*\s*(?:nt|n\.t|như trên|nhu tren|nt\.)\s*-*|["″〃“”]+|''|,,)$/iu;

/** "nt", "//", a pair of quotes: the same as above. */
export function isDitto(text: string): boolean {
  return text.length <= 14 && dittos.test(text);
}

const blanks = /^[-–—_.…/*?\s]+$/u;
const unknown =
  /^(khong ro|chua ro|khong biet|chua biet|khong xac dinh|chua xac dinh|khong co thong tin|chua co thong tin|chua cap nhat|chua qua dao tao|khong qua dao tao|chua co|chua|khong co|n a|null|trong)$/;
/** How those words begin: most cells are told apart by this, without a look at their accents. */
const head = /^\W*(kh|ko|k$|ch|n|tr|0)/iu;
const negative = /^(khong|ko|k|0)$/;

/** A text that stands for nothing. Where a "no" is an answer (`takesNo`), it is none. */
export function isPlaceholder(text: string, takesNo: boolean): boolean {
  if (text.length > 28) return false;
  if (blanks.test(text)) return true;
  if (!head.test(text)) return false;
  const words = plainWords(text);
  return takesNo
    ? unknown.test(words) && words !== 'khong co' && words !== 'chua'
    : unknown.test(words) || negative.test(words);
}

const yes = /^(co|x|xx|v|dung|yes|true|1|da|roi)$/;
const no = /^(khong|ko|k|0|sai|no|false|chua|khong co|)$/;

/** A cross, a tick, a yes; null when it is neither that nor a no. */
export function readMark(text: string): boolean | null {
  if (/^[✓✔☑√+]$/u.test(text)) return true;
  const words = plainWords(text);
  if (yes.test(words)) return true;
  return no.test(words) ? false : null;
}
