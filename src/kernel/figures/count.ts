import { Problem } from '#/platform/errors.ts';
import { log } from '#/platform/log.ts';
import { type CountShare, countByUnit } from './by-unit.ts';
import { declaredIn, declaredShares } from './declared.ts';
import { countNamed, isTallied } from './evaluate.ts';
import type { CountFigure, ListEntry, NotCounted } from './figure.ts';
import type { Frame } from './frame.ts';
import { countedRows, declaredEntries, toEntries } from './list.ts';
import { notCounted } from './not-counted.ts';

export interface Wanted {
  list?: boolean;
  notCounted?: boolean;
  byUnit?: boolean;
  /** Told when a tally and its list disagree; logs unless told otherwise. */
  alarm?: (problem: Problem) => void;
}

/** A count with what was asked beside it. */
export interface Count {
  named: number;
  declared: number;
  list?: ListEntry[];
  notCounted?: NotCounted[];
  byUnit?: CountShare[];
}

/** Answers for a count figure. When the list is asked, the number is its length. */
export async function evaluateCount(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  wanted: Wanted,
): Promise<Count> {
  const count: Count = { named: 0, declared: 0 };
  if (wanted.list) {
    const lines = await declaredIn(frame, figure, args);
    count.declared = lines.reduce((sum, line) => sum + line.amount, 0);
    const entries = await toEntries(frame, figure, await countedRows(frame, figure, args));
    const list = entries.map(({ row: _, ...entry }) => entry);
    count.named = list.length;
    count.list = [...list, ...(await declaredEntries(frame, lines))];
    if (isTallied(frame, figure)) await checkTally(frame, figure, args, list.length, wanted.alarm ?? logAlarm);
  } else {
    const shares = await declaredShares(frame, figure, args);
    count.declared = [...shares.values()].reduce((sum, amount) => sum + amount, 0);
    count.named = await countNamed(frame, figure, args);
  }
  if (wanted.notCounted) count.notCounted = await notCounted(frame, figure, args);
  if (wanted.byUnit) count.byUnit = await countByUnit(frame, figure, args);
  return count;
}

async function checkTally(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  length: number,
  alarm: (problem: Problem) => void,
): Promise<void> {
  const tallied = await countNamed(frame, figure, args);
  if (tallied === length) return;
  alarm(
    new Problem(
      'figure.tally-mismatch',
      `The list of ${figure.name} has ${length} rows, its tally says ${tallied} (unit ${frame.unitId}, ${frame.from ?? ''} ${frame.on}).`,
      { status: 500 },
    ),
  );
}

function logAlarm(problem: Problem): void {
  log.error({ alarm: problem.code }, problem.message);
}
