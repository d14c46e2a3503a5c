import type { Kysely } from 'kysely';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { type Frame, inFrame } from '#/kernel/figures/frame.ts';
import { type FactSource, factSource } from '#/kernel/figures/source.ts';
import type { Register } from '#/kernel/register.ts';
import { type Day, today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { findUnit, type Place } from '../find-unit.ts';
import type { Workplace } from '../workplace.ts';

/** Which unit's page, on which day, as known when. */
export interface AskedPage extends Place {
  code: string;
  on?: Day | undefined;
  knownAt?: string | undefined;
}

/** A unit opened for reading, in one snapshot; names and acts under the asker's own scope. */
export interface OpenUnit {
  db: Kysely<DB>;
  /** The same transaction, for what other parts read in it. */
  tx: Tx;
  facts: FactSource;
  unitId: string;
  on: Day;
  /** Null: as known now. */
  knownAt: string | null;
  tenant: string;
  scope: string;
  catalogue: Catalogue;
  register: Register;
  /** Counts, under the widest scope as every figure; nothing else may be read inside. */
  count: <T>(work: (frame: Frame) => Promise<T>) => Promise<T>;
}

/** Opens the unit that the code means on the day. Throws `unit.unknown`, `code.ambiguous`, `known-at.future`, `known-at.invalid`. */
export async function openUnit<T>(
  installation: Workplace,
  actor: string,
  { code, on, knownAt, tenant, scope }: AskedPage,
  work: (unit: OpenUnit) => Promise<T>,
): Promise<T> {
  const day = on ?? today(installation.clock);
  const found = await findUnit(installation, code, day, { tenant, scope });
  const { room, unitId } = found;
  return room.read({ actor, scope: found.scope }, async (tx) => {
    const { db } = tx;
    const question = { unitId, on: day, from: null, to: null, args: {}, knownAt: knownAt ?? null };
    const count: OpenUnit['count'] = (ask) => inFrame(db, question, ask);
    const known = await count(async (frame) => (frame.isCurrent ? null : frame.knownAt));
    const { figures: catalogue, register } = installation;
    const facts = factSource(db, known, { from: day, to: day });
    const at = { unitId, on: day, knownAt: known, tenant: room.tenant.code, scope: found.scope };
    return work({ db, tx, facts, ...at, catalogue, register, count });
  });
}

export const asDay = (installation: Workplace, on: Day | undefined): Day => on ?? today(installation.clock);
