import type { SubjectType } from '../journal/act.ts';
import type { SubjectState } from './state.ts';
import type { Successions, UnitLife } from './succession.ts';
import type { FactRows, FactTable } from './table.ts';

/** What the fold of persons may ask about units; nothing else reaches it. */
export interface FoldContext {
  successions: Successions;
  /** The nearest common superior of two units, by spans of days within [from, to). */
  commonSuperior: (
    a: string,
    b: string,
    from: string,
    to: string | null,
  ) => { from: string; to: string | null; unitId: string | null }[];
}

/** How the state of one type of subject becomes facts. One per subject type, owned by a part. */
export interface SubjectModel {
  type: SubjectType;
  /** Facts that come out of the model itself (tracks and events name their tables themselves). */
  tables: readonly FactTable[];
  finish: (state: SubjectState, context: FoldContext) => FactRows;
  /** Units only: the life that the folds of others ask about; null when no act established it. */
  life?: (state: SubjectState) => UnitLife | null;
}
