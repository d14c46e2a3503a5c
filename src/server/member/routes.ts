import * as contract from '#/domain/members/member-contract.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { type Api, route } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { memberPaper } from './paper.ts';
import { readMember as read } from './read-member.ts';

interface Asked {
  person: string;
  tenant?: string | undefined;
  scope?: string | undefined;
  on?: string | undefined;
  knownAt?: string | undefined;
}

const readMember = route(contract.readMember, (asked, api) => memberOf(asked, api));

const readMemberSheet = route(contract.readMemberSheet, async ({ format, ...asked }, api) =>
  memberPaper(await memberOf(asked, api), format),
);

async function memberOf({ person, on, knownAt, tenant, scope }: Asked, { installation, actor }: Api) {
  const room = await findRoom(installation, { tenant, scope });
  const path = await scopePath(installation, room, scope);
  const { rulebook } = await room.journal();
  const day = on ?? today(installation.clock);
  return room.read({ actor, scope: path }, async (tx) => {
    if (knownAt !== undefined) await mustBePast(tx, knownAt);
    return read(tx, { person, tenant: room.tenant.code, on: day, knownAt: knownAt ?? null, rulebook });
  });
}

/** What is known after the last recording may still change. */
async function mustBePast({ client }: Tx, knownAt: string): Promise<void> {
  const { rows } = await client.query('select last_recorded_at < $1::timestamptz as "isFuture" from journal_head', [
    knownAt,
  ]);
  if (rows[0]?.isFuture)
    throw new Problem('known-at.future', `What is known at ${knownAt} may still change: nothing is recorded since.`);
}

/** One member: the page, and the record sheet to print. */
export const memberRoutes = [readMember, readMemberSheet];
