import type { Pair } from '../compare/pair.ts';

/** Rows that are drawn together: those right under one, or the main rows of the form. */
export interface Group {
  /** The row over them; '' for the main rows. */
  key: string;
  /** Null: the main rows. */
  over: Pair | null;
  rows: Pair[];
}

/** The groups of a form that have something to draw; a form without any is one group. */
export function groupsOf(pairs: readonly Pair[]): Group[] {
  const under = pairs.map((over, at) => ({ key: over.key, over, rows: rowsUnder(pairs, at).filter(isCounted) }));
  const top = Math.min(...pairs.map(({ level }) => level));
  const main = { key: '', over: null, rows: pairs.filter((pair) => pair.level === top && isCounted(pair)) };
  const found = [...under, main].filter(({ rows }) => rows.length > 1);
  return found.length > 0 ? found : [{ ...main, rows: pairs.filter(isCounted) }];
}

/** Averages have decimals; they would stand beside counts as if they were some. */
function isCounted({ here, there }: Pair): boolean {
  return [here?.cell, there?.cell].some((cell) => cell != null && cell.value !== null && cell.decimals === undefined);
}

function rowsUnder(pairs: readonly Pair[], at: number): Pair[] {
  const over = pairs[at] as Pair;
  const rest = pairs.slice(at + 1);
  const end = rest.findIndex(({ level }) => level <= over.level);
  const inside = end === -1 ? rest : rest.slice(0, end);
  const nearest = Math.min(...inside.map(({ level }) => level));
  return inside.filter(({ level }) => level === nearest);
}

/** Nothing on either side: there is no bar to draw. */
export function isNothing({ here, there }: Pair): boolean {
  return (here?.cell?.value ?? 0) === 0 && (there?.cell?.value ?? 0) === 0;
}
