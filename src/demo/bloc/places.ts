import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { chance, pick } from '../random.ts';
import { type Career, isOfficialOn } from './careers.ts';
import type { BlocCase } from './case.ts';
import { type BlocCell, cellLivesOn, isBodyOn } from './tree.ts';

const isOwn = ({ code, organisation }: BlocCell): boolean => code === organisation.code;

/** A cell of its own stays under 30 (Charter of 19/1/2011, article 21), but for one that is about to become a body. */
function roomIn(the: BlocCase, cell: BlocCell, on: Day): number {
  const size = the.company.in(cell).length;
  if (!isOwn(cell)) return cell.wish + 6 - size;
  return (isGrowing(cell, on) ? 33 : 28) - size;
}

/** In the months before it becomes a body, an agency takes in many. */
function isGrowing(cell: BlocCell, on: Day): boolean {
  const { upgradedOn } = cell.organisation;
  return isOwn(cell) && upgradedOn !== null && on < upgradedOn && upgradedOn <= addMonths(on, 11);
}

/** Where there is room, the sooner the further a cell is from what it tends to. */
export function placeFor(the: BlocCase, on: Day, suits: (cell: BlocCell) => boolean = () => true): BlocCell {
  // The decision or the letter is some weeks older, and the cell has to be there on its day.
  const isThere = (cell: BlocCell) => cellLivesOn(cell, addDays(on, -50)) && cellLivesOn(cell, addDays(on, 30));
  const grows = (cell: BlocCell) => isGrowing(cell, on) && isThere(cell) && roomIn(the, cell, on) > 0 && suits(cell);
  const growing = the.organisations.flatMap(({ cells }) => cells.filter(grows));
  if (growing.length > 0 && chance(the.r, 0.14)) return pick(the.r, growing);
  for (let tries = 0; tries < 200_000; tries += 1) {
    const cell = pick(the.r, pick(the.r, the.organisations).cells);
    if (!isThere(cell) || !suits(cell) || roomIn(the, cell, on) <= 0) continue;
    if (chance(the.r, Math.max(0.03, (cell.wish + 2 - the.company.in(cell).length) / 8))) return cell;
  }
  throw new Error(`no cell has room on ${on}`);
}

/** Whether the cell stays in shape without one of its official members. */
export function canLose(the: BlocCase, cell: BlocCell, on: Day): boolean {
  const members = the.company.in(cell);
  const least = isOwn(cell) && !isBodyOn(cell.organisation, on) ? 6 : 5;
  return members.length > least && members.filter((one) => isOfficialOn(one, on)).length > 4;
}

/** Whether nothing is under way with somebody: no probation, no letter, no absence. */
export function isSettled({ opening }: BlocCase, career: Career, on: Day): boolean {
  const stay = career.stays.at(-1);
  if (stay === undefined || stay.to !== null) return false;
  if (stay.from !== opening && stay.from > addDays(on, -45)) return false;
  if (career.absences.some(({ to }) => to > addDays(on, -5))) return false;
  return career.officialOn !== null && career.officialOn <= addDays(on, -75);
}

/** A settled member whom the cell can do without. */
export function someMember(the: BlocCase, on: Day, suits: (career: Career) => boolean = () => true): Career {
  for (let tries = 0; tries < 200_000; tries += 1) {
    const cell = pick(the.r, pick(the.r, the.organisations).cells);
    const members = the.company.in(cell);
    if (members.length === 0 || !chance(the.r, members.length / 40)) continue;
    const career = pick(the.r, members);
    if (isSettled(the, career, on) && suits(career) && canLose(the, cell, on)) return career;
  }
  throw new Error(`nobody suits on ${on}`);
}
