import type { z } from 'zod';

/** What is wrong with a value, in words; without `vi` the code is all that is said of it in Vietnamese. */
export function wordsOf(issue: z.core.$ZodIssue): { message: string; vi?: string } {
  if (issue.code === 'too_big') return limit(issue, issue.maximum, 'At most', 'Nhiều nhất');
  if (issue.code !== 'too_small') return { message: issue.message };
  if (issue.origin === 'string' && issue.input === '') return { message: 'It is empty.', vi: 'Đang để trống.' };
  return limit(issue, issue.minimum, 'At least', 'Ít nhất');
}

const counted: Record<string, readonly [en: string, vi: string]> = {
  string: [' characters', ' ký tự'],
  array: [' entries', ' mục'],
};

function limit({ origin, input }: { origin: string; input?: unknown }, most: unknown, en: string, vi: string) {
  const [enUnit, viUnit] = counted[origin] ?? ['', ''];
  const has = typeof input === 'string' || Array.isArray(input) ? input.length : null;
  return {
    message: `${en} ${most}${enUnit}${has === null ? '' : `, this has ${has}`}.`,
    vi: `${vi} ${most}${viUnit}${has === null ? '' : `, ở đây có ${has}`}.`,
  };
}
