import type { Day } from '#/platform/day.ts';
import type { FactRow, FactTable } from '../facts/table.ts';
import type { FactSource } from '../figures/source.ts';
import type { Bilingual } from '../journal/kind.ts';
import type { Rule } from './rulebook.ts';

/** What a kind's check may ask when its act is posted (after the facts of the batch are written, before the commit). */
export interface CheckContext {
  /** The rule in force on a day, or null when none was. */
  rule: (key: string, on: Day) => Rule | null;
  /** Reports that a rule is broken; the rule's effect decides between refusal and warning. `field` names the field of the act. */
  broken: (rule: Rule, field: string, message: Bilingual) => void;
  /**
   * Has something judged when everything of the batch is written, once for the key however many acts ask: what a batch
   * does to a whole group cannot be judged by the act, nor asked 60,000 times.
   */
  afterwards: (key: string, judge: JudgeWhole) => void;
  /** Kind and type of a unit on a day, or null where it does not exist. */
  unitKind: (unitId: string, on: Day) => Promise<{ kind: string; type: string | null } | null>;
  parentOf: (unitId: string, on: Day) => Promise<string | null>;
  /** Members of the unit and all under it on a day. */
  memberCount: (unitId: string, on: Day, status?: 'official' | 'probationary') => Promise<number>;
  /** The facts of one subject, as they are after the batch. */
  facts: (table: FactTable, subjectId: string) => Promise<FactRow[]>;
  /** Spells of a table of persons that stand at a unit on a day, whoever's they are, as they are after the batch. */
  spellsAt: (table: FactTable, unitId: string, on: Day) => Promise<FactRow[]>;
  /** The person's record in force on a day (columns of person_record in camelCase), or null. */
  record: (personId: string, on: Day) => Promise<Record<string, unknown> | null>;
}

/** The batch as a whole, written and not yet committed. */
export interface WholeBatch {
  facts: FactSource;
  /** Its acts are those recorded at this instant. */
  recordedAt: string;
  rule: CheckContext['rule'];
  /** Reports that a rule is broken; `actId` is the act of the batch that is shown for it. */
  broken: (rule: Rule, actId: string, field: string, message: Bilingual) => void;
}

export type JudgeWhole = (whole: WholeBatch) => Promise<void>;
