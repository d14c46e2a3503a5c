import { cellKinds } from '#/domain/units/api.ts';
import { searchDestinations } from '#/domain/units/unit-contract.ts';
import { refuseOthersKinds } from '#/kernel/journal/not-yours.ts';
import { schemaPaths } from '#/kernel/journal/schema-paths.ts';
import { today } from '#/platform/day.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { route } from '../api.ts';
import { findRoom } from '../find-unit.ts';
import { asProposer } from '../proposals/as-proposer.ts';
import { unitsFound } from '../search-units.ts';

/**
 * Cells of the whole register, for whoever sends a member to one of them: who knows a cell's name is told its code. Of what
 * lies in a cell nothing is told, and who names none in an act asks in vain.
 */
export const listDestinations = route(
  searchDestinations,
  async ({ tenant, kind: name, q, on, limit }, { installation, actor, seat }) => {
    const room = await findRoom(installation, { tenant });
    const kind = installation.register.kinds.get(name);
    if (kind === undefined) throw new Problem('kind.unknown', `There is no act kind "${name}".`);
    refuseOthersKinds(asProposer(await room.journal(), seat).bound, [kind]);
    if (!schemaPaths(kind.schema).some(({ meta }) => meta.beyond))
      throw new Problem('destination.none', `"${kind.title.en}" (${name}) names no unit that somebody goes to.`);
    const search = { q, limit, on: on ?? today(installation.clock), kinds: cellKinds };
    const found = await room.openly('destinations', actor, (tx) => unitsFound(tx, wholeTenant, search));
    return { units: found.map(({ code, name: called, path }) => ({ code, name: called, path })) };
  },
);
