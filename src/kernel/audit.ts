import type { Kysely } from 'kysely';
import type { DB } from '#/platform/db/types.gen.ts';
import { type FactSource, factSource } from './figures/source.ts';
import type { Bilingual } from './journal/kind.ts';
import type { Rulebook } from './rulebook/rulebook.ts';

/**
 * What an audit came upon. A fault means that figures contradict each other: something in the program or the database is
 * broken. A note tells what the records say and the rules did not forbid (a cap that was passed): nothing is broken.
 */
export interface AuditFinding {
  level: 'fault' | 'note';
  unitId: string;
  /** With its arithmetic: the numbers that were compared. */
  message: string;
}

/** Arithmetic over the facts as known now, checked by `sotay verify`: an identity of flows, a cap, a coverage. */
export interface Audit {
  /** kebab-case noun */
  name: string;
  title: Bilingual;
  /** Reads only, under the widest scope; at most 100 findings of each level. */
  run: (facts: FactSource, rulebook: Rulebook) => Promise<AuditFinding[]>;
}

/** A finding with the name of its audit. */
export type NamedFinding = AuditFinding & { audit: string };

/** Runs the audits one after another in a transaction of the widest scope. */
export async function runAudits(audits: readonly Audit[], db: Kysely<DB>, rulebook: Rulebook): Promise<NamedFinding[]> {
  const found: NamedFinding[] = [];
  for (const { name, run } of audits)
    found.push(...(await run(factSource(db, null), rulebook)).map((finding) => ({ audit: name, ...finding })));
  return found;
}
