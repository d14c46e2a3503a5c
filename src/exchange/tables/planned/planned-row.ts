import type { ActInput } from '#/kernel/journal/act.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { CellProblem } from '../plan.ts';

/** A row as it will be recorded, or why it is none. */
export interface PlannedRow {
  /** Its number in `read`; unique in the file. */
  line: number;
  /** Null in a CSV file, and of a unit that the plan brings in. */
  sheet: string | null;
  /** Null: a unit that the plan brings in. */
  row: number | null;
  /** 'passed': a group row, a total, a signature …: no line of `read`. */
  kind: 'unit' | 'member' | 'passed';
  /** Of a row that is passed over. */
  why?: Bilingual;
  /** The user leaves the row out: `input` and `problems` tell what it would have been. */
  isLeftOut?: true;
  input: ActInput | null;
  problems: CellProblem[];
}

/** What a row becomes that the user leaves out. */
export const leftOut = {
  kind: 'passed',
  why: { vi: 'Người nhập đã bỏ dòng này.', en: 'Left out by the user.' },
  isLeftOut: true,
} as const satisfies Partial<PlannedRow>;
