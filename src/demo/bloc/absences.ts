import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { between, pick } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { elsewhere } from './arrivals.ts';
import type { Career } from './careers.ts';
import { add, type BlocCase } from './case.ts';
import { isSettled } from './places.ts';
import { cellLivesOn } from './tree.ts';

/** Somebody of working age in a cell that will be there all the time; nobody leaves it. */
function somebody(the: BlocCase, on: Day): Career {
  for (;;) {
    const cell = pick(the.r, pick(the.r, the.organisations).cells);
    const members = the.company.in(cell);
    if (members.length === 0 || !cellLivesOn(cell, addMonths(on, 12))) continue;
    const career = pick(the.r, members);
    if (isSettled(the, career, on) && career.retiresOn > addMonths(on, 18)) return career;
  }
}

const cellOf = ({ stays }: Career) => (stays.at(-1) as Career['stays'][number]).cell;

/** Excused for some months (maternity, long treatment): the cell resolves, and it lapses by itself. */
export function excuse(the: BlocCase, on: Day): void {
  const career = somebody(the, on);
  const until = addMonths(on, between(the.r, 3, 5));
  career.absences.push({ from: on, to: addDays(until, 1), isExcused: true });
  const paper = the.papers.ofCell(cellOf(career), 'NQ', on);
  add(the, on, paper, { kind: 'member.exempted', person: career.code, until });
}

/** Away for a course or a post of some months: counted at home, meets elsewhere. */
export function sendAway(the: BlocCase, on: Day): void {
  const career = somebody(the, on);
  const to = workingDay(addMonths(on, between(the.r, 3, 8)));
  career.absences.push({ from: on, to, isExcused: false });
  const { organisation } = cellOf(career);
  const letter = the.papers.ofGrassroots(organisation, 'GTSHĐ', on);
  const destination = elsewhere(the);
  const act = { kind: 'member.temporarilyTransferred', person: career.code, destination, until: to };
  add(the, on, letter, act);
  const report = the.papers.ofGrassroots(organisation, 'BC', to);
  add(the, to, report, { kind: 'member.temporaryReturned', person: career.code });
}
