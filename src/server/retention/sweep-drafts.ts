import { today } from '#/platform/day.ts';
import type { Workplace } from '../workplace.ts';
import { dueBefore, keptBy } from './rules.ts';

/** Throws away the drafts of all registers that nobody has saved for as long as the rule of today says; how many. */
export async function sweepDrafts(installation: Workplace): Promise<number> {
  const on = today(installation.clock);
  let gone = 0;
  for (const { code } of await installation.tenants()) {
    const room = await installation.room(code);
    const { rulebook } = await room.journal();
    const kept = keptBy(rulebook, 'retention.drafts', on);
    const before = kept === null ? null : dueBefore(kept, on);
    if (before === null) continue;
    gone += await room.write({ actor: 'sweep' }, async ({ client }) => {
      const { rows } = await client.query<{ count: number }>('select sweep_drafts($1::date) as count', [before]);
      return rows[0]?.count ?? 0;
    });
  }
  return gone;
}
