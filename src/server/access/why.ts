import type { z } from 'zod';
import { sealedClasses } from '#/kernel/access/class-words.ts';
import type { readWhy } from '#/kernel/access/grant-contract.ts';
import { grantNamed } from '#/kernel/access/grants.ts';
import { sensitiveClasses } from '#/kernel/access/roles.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import type { Seat } from '../capacity.ts';
import { findRoom, findUnit } from '../find-unit.ts';
import { pathOfUnit, scopeOfAct, scopeOfPerson } from '../in-sight.ts';
import type { Room } from '../workplace.ts';
import { shownGrants } from './shown.ts';
import { sightOf } from './sight-of.ts';
import { unitsCalled } from './units-called.ts';

type Asked = z.output<typeof readWhy.input>;
type Why = z.input<typeof readWhy.output>;

/** By which grant the caller sees a unit, a person or an act, and what it opens. Throws `unit.unknown`, `person.unknown`, `act.unknown` for what is not seen. */
export async function why(asked: Asked, api: Api): Promise<Why> {
  const { installation, seat, actor } = api;
  const on = today(installation.clock);
  const { room, scopeIn } = await subjectOf(asked, api);
  const { capacity, isOperator } = seat;
  const { roles } = installation;
  return room.read({ actor }, async (tx) => {
    const lies = await liesIn(tx, await scopeIn(tx), room.path);
    const called = await unitsCalled(tx, lies, on);
    const from = capacity?.grant.delegatedFrom ?? null;
    const held = [capacity?.grant ?? null, from === null ? null : await grantNamed(tx, from, on)];
    const [grant, source] = await shownGrants(
      tx,
      held.filter((one) => one !== null),
      { tenant: room.tenant.code, roles, on },
    );
    return {
      ...{ isOperator, grant: grant ?? null, source: source ?? null, under: capacity?.unit ?? null },
      lies: lies.flatMap((unit) => called.get(unit) ?? []),
      ...openedIn(seat),
    };
  });
}

/** Where to look, and what the subject carries of paths there. Throws `subject.missing` unless it is one of the three. */
async function subjectOf(
  { unit, person, act, tenant }: Asked,
  { installation, must }: Api,
): Promise<{ room: Room; scopeIn: (tx: Tx) => Promise<string> }> {
  if ([unit, person, act].filter((one) => one !== undefined).length !== 1)
    throw new Problem('subject.missing', 'Name either a person or a unit or an act.');
  if (unit !== undefined) {
    const { room, unitId } = await findUnit(installation, unit, today(installation.clock), { tenant });
    return { room, scopeIn: async (tx) => (await pathOfUnit(tx, unitId)) ?? '' };
  }
  const room = await findRoom(installation, { tenant });
  if (person !== undefined) {
    must('members.read');
    return { room, scopeIn: (tx) => scopeOfPerson(tx, person) };
  }
  must('journal.read');
  return { room, scopeIn: (tx) => scopeOfAct(tx, act as string) };
}

/** The units of the paths that lie under the caller's place: what lies elsewhere is not told. */
async function liesIn({ client }: Tx, scope: string, place: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select unit_id as id from unit_scope where path = any($1) and starts_with(path, $2) order by path limit ${mostUnits}`,
    [scope.match(/\|[^|]*/g) ?? [], place],
  );
  return rows.map(({ id }) => id);
}

/** Nobody reads more of them; an act of a whole province may name hundreds. */
const mostUnits = 20;

function openedIn({ capacity, isOperator }: Seat): Pick<Why, 'opens' | 'hides'> {
  if (isOperator) {
    const unseals = [...sealedClasses];
    return {
      opens: { record: true, journal: true, attachments: true, reveals: [...sensitiveClasses], unseals },
      hides: [],
    };
  }
  const opens = sightOf(capacity?.role ?? null);
  const open = new Set([...opens.reveals, ...opens.unseals]);
  return { opens, hides: sensitiveClasses.filter((one) => !open.has(one)) };
}
