import { Problem } from '#/platform/errors.ts';

/** OWASP ASVS 5.0, 6.2.1: at least 8, better 15; signs of any kind, none asked for. */
export const shortestPassword = 12;
/** Far above what anybody types; a bound, so that nobody sends a book to be hashed. */
export const longestPassword = 256;

// Long enough, and still the first that a guesser tries. Written without signs and in lower case; digits at the end are left out.
const common: ReadonlySet<string> = new Set([
  'password',
  'passwordpassword',
  'passw0rd',
  'matkhau',
  'matkhaumatkhau',
  'motmatkhau',
  'qwerty',
  'qwertyuiop',
  'qwertyuiopasdfgh',
  'qwertyuiopasdfghjklzxcvbnm',
  'asdfghjkl',
  'asdfghjklzxcvbnm',
  'zxcvbnm',
  'administrator',
  'quantri',
  'quantrivien',
  'admin',
  'adminadmin',
  'iloveyou',
  'letmein',
  'welcome',
  'vietnam',
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
  'anhyeuem',
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
  return isDull || isRun(password) || common.has(core(password));
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
