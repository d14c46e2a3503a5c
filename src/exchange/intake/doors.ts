import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import type { Clock } from '#/platform/clock.ts';
import { today } from '#/platform/day.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import type { LineSource } from '../import/import-journal.ts';
import type { UnitLookup } from '../tables/known-units.ts';
import type { ImportRoom } from './examine.ts';
import { registerUnits } from './register-units.ts';
import type { Session } from './session.ts';

/** What the desk of imports needs of the installation around it. */
export interface Doors {
  clock: Clock;
  /** Where uploads lie. */
  folder: string;
  say: (problem: FieldProblem) => Bilingual;
  /** What problems of a code are called; null: as the first of them says. */
  label: (code: string) => Bilingual | null;
  /** The code of the register that is meant; null: there is none yet. */
  registerOf: (place: { tenant?: string; scope?: string }) => Promise<string | null>;
  /** A register as far as the scope goes; null: it is not there (yet). */
  room: (tenant: string, scope: string | undefined) => Promise<ImportRoom | null>;
  /** The register that lines go into, which they found where there is none; one that then records nothing goes again. */
  roomFor: <T>(
    session: Pick<Session, 'tenant' | 'scope'>,
    source: LineSource,
    work: (room: ImportRoom) => Promise<T>,
  ) => Promise<T>;
  /** The register that holds an import. Throws `import.unknown`. */
  roomOfImport: (importId: string, tenant?: string) => Promise<{ tenant: string; journal: Journal }>;
}

/** The units that a file may name. */
export function unitLookup(doors: Doors, { tenant, scope, by, plan }: LookupOf): UnitLookup {
  return async () => {
    const room = tenant === null ? null : await doors.room(tenant, scope);
    if (room === null) return [];
    const day = plan?.opening ?? today(doors.clock);
    return inTransaction(room.journal.pool, { actor: by, scope: room.scope, readOnly: true }, (tx) =>
      registerUnits(tx, day, room.scope),
    );
  };
}

type LookupOf = Pick<Session, 'tenant' | 'scope' | 'by'> & { plan?: Session['plan'] };
