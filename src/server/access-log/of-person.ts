import type { z } from 'zod';
import { accessesOnPage, type listPersonAccesses } from '#/kernel/access/log-contract.ts';
import { today } from '#/platform/day.ts';
import type { Api } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { scopeOfPerson } from '../in-sight.ts';
import { aboutPerson, beyond, linesUnder, pageOf, toldLines } from './rows.ts';

/** Who has looked at one person's record, from wherever: no secret to whoever may see the record. Throws `person.unknown`. */
export async function accessesOf(
  { id, tenant, scope, cursor }: z.output<typeof listPersonAccesses.input>,
  { installation, actor }: Api,
): Promise<z.input<typeof listPersonAccesses.output>> {
  const room = await findRoom(installation, { tenant, scope });
  const path = await scopePath(installation, room, scope);
  const { roles, clock } = installation;
  await room.read({ actor, scope: path }, (tx) => scopeOfPerson(tx, id));
  return room.openly('accesses', actor, async (tx) => {
    const conditions = [aboutPerson(id), ...(cursor === undefined ? [] : [beyond(cursor)])];
    const { page, next } = pageOf(await linesUnder(tx, conditions, accessesOnPage), accessesOnPage);
    return { accesses: await toldLines(tx, page, { roles, on: today(clock) }), next };
  });
}
