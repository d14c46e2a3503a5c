import { addMonths, type Day } from '#/platform/day.ts';
import { chance, shuffled } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { lastDayOf } from './calendar.ts';
import { add, type BlocCase } from './case.ts';
import { falling, type Graded, type Share } from './member-grades.ts';
import { cellLivesOn, isBodyOn, livesOn, type Organisation } from './tree.ts';

/** The scale of the year: from 2018 that of 132-QĐ/TW (8/3/2018), before it that of 20-HD/BTCTW (10/10/2008). */
const levelsOf = (year: number) =>
  year >= 2018
    ? { best: 'excellent', good: 'good', fair: 'completed', poor: 'not-completed' }
    : { best: 'clean-and-strong', good: 'good', fair: 'completed', poor: 'weak' };

export interface UnitYear {
  share: Share;
  /** Organisations that were in difficulty that year: they fall short first. */
  weak?: readonly Organisation[];
}

/** The bloc decides of its organisations in January and February; those founded in the second half of the year wait. Returns the best. */
export function draftUnitGrades(the: BlocCase, year: number, { share, weak = [] }: UnitYear): Organisation[] {
  const last = lastDayOf(year);
  const living = the.organisations.filter((one) => livesOn(one, last) && livesOn(one, `${year + 1}-03-01`));
  const isNew = ({ founded }: Organisation) => founded > the.opening && addMonths(founded, 6) > last;
  const graded = shuffled(
    the.r,
    living.filter((one) => !isNew(one)),
  ).sort((a, b) => Number(weak.includes(b)) - Number(weak.includes(a)));
  const short = falling(graded.length, share);
  if (short === null) throw new Error(`no share of ${graded.length} fits ${year}`);
  const levels = levelsOf(year);
  const above = graded.slice(short);
  // Before 2018 about half were clean and strong; then the cap, for bodies and for cells of their own.
  const best = [true, false].flatMap((isBody) => {
    const alike = above.filter((one) => isBodyOn(one, last) === isBody);
    return alike.slice(0, Math.floor(year >= 2018 ? alike.length / 6 : alike.length * 0.55));
  });
  const on = { first: workingDay(`${year + 1}-01-26`), second: workingDay(`${year + 1}-02-22`) };
  for (const [i, organisation] of graded.entries()) {
    const isBest = best.includes(organisation);
    const level = isBest ? levels.best : i >= short ? levels.good : i === 0 && short > 6 ? levels.poor : levels.fair;
    classify(the, organisation, year, isBest ? on.first : on.second, { level });
  }
  for (const organisation of living.filter(isNew))
    classify(the, organisation, year, on.second, { omitted: 'newly-established' });
  return best;
}

function classify(the: BlocCase, organisation: Organisation, year: number, on: Day, grade: Record<string, string>) {
  const paper = the.papers.ofBloc(the.superiorOn(organisation, on), 'QĐ', on);
  add(the, on, paper, { kind: 'unit.classified', unit: organisation.code, forYear: year, ...grade });
  const review = { kind: 'unit.reviewed', unit: organisation.code, forYear: year };
  const heldOn = workingDay(`${year}-12-${10 + (organisation.code.charCodeAt(organisation.code.length - 1) % 12)}`);
  if (year >= 2018) add(the, heldOn, the.papers.ofGrassroots(organisation, 'BC', heldOn), review);
}

/** Committees grade their cells with their members, one in six of the good ones at most as excellent. */
export function draftCellGrades(the: BlocCase, { year, decidedOn }: Graded): void {
  const last = lastDayOf(year);
  for (const [organisation, on] of decidedOn) {
    if (!isBodyOn(organisation, last)) continue;
    const cells = organisation.cells.filter((cell) => cellLivesOn(cell, last));
    const paper = the.papers.ofGrassroots(organisation, 'QĐ', on);
    const fair = cells.filter(() => chance(the.r, 0.05));
    const good = shuffled(
      the.r,
      cells.filter((cell) => !fair.includes(cell)),
    );
    const best = good.slice(0, Math.floor(good.length / 6));
    for (const cell of cells) {
      const level = best.includes(cell) ? 'excellent' : fair.includes(cell) ? 'completed' : 'good';
      add(the, on, paper, { kind: 'unit.classified', unit: cell.code, forYear: year, level });
    }
  }
}

/** Committees and standing committees, graded by the level above. */
export function draftCollectives(the: BlocCase, year: number, best: readonly Organisation[]): void {
  const on = workingDay(`${year + 1}-02-22`);
  for (const organisation of the.organisations) {
    if (!livesOn(organisation, lastDayOf(year)) || !isBodyOn(organisation, lastDayOf(year))) continue;
    const paper = the.papers.ofBloc(the.superiorOn(organisation, on), 'QĐ', on);
    const level = best.includes(organisation) ? 'excellent' : 'good';
    const collective = { kind: 'collective.classified', unit: organisation.code, collective: 'committee' };
    add(the, on, paper, { ...collective, forYear: year, level });
  }
}
