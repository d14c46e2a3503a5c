import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import type { Register } from '../register.ts';
import type { JudgeWhole } from '../rulebook/check.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Source } from './act.ts';
import type { PosterBound } from './posting.ts';
import type { Vault } from './vault.ts';

/** A batch while it is being posted: one transaction that holds the lock of the journal's head. */
export interface Batch {
  tx: Tx;
  register: Register;
  rulebook: Rulebook;
  vault: Vault;
  tenant: string;
  /** Strictly later than every batch before; the same for all acts of this one. */
  recordedAt: string;
  recordedBy: string;
  /** The path that the poster may see. */
  posterScope: string;
  /** What else the poster is held to; undefined: nothing. */
  bound: PosterBound | undefined;
  source: Source;
  today: Day;
  problems: FieldProblem[];
  /** Kinds of units that checks asked for, once the facts of the batch are written. */
  unitKinds: Map<string, KindSpell[]>;
  warnings: FieldProblem[];
  /** What checks asked to have judged once everything is written, by key. */
  afterwards: Map<string, JudgeWhole>;
}

export interface KindSpell {
  kind: string;
  type: string | null;
  from: string | null;
  to: string | null;
}

/** Problems beyond this many are not listed one by one. */
export const problemLimit = 1_000;
