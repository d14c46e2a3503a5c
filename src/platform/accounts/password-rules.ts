import { dictionary } from '@zxcvbn-ts/language-common';
import { Problem } from '#/platform/errors.ts';

/** OWASP ASVS 5.0, 6.2.1: at least 8, better 15; signs of any kind, none asked for. */
export const shortestPassword = 12;
/** Far above what anybody types; a bound, so that nobody sends a book to be hashed. */
export const longestPassword = 256;

/** Some 49,000 passwords that are tried first anywhere, in lower case (zxcvbn). */
const commonAnywhere: ReadonlySet<string> = new Set(dictionary['passwords-common'] as readonly string[]);
// What a guesser tries first here. Written without signs, digits and spaces, in lower case.
const commonHere: ReadonlySet<string> = new Set([
  'matkhaumatkhau',
  'motmatkhau',
  'qwertyuiopasdfgh',
  'qwertyuiopasdfghjklzxcvbnm',
  'asdfghjklzxcvbnm',
  'administrator',
  'quantri',
  'quantrivien',
  'vietnamvietnam',
  'vietnamvodich',
  'congsan',
  'dangcongsan',
  'dangcongsanvietnam',
  'dangvien',
  'dangbo',
  'chibo',
  'bithu',
  'tochuc',
  'sotay',
  'sotaydangvien',
  'emyeuanh',
  'conyeume',
  'hanoi',
  'hochiminh',
]);

/** Throws `password.short`, `password.long`, `password.login`, `password.common`. */
export function checkPassword(password: string, login: string): void {
  const length = [...password.normalize('NFKC')].length;
  if (length < shortestPassword)
    throw weak(
      'password.short',
      `A password has at least ${shortestPassword} characters.`,
      `Mật khẩu có ít nhất ${shortestPassword} ký tự.`,
    );
  if (length > longestPassword)
    throw weak(
      'password.long',
      `A password has at most ${longestPassword} characters.`,
      `Mật khẩu có nhiều nhất ${longestPassword} ký tự.`,
    );
  if (core(password) === core(login) && core(login) !== '')
    throw weak('password.login', 'The password is the login: choose another.', 'Mật khẩu trùng với tên đăng nhập.');
  if (isCommon(password))
    throw weak(
      'password.common',
      'This password is among the first that are guessed: choose another.',
      'Mật khẩu này nằm trong số bị đoán đầu tiên: hãy chọn mật khẩu khác.',
    );
}

function isCommon(password: string): boolean {
  const isDull = new Set(password).size <= 4; // 111111111111, abababababab
  return isDull || isRun(password) || isListed(password);
}

/** As it is, or as a listed word with digits and signs around it; among many digits a short word makes no password common. */
function isListed(password: string): boolean {
  const word = core(password);
  const isMostOfIt = word.length * 2 >= password.length;
  return (
    commonHere.has(word) ||
    commonAnywhere.has(password.normalize('NFKC').toLowerCase()) ||
    (isMostOfIt && commonAnywhere.has(word))
  );
}

/** 123456789012, abcdefghijkl: each sign follows the one before, 0 follows 9. */
function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.charCodeAt(0));
  const steps = codes.slice(1).map((code, at) => code - (codes[at] as number));
  return [1, -1].some((step) => steps.every((taken) => taken === step || taken === -9 * step));
}

/** Letters only, without accents: what digits and signs are put around. */
function core(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z]/g, '');
}

function weak(code: string, message: string, vi: string): Problem {
  return new Problem(code, message, { vi, fields: [{ field: 'password', code, message, vi }] });
}
