import * as contract from '#/domain/members/retention-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { today } from '#/platform/day.ts';
import { type Api, route } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { dueCount, duePersons } from './due.ts';
import { ask, decide } from './erase.ts';
import { dueBefore, keptBy, retained } from './rules.ts';

const read = route(contract.readRetention, async ({ on, ...place }, { installation, actor }) => {
  const room = await findRoom(installation, place);
  const scope = await scopePath(installation, room, place.scope);
  const { rulebook } = await room.journal();
  const day = on ?? today(installation.clock);
  return room.read({ actor, scope }, async (tx) => {
    const told: contract.Retention = { on: day, rules: [], due: [] };
    for (const [key, label] of Object.entries(retained)) {
      const kept = keptBy(rulebook, key, day);
      if (kept === null) continue;
      const before = dueBefore(kept, day);
      const { keep, count, cited, rule } = kept;
      const due = before === null ? null : await dueCount(tx, key, before);
      const { confidence, note } = rule;
      told.rules.push({ key, label, keep, count, rule: cited, confidence, note, dueCount: due });
      if (key === 'retention.sensitive-after-leaving' && before !== null) told.due = await duePersons(tx, before);
    }
    return told;
  });
});

/** How long what is kept, and the erasing of what is due. */
export const retentionRoutes: readonly Route<Api>[] = [
  read,
  route(contract.askErasure, ask),
  route(contract.decideErasure, decide),
];
