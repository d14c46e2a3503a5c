import { type FieldProblem, type Problem, type Rfc9457, toRfc9457 } from '#/platform/errors.ts';
import { accessWords } from './problem-words/access-words.ts';
import { registerWords } from './problem-words/register-words.ts';

/** The Vietnamese of problems, by code. The English message carries the details (names, days, amounts) and follows it. */
export const vietnamese: Readonly<Record<string, string>> = { ...accessWords, ...registerWords };

/** What went wrong in the reader's language. */
export function problemText({ code, message, vi }: Said, language: 'vi' | 'en'): string {
  if (language === 'en') return message;
  if (vi !== undefined) return vi;
  const text = vietnamese[code];
  return text === undefined || text === message ? message : `${text} (${message})`;
}

type Said = Pick<FieldProblem, 'code' | 'message' | 'vi'>;

/** A problem as RFC 9457 in one language, its fields too. */
export function problemIn(problem: Problem, language: 'vi' | 'en'): Rfc9457 {
  const body = { ...toRfc9457(problem), title: problemText(problem, language) };
  if (problem.fields.length === 0) return body;
  return {
    ...body,
    errors: problem.fields.map(({ vi, ...field }) => ({ ...field, message: problemText({ ...field, vi }, language) })),
  };
}

/** The same in the language that the caller accepts first: Vietnamese or English. */
export function sayProblem(problem: Problem, accepted: string): Rfc9457 {
  const languages = accepted.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  const first = languages.find((word) => word === 'vi' || word === 'en');
  return problemIn(problem, first === 'vi' ? 'vi' : 'en');
}
