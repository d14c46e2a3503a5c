import type { MemberQuestion } from '#/domain/members/list-contract.ts';
import { inFrame, WHOLE_TENANT } from '#/kernel/figures/frame.ts';
import { type FactSource, factSource } from '#/kernel/figures/source.ts';
import { type Day, today } from '#/platform/day.ts';
import { type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { findRoom, findUnit, scopePath } from '../find-unit.ts';
import type { Room, Workplace } from '../workplace.ts';
import { checkFilters } from './check-filters.ts';
import { type FigureList, figureList } from './figure-list.ts';

/** A question about members whose place is found. */
export interface Placed {
  room: Room;
  /** Null: all units in scope. */
  unitId: string | null;
  /** The path that the asker may see. */
  scope: string;
  on: Day;
  isToday: boolean;
}

/** What the queries of a list read, in a transaction. */
export interface Reading extends Placed {
  tx: Tx;
  /** The tables, as known then. */
  facts: FactSource;
  /** As known now. */
  isCurrent: boolean;
  filters: MemberQuestion;
  /** Whoever stands on the list of the figure that was asked for. */
  figure: FigureList | null;
}

/** Where a question looks. Throws `unit.unknown`, `code.ambiguous`, `tenant.unknown`, `tenant.ambiguous`. */
export async function placeOf(
  installation: Workplace,
  asked: { unit?: string | undefined; tenant?: string | undefined; scope?: string | undefined; on?: Day | undefined },
): Promise<Placed> {
  const { unit, tenant, scope } = asked;
  const now = today(installation.clock);
  const on = asked.on ?? now;
  const isToday = on === now;
  const place = { ...(tenant === undefined ? {} : { tenant }), ...(scope === undefined ? {} : { scope }) };
  if (unit !== undefined) return { ...(await findUnit(installation, unit, on, place)), on, isToday };
  const room = await findRoom(installation, place);
  return { room, unitId: null, scope: await scopePath(installation, room, scope), on, isToday };
}

/** What was found, and where to read on about it: under the asker's own scope. */
export interface Telling {
  tx: Tx;
  on: Day;
  /** Null: as known now. */
  knownAt: string | null;
}

/**
 * Finds members in one snapshot, and tells of them. Throws for what cannot be asked: `people.filter`, `people.figure`,
 * `known-at.future` …
 */
export async function readMembers<F, T>(
  installation: Workplace,
  actor: string,
  filters: MemberQuestion,
  find: (reading: Reading) => Promise<F>,
  tell: (found: F, telling: Telling) => Promise<T> | T,
): Promise<T> {
  checkFilters(filters);
  const asked = filters.figure === undefined ? null : figureList(installation, filters);
  const placed = await placeOf(installation, filters);
  const { room, scope, on } = placed;
  return room.read({ actor, scope }, async (tx) => {
    // Today those in scope are those under its unit, and a cell's forty are found by the unit, not among half a million.
    const isNarrow = scope !== wholeTenant && placed.isToday;
    const place = { ...placed, unitId: placed.unitId ?? (isNarrow ? await unitOfScope(tx, scope) : null) };
    const now: Reading = { ...place, tx, facts: factSource(tx.db, null), isCurrent: true, filters, figure: null };
    if (asked === null && filters.knownAt === undefined) return tell(await find(now), { tx, on, knownAt: null });
    const period = asked?.period ?? { from: null, to: null };
    const unitId = placed.unitId ?? (await unitOfScope(tx, scope));
    const question = { unitId, on: period.to ?? on, ...period, args: {}, knownAt: filters.knownAt ?? null };
    const [found, knownAt] = await inFrame(tx.db, question, async (frame) => {
      const { isCurrent, facts } = frame;
      const figure = asked === null ? null : await asked.rows(frame);
      return [await find({ ...now, facts, isCurrent, figure }), isCurrent ? null : frame.knownAt] as const;
    });
    return tell(found, { tx, on, knownAt });
  });
}

async function unitOfScope({ client }: Tx, scope: string): Promise<string> {
  if (scope === wholeTenant) return WHOLE_TENANT;
  const { rows } = await client.query('select unit_id from unit_scope where path = $1', [scope]);
  return rows[0].unit_id;
}
