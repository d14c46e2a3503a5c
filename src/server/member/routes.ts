import * as contract from '#/domain/members/member-contract.ts';
import { classOfField } from '#/domain/members/sensitive-classes.ts';
import { logAccess } from '#/kernel/access/access-log.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { lookerOf } from '../access-log/looker.ts';
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

const readMember = route(contract.readMember, async (asked, api) => (await memberOf(asked, api)).member);

/** Nothing masked is on it, but a whole life leaves the register on paper: who took it away is kept, as with a list. */
const readMemberSheet = route(contract.readMemberSheet, async ({ format, ...asked }, api) => {
  const { member, room, scope } = await memberOf(asked, api);
  const paper = await memberPaper(member, format);
  await logAccess(
    room,
    { ...lookerOf(api), scope },
    {
      action: 'sheet.printed',
      detail: { format, on: member.on },
      unitId: null,
      persons: [member.person],
      reason: 'In phiếu đảng viên, trường mật để •••',
    },
  );
  return paper;
});

async function memberOf({ person, on, knownAt, tenant, scope }: Asked, { installation, actor, may, seat }: Api) {
  const room = await findRoom(installation, { tenant, scope });
  const path = await scopePath(installation, room, scope);
  const { rulebook } = await room.journal();
  const { holds } = installation;
  const day = on ?? today(installation.clock);
  const found = await room.read({ actor, scope: path }, async (tx) => {
    if (knownAt !== undefined) await mustBePast(tx, knownAt);
    return read(tx, { person, tenant: room.tenant.code, on: day, knownAt: knownAt ?? null, rulebook, holds });
  });
  const mayReveal = (field: string | null) =>
    may('members.reveal') && Object.hasOwn(classOfField, field ?? '') && seat.mayReveal(classOf(field));
  return { room, scope: path, member: { ...found, sheet: found.sheet.map((item) => offered(item, mayReveal)) } };
}

const classOf = (field: string | null) => classOfField[field as keyof typeof classOfField];

/** A button stands only where the caller may press it. */
function offered(item: contract.SheetItem, mayReveal: (field: string | null) => boolean): contract.SheetItem {
  return { ...item, lines: item.lines.map((line) => (mayReveal(line.reveal) ? line : { ...line, reveal: null })) };
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
