import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { Problem } from '#/platform/errors.ts';
import type { Post, waysIn } from './contract.ts';

type Assumed = Act<{ person: string; unit: string; post: Post; how: (typeof waysIn)[number] }>;

/** A post is of a unit that exists. The fold of a person knows no units' lives, so this is asked when the act is posted. */
export async function checkAssumed(act: Assumed, ctx: CheckContext): Promise<void> {
  const { unit } = act.body;
  if ((await ctx.unitKind(unit, act.effectiveOn)) !== null) return;
  const message = `The unit does not exist on ${act.effectiveOn}.`;
  throw new Problem('post.unit-not-there', message, {
    fields: [{ actId: act.id, code: 'post.unit-not-there', field: 'unit', message }],
  });
}
