import { z } from 'zod';
import type { Day } from '#/platform/day.ts';
import { covers } from '../access/roles.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

const patterns = z.array(z.string());

/** Which kinds of acts one person proposes and another records, by the rulebook on the day of recording. */
export function twoPeople(rulebook: Rulebook, on: Day): (kind: string) => boolean {
  const rule = rulebook.rule('act.two-people', on);
  const named = rule === null ? [] : patterns.parse(rule.value);
  return (kind) => named.some((pattern) => covers(pattern, kind));
}
