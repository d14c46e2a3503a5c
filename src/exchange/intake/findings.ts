import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { CellProblem } from '../tables/plan.ts';
import type { ProblemKind } from './shapes.ts';

/** So many problems are kept one by one; all are counted. */
const keptAtMost = 1_000;

/** Counts problems by kind and keeps the first of them, so that a file in which every row is wrong costs no memory. */
export interface Findings {
  add: (problem: CellProblem) => void;
  kept: CellProblem[];
  byKind: () => ProblemKind[];
}

/** `label`: what problems of a code are called, where that is known. */
export function makeFindings(label: (code: string) => Bilingual | null): Findings {
  const kinds = new Map<string, ProblemKind>();
  const kept: CellProblem[] = [];
  return {
    kept,
    add: (problem) => {
      const { code, message, isBlocking, repair, rule } = problem;
      const key = `${code} ${isBlocking}`;
      let kind = kinds.get(key);
      if (kind === undefined) {
        kind = { code, label: label(code) ?? ruleLabel(rule) ?? message, count: 0, repairable: 0, isBlocking };
        kinds.set(key, kind);
      }
      kind.count += 1;
      if (repair !== undefined) kind.repairable += 1;
      if (kept.length < keptAtMost) kept.push(problem);
    },
    // What stops rows first, then what there is most of.
    byKind: () =>
      [...kinds.values()].toSorted((a, b) => Number(b.isBlocking) - Number(a.isBlocking) || b.count - a.count),
  };
}

/** What is against a rule is called by its instrument. */
function ruleLabel(rule: string | undefined): Bilingual | null {
  return rule === undefined ? null : { vi: `Trái quy định: ${rule}.`, en: `Against a rule: ${rule}.` };
}
