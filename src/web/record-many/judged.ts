import type { Rehearsed, RehearsedProblem } from '#/kernel/journal/rehearse-contract.ts';
import type { ListedAct, Row, SubjectKind } from './rows.ts';

/** How it stands with a row. */
export interface RowState {
  state: 'good' | 'waiting' | 'wrong' | 'warned' | 'choose' | 'unmatched' | 'twice';
  problems: readonly RehearsedProblem[];
  unread: readonly string[];
}

interface ToJudge {
  rows: readonly Row[];
  acts: readonly ListedAct[];
  /** Undefined: not tried out yet as it stands. */
  rehearsed: Rehearsed | undefined;
  twice: ReadonlySet<string>;
  unread: ReadonlyMap<string, string[]>;
  ownNames: readonly string[];
  subject: SubjectKind;
}

/** Puts what a rehearsal tells at the rows it tells of; what is wrong with a common field is said there, once. */
export function judged({ rows, acts, rehearsed, twice, unread, ownNames, subject }: ToJudge) {
  const rowOfAct = acts.map(({ row }) => row);
  const isShared = ({ act, field }: RehearsedProblem) =>
    act === null || (field !== undefined && field !== subject && !ownNames.includes(field.split('.')[0] ?? ''));
  const problems = rehearsed?.problems ?? [];
  const alike = Map.groupBy(problems, ({ field, code }) => `${field} ${code}`);
  // What is wrong with every act alike is wrong with what they share; of one row it is that row's.
  const common = problems.filter(
    (one) => isShared(one) && (one.act === null || (alike.get(`${one.field} ${one.code}`)?.length ?? 0) >= acts.length),
  );
  const own = Map.groupBy(
    problems.filter((one) => !common.includes(one)),
    ({ act }) => rowOfAct[act ?? -1],
  );
  const warned = Map.groupBy(rehearsed?.warnings ?? [], ({ act }) => rowOfAct[act ?? -1]);
  const stateOf = (row: Row): RowState => {
    const wrong = own.get(row.id) ?? [];
    const warnings = warned.get(row.id) ?? [];
    const faults = unread.get(row.id) ?? [];
    const told = { problems: [...wrong, ...warnings], unread: faults };
    if (row.key === null) return { ...told, state: row.candidates.length > 1 ? 'choose' : 'unmatched' };
    if (twice.has(row.id)) return { ...told, state: 'twice' };
    if (wrong.length + faults.length > 0) return { ...told, state: 'wrong' };
    if (rehearsed === undefined) return { ...told, state: 'waiting' };
    return { ...told, state: warnings.length > 0 ? 'warned' : 'good' };
  };
  return { common, rows: new Map(rows.map((row) => [row.id, stateOf(row)])) };
}
