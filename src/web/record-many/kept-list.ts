import type { Values } from '../record/form/values.ts';
import type { Row } from './rows.ts';

/** What stands in the form of a list. */
export interface TypedList {
  values: Values;
  /** The fields that are each one's own. */
  ownNames: readonly string[];
  rows: readonly Row[];
}

/** As a draft keeps it: beside the common fields, so that what is sensitive among them is found where every form has it. */
export function keptList({ values, ownNames, rows }: TypedList): Values {
  return { ...values, list: { ownNames, rows: rows.map(keptRow) } };
}

/** Who is known is looked up again; of a line that nobody is found for, all that was read stays. */
function keptRow({ id, key, own, candidates, pasted }: Row) {
  return key === null ? { id, own, candidates, pasted } : { id, key, own };
}

export function listOf(kept: Values): TypedList {
  const { list, ...values } = kept;
  const { ownNames = [], rows = [] } = (list ?? {}) as { ownNames?: string[]; rows?: Partial<Row>[] };
  const whole = (row: Partial<Row>): Row => ({
    ...{ id: row.id ?? '', key: row.key ?? null, found: null, own: row.own ?? {} },
    ...{ candidates: row.candidates ?? [], pasted: row.pasted ?? null },
  });
  return { values, ownNames, rows: rows.map(whole) };
}
