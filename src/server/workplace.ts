import type { Roles, SensitiveClass } from '#/kernel/access/roles.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import type { Register } from '#/kernel/register.ts';
import type { Clock } from '#/platform/clock.ts';
import type { Config } from '#/platform/config.ts';
import type { Day } from '#/platform/day.ts';
import type { Tenant } from '#/platform/db/migrate.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/** Where somebody may work: a part of the tree of one tenant. Null: of every tenant, which is the operator's. */
export interface Bound {
  tenant: string | null;
  /** A path of today's tree; `|` is all of it, the empty one none. */
  path: string;
}

/** Who asks, and the narrower part of the tree that is asked about: all that the asker may see unless told. */
export interface Asker {
  actor: string;
  /** Throws `unit.unknown` where it is not under what the asker may see. */
  scope?: string;
  /** Kinds of acts that are not there for the asker: a bounded room says so itself. */
  hides?: readonly string[];
}

/** Why a read looks past the bound of its caller. What is read so is never told but in the form that stands here. */
export const openlyReasons = {
  'unit-places': 'where units lie in the tree: codes and paths, to judge what was named',
  destinations: 'where a member may go: of cells elsewhere nothing is told but code, name and those above them',
  'whole-fold': 'a fold is complete or wrong: of others’ acts nothing is told but what stands in the way',
  'duplicate-check': 'of a number that is recorded elsewhere only the name of the unit to ask is told',
  accesses: 'who looked at the records of one’s own place, also from above: judged person by person in the query',
  'grants-reaching': 'who may see a record is no secret to whoever sees it',
  'own-record': 'one’s own record, wherever one’s cell lies now; of nobody else is anything asked',
} as const;

/** One tenant, as its caller reaches it. */
export interface Room {
  tenant: Tenant;
  /** What the caller may see of it. */
  path: string;
  /** What posting needs; opens the vault and reads the rulebook when it is first asked for. It refuses acts outside the bound. */
  journal: () => Promise<Journal>;
  /** Reads in one snapshot. */
  read: <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Writes what is no act: drafts, files, templates, logs. */
  write: <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Reads past the bound, for a reason that says what may be told of it. */
  openly: <T>(why: keyof typeof openlyReasons, actor: string, work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** What a code means, and when: of the shared directory. */
export interface DirectoryEntry {
  tenant: string;
  unitId: string;
  from: Day | null;
  /** The day after the last. */
  until: Day | null;
}

/**
 * The installation as its caller may use it: handlers get nothing wider. Other tenants are not there, and a room gives
 * what lies under the caller's place.
 */
export interface Workplace {
  config: Pick<Config, 'dataDir'>;
  clock: Clock;
  register: Register;
  figures: Catalogue;
  roles: Roles;
  bound: Bound;
  /** Whether the caller's role sees a class of sensitive values: of some, acts and lists of names are for it alone. */
  holds: (what: SensitiveClass) => boolean;
  /** Throws when the database does not answer. */
  answers: () => Promise<void>;
  tenants: () => Promise<Tenant[]>;
  /** Throws `tenant.unknown`. */
  room: (code: string) => Promise<Room>;
  /** What a code means or meant, in the tenants that are there. */
  directory: (code: string) => Promise<DirectoryEntry[]>;
  /** Throws `tenant.unknown` for whoever works in one tenant. */
  addTenant: (tenant: { code: string; name: string }) => Promise<Room>;
  /** Takes a tenant away again that holds no act. */
  dropEmpty: (code: string) => Promise<void>;
}
