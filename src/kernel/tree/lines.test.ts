import { describe, expect, it } from 'vitest';
import type { FieldProblem } from '#/platform/errors.ts';
import type { FactRow } from '../facts/table.ts';
import { linesOf, treeSpells } from './lines.ts';

const life = (unit_id: string, valid: string): FactRow => ({ unit_id, valid, act_id: `life ${unit_id}` });
const parent = (unit_id: string, parent_id: string, valid: string): FactRow => ({
  unit_id,
  parent_id,
  valid,
  act_id: `${unit_id} under ${parent_id}`,
});
const brief = (rows: FactRow[]) => rows.map((row) => `${row.ancestor_id} ${row.depth} ${row.valid}`).toSorted();

describe('the lines of a unit', () => {
  const lives = ['root', 'x', 'y', 'cell'].map((id) => life(id, '[2000-01-01,)'));

  it('hold itself and everything above it, for as long as it lies there', () => {
    const tree = treeSpells(lives, [
      parent('x', 'root', '[2000-01-01,)'),
      parent('y', 'root', '[2000-01-01,)'),
      parent('cell', 'x', '[2000-01-01,2010-01-01)'),
      parent('cell', 'y', '[2010-01-01,)'),
    ]);
    expect(brief(linesOf('cell', tree, []))).toEqual([
      'cell 0 [2000-01-01,)',
      'root 2 [2000-01-01,)',
      'x 1 [2000-01-01,2010-01-01)',
      'y 1 [2010-01-01,)',
    ]);
  });

  it('report a loop on any day, and none where units change places over time', () => {
    const problems: FieldProblem[] = [];
    const loop = treeSpells(lives, [parent('x', 'y', '[2000-01-01,)'), parent('y', 'x', '[2005-01-01,)')]);
    linesOf('x', loop, problems);
    expect(problems[0]?.code).toBe('unit.loop');
    const none: FieldProblem[] = [];
    const swapped = treeSpells(lives, [parent('x', 'y', '[2000-01-01,2005-01-01)'), parent('y', 'x', '[2005-01-01,)')]);
    linesOf('x', swapped, none);
    linesOf('y', swapped, none);
    expect(none).toEqual([]);
  });
});
