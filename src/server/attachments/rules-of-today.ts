import { readRules } from '#/kernel/rulebook/load.ts';
import { type Rulebook, rulebook } from '#/kernel/rulebook/rulebook.ts';
import { type Day, today } from '#/platform/day.ts';
import type { Workplace } from '../workplace.ts';

/** The rulebook of any register, for they share it; where there is none yet, the one that comes with the program. */
export async function rulesOfToday(installation: Workplace): Promise<{ rulebook: Rulebook; on: Day }> {
  const on = today(installation.clock);
  const [first] = await installation.tenants();
  if (first === undefined) return { rulebook: rulebook(await readRules()), on };
  return { rulebook: (await (await installation.room(first.code)).journal()).rulebook, on };
}
