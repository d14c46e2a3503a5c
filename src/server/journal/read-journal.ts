import type { Register } from '#/kernel/register.ts';
import { today } from '#/platform/day.ts';
import type { Context, Tx } from '#/platform/db/transaction.ts';
import { findRoom, findUnit, type Place, scopePath } from '../find-unit.ts';
import { pathOfUnit } from '../in-sight.ts';
import type { Room, Workplace } from '../workplace.ts';
import type { ActQuestion } from './find-acts.ts';

/** The part of a journal that is asked for: `path` of the unit, of the scope where none is named. */
export interface JournalPart {
  room: Room;
  context: Context;
  unitId: string | null;
  register: Register;
}

/** Where a question about acts looks. Throws `unit.unknown`, `code.ambiguous`, `tenant.unknown`, `tenant.ambiguous`. */
export async function journalPart(
  installation: Workplace,
  actor: string,
  { unit, on, tenant, scope }: Place & Pick<ActQuestion, 'unit' | 'on'>,
): Promise<JournalPart> {
  const place = { tenant, scope } as Place;
  const { register } = installation;
  if (unit === undefined) {
    const room = await findRoom(installation, place);
    return { room, register, unitId: null, context: { actor, scope: await scopePath(installation, room, scope) } };
  }
  const found = await findUnit(installation, unit, on ?? today(installation.clock), place);
  return { room: found.room, register, unitId: found.unitId, context: { actor, scope: found.scope } };
}

/** Reads in it, in one snapshot. */
export function readJournal<T>(
  { room, context, unitId }: JournalPart,
  read: (tx: Tx, path: string) => Promise<T>,
): Promise<T> {
  return room.read(context, async (tx) => {
    if (unitId === null) return read(tx, context.scope);
    return read(tx, (await pathOfUnit(tx, unitId)) ?? context.scope);
  });
}
