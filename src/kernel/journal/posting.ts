import type { Pool } from 'pg';
import type { Clock } from '#/platform/clock.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import type { Register } from '../register.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Source } from './act.ts';
import type { Batch } from './batch.ts';
import type { Bilingual } from './kind.ts';
import type { Names } from './names.ts';
import type { Prepared } from './prepare.ts';
import type { Staged } from './stage.ts';
import type { Vault } from './vault.ts';

/** What posting needs, for one tenant. */
export interface Journal {
  pool: Pool;
  register: Register;
  rulebook: Rulebook;
  vault: Vault;
  tenant: string;
  clock: Clock;
  /** Whose journal it is to write in; without it, of whoever may do everything. */
  bound?: PosterBound;
}

/** What a poster may record, and where: whoever posts with less of a scope is held to this all the same. */
export interface PosterBound {
  /** A path of today's tree. */
  path: string;
  /** Of a kind of act; also of what is withdrawn. */
  mayRecord: (kind: string) => boolean;
  /** Whether acts of a kind are proposed by one person and recorded by another; without it, none are. */
  needsTwo?: (kind: string) => boolean;
  /** As what they work, for whoever is refused. */
  role: Bilingual;
}

export interface Poster {
  actor: string;
  /** Acts outside this part of the tree are refused. */
  scope?: string;
  source: Source;
}

/** What the poster keeps: when it was recorded, what was new, what rules it was warned of. */
export interface Receipt {
  recordedAt: string;
  recordedBy: string;
  added: number;
  /** Ids, for batches small enough to list. */
  acts: string[];
  duplicates: number;
  warnings: FieldProblem[];
}

/** Acts whose form is right, in the order a batch needs: those about units first, then those about persons, in pieces. */
export interface PreparedBatch {
  names: Names;
  units: Prepared[];
  persons: AsyncIterable<Prepared[]> | Iterable<Prepared[]>;
  /** Many acts: tallies are rebuilt instead of kept up row by row, and persons are read in pieces. */
  bulk: boolean;
  /**
   * The batch is rolled back at its end, and every act about a person stands alone (see `standsAlone`): these are folded
   * without being written, and tallies are left as they are.
   */
  isRehearsal?: boolean;
  /** Called now and then with what has been done. */
  progress?: (step: 'record' | 'fold', done: number) => void;
  /** Work of the same transaction, before the commit (an import notes itself). */
  beforeCommit?: (tx: Tx, batch: Batch, staged: Staged) => Promise<void>;
}
