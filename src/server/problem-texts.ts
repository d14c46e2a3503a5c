import { type Problem, type Rfc9457, toRfc9457 } from '#/platform/errors.ts';

/** The Vietnamese of problems, by code. The English message carries the details (names, days, amounts) and follows it. */
const vietnamese: Readonly<Record<string, string>> = {};

/** What went wrong in the reader's language. */
export function problemText(code: string, message: string, language: 'vi' | 'en'): string {
  const text = language === 'vi' ? vietnamese[code] : undefined;
  return text === undefined ? message : `${text} (${message})`;
}

/** A problem as RFC 9457 in the language that the caller accepts first: Vietnamese or English. */
export function sayProblem(problem: Problem, accepted: string): Rfc9457 {
  const first = accepted
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((word) => word === 'vi' || word === 'en');
  return { ...toRfc9457(problem), title: problemText(problem.code, problem.message, first === 'vi' ? 'vi' : 'en') };
}
