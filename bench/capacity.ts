import { pick, type Random } from '#/demo/random.ts';
import { grantRole, grantsOf } from '#/kernel/access/grants.ts';
import { today } from '#/platform/day.ts';
import { derivedId } from '#/platform/ids.ts';
import { seatOf, workplaceOf } from '#/server/capacity.ts';
import type { Workplace } from '#/server/workplace.ts';
import type { BenchUnit } from './questions.ts';
import type { Stage } from './stage.ts';

/** The installation as somebody reaches it who holds a role at a place: found anew at each call, as every request does. */
export type AsSomebody = () => Promise<Workplace>;

const role = 'committee-officer';

/** Somebody who holds the role at the unit (null: over the whole register) by a grant of the tenant's table. */
export async function somebodyAt(stage: Stage, unit: BenchUnit | null): Promise<AsSomebody> {
  const { installation, code } = stage;
  const login = `bench-${unit?.code ?? 'all'}`.toLowerCase();
  const person = { accountId: derivedId('bench account', login), login, hasSecondFactor: true };
  const room = await installation.room(code);
  const on = today(installation.clock);
  const grant = await room.write({ actor: 'bench' }, async (tx) => {
    const held = (await grantsOf(tx, person.accountId, on))[0];
    if (held !== undefined) return held.id;
    const at = installation.clock.now().toISOString();
    const span = { from: on, until: null, reason: 'bench', by: 'bench', at, giver: null, delegatedFrom: null };
    await grantRole(tx, { account: { id: person.accountId, login }, role, unitId: unit?.id ?? null, ...span });
    return (await grantsOf(tx, person.accountId, on))[0]?.id;
  });
  const carried = { session: null, choose: async () => {} };
  return async () => workplaceOf(installation, await seatOf(installation, person, `${code}/${grant}`, carried));
}

/** Somebody at one of the units: with a grant there, and nowhere else. */
export interface SomebodyThere {
  unit: BenchUnit;
  as: AsSomebody;
}

/** Grants at so many units, in turn: one unit alone would stay in every cache. */
const differentUnits = 25;

/** People with narrow grants, each at one of these units. */
export async function somebodiesAt(stage: Stage, r: Random, units: readonly BenchUnit[]): Promise<SomebodyThere[]> {
  const chosen = new Set(Array.from({ length: differentUnits }, () => pick(r, units)));
  return Promise.all([...chosen].map(async (unit) => ({ unit, as: await somebodyAt(stage, unit) })));
}
