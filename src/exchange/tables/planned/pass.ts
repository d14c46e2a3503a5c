import type { Bilingual } from '#/kernel/journal/kind.ts';
import { type Cell, columnLetters } from '#/platform/documents/table.ts';
import type { CellProblem, SheetPlan } from '../plan.ts';
import type { PassedKind, RowKind } from '../recognise/row-kind.ts';
import { shown } from '../recognise/sample.ts';
import type { UnitIndex } from '../unit-names.ts';
import { type FoundCell, findCell } from './cells.ts';
import { type Finding, finding } from './finding.ts';
import type { PlannedRow } from './planned-row.ts';
import { problemAt } from './read-draft.ts';

/** What rows above say of those below. */
export interface Above {
  group?: FoundCell;
  /** The unit whose cells a name means first; before any row has named one, and now. */
  start: string | undefined;
  within: string | undefined;
  /** What the rows call that unit. */
  superior?: string;
  /** Under which of them each cell was named. */
  ofSuperior: Map<string, string>;
  status?: string;
  /** What stood in each column last. */
  cells: Map<number, Cell>;
  /** Members since the last group row, and in all. */
  counted: { here: number; all: number };
  /** Cells found already, by what they were called. */
  found: Map<string, FoundCell>;
}

const whys: Readonly<Record<PassedKind, Bilingual>> = {
  group: { vi: 'Dòng tên chi bộ.', en: 'Names the cell of the rows below.' },
  'superior-group': { vi: 'Dòng tên đảng bộ.', en: 'Names the superior of the cells below.' },
  'status-group': { vi: 'Dòng tiêu đề: chính thức hoặc dự bị.', en: 'Says the status of the rows below.' },
  total: { vi: 'Dòng tổng.', en: 'A total.' },
  foot: { vi: 'Phần ký cuối bảng.', en: 'The foot of the table.' },
  heading: { vi: 'Tên cột lặp lại.', en: 'Headings again.' },
  lone: { vi: 'Không giống dòng đảng viên.', en: 'Does not look like a member.' },
};

/** A row that is no member: what it says of those below, or whether its sum is right. */
export function pass(
  { row, values }: { row: number; values: readonly Cell[] },
  { kind, says = '', at, isDoubtful }: RowKind,
  sheet: SheetPlan,
  { index, isComplete }: { index: UnitIndex; isComplete: boolean },
  above: Above,
): Pick<PlannedRow, 'kind' | 'why' | 'input' | 'problems'> {
  const problems: CellProblem[] = [];
  const place = { at, letters: columnLetters(at), field: 'cell', isSensitive: false };
  const note = (found: Finding) => problems.push(problemAt(sheet.sheet, row, found, place, values[at]));
  if (kind === 'group' && sheet.cellFromGroups === true) {
    above.group = ownOf(findCell(index, says, { within: above.within, isComplete }), says, above);
    above.counted.here = 0;
    // The rows below are what cannot be recorded.
    if ('problem' in above.group) note({ ...above.group.problem, isBlocking: false });
  }
  if (kind === 'superior-group') {
    const [only, ...more] = index.superiorsNamed(says);
    const isKnown = only !== undefined && more.length === 0;
    above.within = isKnown ? only.code : above.start;
    above.superior = says;
    delete above.group; // a cell of the unit before is none of this one
    if (!isKnown && sheet.cellFromGroups === true)
      note(finding('row.superior-unknown', { isAdvice: true, words: { name: says } }));
  }
  if (kind === 'group' || kind === 'superior-group') above.status = undefined;
  if (kind === 'status-group' && sheet.statusFromGroups === true) above.status = says;
  if (kind === 'total') {
    const told = totalOf(values, at);
    const { here, all } = above.counted;
    if (told !== null && told !== here && told !== all)
      note(finding('row.total', { isAdvice: true, words: { told: String(told), counted: String(all) } }));
  }
  if (kind === 'lone' || isDoubtful) note(finding('row.passed', { isAdvice: true }));
  return { kind: 'passed', why: whys[kind], input: null, problems };
}

/** Cells of one name under two superiors are two, also where only one of them is known. */
function ownOf(found: FoundCell, name: string, { superior = '', ofSuperior }: Above): FoundCell {
  if (!('code' in found)) return found;
  const before = ofSuperior.get(found.code) ?? superior;
  ofSuperior.set(found.code, before);
  return before === superior ? found : { problem: finding('cell.unit-unknown', { words: { name }, candidates: [] }) };
}

/** "Tổng cộng: 57 đồng chí", or the number in the next cells. */
function totalOf(values: readonly Cell[], at: number): number | null {
  const own = /(\d[\d.]*)/.exec(shown(values[at]))?.[1];
  if (own !== undefined) return Number(own.replaceAll('.', ''));
  const next = values.slice(at + 1).find((cell) => /^\d+$/.test(shown(cell)));
  return next === undefined ? null : Number(shown(next));
}
