import type { FactSource } from './figures/source.ts';
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
