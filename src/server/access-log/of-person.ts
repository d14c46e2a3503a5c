import type { z } from 'zod';
import { accessesOnPage, type listPersonAccesses } from '#/kernel/access/log-contract.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Api } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { scopeOfPerson } from '../in-sight.ts';
import { aboutPerson, beyond, linesUnder, noticed, pageOf, toldLines } from './rows.ts';

type Accesses = z.input<typeof listPersonAccesses.output>;

/** Who has looked at one person's record, from wherever: no secret to whoever may see the record. Throws `person.unknown`. */
export async function accessesOf(
  { id, tenant, scope, cursor }: z.output<typeof listPersonAccesses.input>,
  api: Api,
): Promise<Accesses> {
  const { installation, actor } = api;
  const room = await findRoom(installation, { tenant, scope });
  const path = await scopePath(installation, room, scope);
  await room.read({ actor, scope: path }, (tx) => scopeOfPerson(tx, id));
  return room.openly('accesses', actor, (tx) => looksAt(tx, id, api, { cursor }));
}

interface Wanted {
  cursor?: string | undefined;
  /** Sealed values that were opened, only. */
  isNotice?: boolean;
  limit?: number;
}

/** A page of the looks at a person, the latest first; whether the caller may know of them is judged before. */
export async function looksAt(
  tx: Tx,
  person: string,
  { installation: { roles, clock } }: Pick<Api, 'installation'>,
  { cursor, isNotice = false, limit = accessesOnPage }: Wanted,
): Promise<Accesses> {
  const conditions = [
    aboutPerson(person),
    ...(isNotice ? [noticed] : []),
    ...(cursor === undefined ? [] : [beyond(cursor)]),
  ];
  const { page, next } = pageOf(await linesUnder(tx, conditions, limit), limit);
  return { accesses: await toldLines(tx, page, { roles, on: today(clock) }), next };
}
