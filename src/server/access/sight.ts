import type { z } from 'zod';
import type { readSeenBy, readWhy } from '#/kernel/access/grant-contract.ts';
import { type Grant, grantsReaching } from '#/kernel/access/grants.ts';
import type { Roles } from '#/kernel/access/roles.ts';
import { type Day, today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { findRoom, findUnit } from '../find-unit.ts';
import { scopeOfPerson } from '../in-sight.ts';
import { lastDay, shownGrants, titleOf } from './shown.ts';
import { unitsCalled } from './units-called.ts';

/** By which grant the caller sees a unit or a person. Throws `unit.unknown`, `person.unknown` for what is not seen. */
export async function why(
  { unit, person, tenant }: z.output<typeof readWhy.input>,
  { installation, seat, actor, must }: Api,
): Promise<z.input<typeof readWhy.output>> {
  const on = today(installation.clock);
  if ((unit === undefined) === (person === undefined))
    throw new Problem('subject.missing', 'Name either a person or a unit.');
  const room =
    unit === undefined
      ? await findRoom(installation, { tenant })
      : (await findUnit(installation, unit, on, { tenant })).room;
  if (person !== undefined) {
    must('members.read');
    await room.read({ actor }, (tx) => scopeOfPerson(tx, person));
  }
  const { capacity, isOperator } = seat;
  if (capacity === null) return { isOperator, grant: null, under: null };
  const { roles } = installation;
  const [grant] = await room.read({ actor }, (tx) =>
    shownGrants(tx, [capacity.grant], { tenant: room.tenant.code, roles, on }),
  );
  return { isOperator, grant: grant ?? null, under: capacity.unit };
}

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
    const permissions = roles.get(name)?.permissions;
    const parts = {
      record: permissions?.has('members.read') ?? false,
      journal: permissions?.has('journal.read') ?? false,
      attachments: permissions?.has('attachments.read') ?? false,
      reveals: permissions?.has('members.reveal') ? [...(roles.get(name)?.sensitive ?? [])] : [],
    };
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
