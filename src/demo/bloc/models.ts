import { shuffled } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { add, type BlocCase } from './case.ts';
import { cellLivesOn, isBodyOn, livesOn, type Organisation } from './tree.ts';

/** Cells that register in January to become model cells; three in four are recognised in December. */
export function draftModelCells(the: BlocCase, year: number, count: number, known: Set<string>): void {
  const [from, to] = [workingDay(`${year}-01-15`), workingDay(`${year}-12-15`)];
  const isLasting = (one: Organisation) => livesOn(one, from) && livesOn(one, to) && isBodyOn(one, from);
  const cells = the.organisations
    .filter(isLasting)
    .flatMap(({ cells: all }) => all.filter((cell) => cellLivesOn(cell, from) && cellLivesOn(cell, to)))
    .filter(({ code }) => !known.has(code));
  for (const [i, cell] of shuffled(the.r, cells).slice(0, count).entries()) {
    known.add(cell.code);
    const title = { unit: cell.code, title: 'model-cell' };
    add(the, from, the.papers.ofCell(cell, 'BC', from), { kind: 'model.registered', ...title, forYear: year });
    if (i % 4 === 3) continue;
    const paper = the.papers.ofGrassroots(cell.organisation, 'QĐ', to);
    add(the, to, paper, { kind: 'model.recognised', ...title });
  }
}
