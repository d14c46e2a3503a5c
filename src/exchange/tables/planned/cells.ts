import type { UnitIndex } from '../unit-names.ts';
import { type Finding, finding } from './finding.ts';

/** The code of a cell, or why it has none. */
export type FoundCell = { code: string } | { problem: Finding };

export interface CellContextOfSheet {
  /** The unit whose cells a name means first: a group row above, or the plan's superior. */
  within: string | undefined;
  /** What the list calls the body that the cell is in. */
  superior?: string;
  /** Without the register's units codes are taken as they are. */
  isComplete: boolean;
}

/** Cells of several bodies may have one name: the body that the list tells goes with it. */
export function nameWithin(name: string, superior: string | undefined): string {
  return superior === undefined || name.includes(', ') ? name : `${name}, ${superior}`;
}

/** The cell that a list means by a code or a name. */
export function findCell(
  index: UnitIndex,
  text: string,
  { within, superior, isComplete }: CellContextOfSheet,
): FoundCell {
  if (index.byCode(text) !== undefined) return { code: text };
  const whole = nameWithin(text, superior);
  const named = index.cellsNamed(whole, within);
  const [only] = named;
  if (only !== undefined && named.length === 1) return { code: only.code };
  const words = { name: whole };
  if (named.length > 1) {
    const candidates = named.slice(0, 20).map(({ code, name }) => ({ code, name }));
    return { problem: finding('cell.unit-ambiguous', { words, candidates }) };
  }
  if (!isComplete && /^[A-Za-z0-9.-]+$/.test(text)) return { code: text };
  return { problem: finding('cell.unit-unknown', { words, candidates: [] }) };
}
