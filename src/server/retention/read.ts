import type { Retention } from '#/domain/members/retention-contract.ts';
import { type Day, today } from '#/platform/day.ts';
import { dueCount, duePersons } from './due.ts';
import type { At } from './erase.ts';
import { dueBefore, keptBy, retained } from './rules.ts';

/** How long what is kept on a day, and what of it is due. */
export async function readRetention({ room, scope, actor, clock }: At, on: Day = today(clock)): Promise<Retention> {
  const { rulebook } = await room.journal();
  return room.read({ actor, scope }, async (tx) => {
    const told: Retention = { on, rules: [], due: [] };
    for (const [key, label] of Object.entries(retained)) {
      const kept = keptBy(rulebook, key, on);
      if (kept === null) continue;
      const before = dueBefore(kept, on);
      const { keep, count, cited, rule } = kept;
      const due = before === null ? null : await dueCount(tx, key, before);
      const { confidence, note } = rule;
      told.rules.push({ key, label, keep, count, rule: cited, confidence, note, dueCount: due });
      if (key === 'retention.sensitive-after-leaving') told.due = await duePersons(tx, kept, on);
    }
    return told;
  });
}
