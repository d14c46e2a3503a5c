import type { z } from 'zod';
import type { readSeenBy } from '#/kernel/access/grant-contract.ts';
import { type Grant, grantsReaching } from '#/kernel/access/grants.ts';
import type { Roles } from '#/kernel/access/roles.ts';
import { type Day, today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Api } from '../api.ts';
import { findRoom } from '../find-unit.ts';
import { scopeOfPerson } from '../in-sight.ts';
import { lastDay, titleOf } from './shown.ts';
import { sightOf } from './sight-of.ts';
import { unitsCalled } from './units-called.ts';

type Offices = z.input<typeof readSeenBy.output>['offices'];

/** Which offices can read the record of a person today, the nearest first. Throws `person.unknown`. */
export async function seenBy(
  { id, tenant }: z.output<typeof readSeenBy.input>,
  { installation, actor }: Api,
): Promise<{ offices: Offices }> {
  const room = await findRoom(installation, { tenant });
  const on = today(installation.clock);
  const scope = await room.read({ actor }, (tx) => scopeOfPerson(tx, id));
  return room.openly('grants-reaching', actor, async (tx) => ({
    offices: await officesReaching(tx, scope, installation.roles, on),
  }));
}

/** The offices whose grants reach a path of today's tree, the nearest first; the transaction has to see all grants. */
export async function officesReaching(tx: Tx, scope: string, roles: Roles, on: Day): Promise<Offices> {
  const grants = await grantsReaching(tx, scope, on);
  const called = await unitsCalled(
    tx,
    grants.map(({ unitId }) => unitId),
    on,
  );
  const offices = Map.groupBy(grants, ({ role, unitId }) => `${role} ${unitId ?? ''}`);
  return [...offices.values()].flatMap((held): Offices => {
    const { role: name, unitId } = held[0] as Grant;
    const parts = sightOf(roles.get(name));
    if (!parts.record && !parts.journal && !parts.attachments) return []; // sees no person at all
    const holders = held.map((one) => ({
      login: one.login,
      to: lastDay(one),
      isDelegated: one.delegatedFrom !== null,
    }));
    return [
      {
        ...{ role: name, title: titleOf(roles, name), holders },
        unit: unitId === null ? null : (called.get(unitId) ?? null),
        ...parts,
      },
    ];
  });
}
