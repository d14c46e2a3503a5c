import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { between, chance, pick } from '../random.ts';
import { apportion } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import type { Career } from './careers.ts';
import { type BlocCase, newCareer } from './case.ts';
import { type BlocCell, cellsOn } from './tree.ts';

export interface Opening {
  members: number;
  /** Of them admitted in the year before. */
  probationers: number;
  /** Members of the streets who work elsewhere still. */
  outsiders: number;
}

/** Who is there when the register opens: so many in the bloc, shared out as its cells wish. */
export function fill(the: BlocCase, { members, probationers, outsiders }: Opening): void {
  const cells = cellsOn(the.organisations, the.opening);
  const sizes = apportion(
    members - probationers,
    cells.map(({ wish }) => wish),
  );
  const sworn = new Map<BlocCell, number>();
  for (let left = probationers; left > 0; left -= 1) {
    const cell = pick(the.r, cells);
    sworn.set(cell, (sworn.get(cell) ?? 0) + 1);
  }
  cells.forEach((cell, i) => {
    const young = Math.min(sworn.get(cell) ?? 0, 4);
    for (let n = 0; n < (sizes[i] as number); n += 1)
      the.company.enter(newCareer(the, cell, { status: 'official', on: the.opening }), cell, the.opening);
    for (let n = 0; n < young; n += 1) the.company.enter(probationer(the, cell), cell, the.opening);
  });
  // What the few cells with many newcomers had too much of.
  while (the.company.size < members) {
    const cell = pick(the.r, cells);
    if (the.company.in(cell).length < 26) the.company.enter(probationer(the, cell), cell, the.opening);
  }
  for (let i = 0; i < outsiders; i += 1) {
    const street = pick(the.r, the.streets.cells);
    const profile = chance(the.r, 0.5) ? 'communeOffice' : 'stateOffice';
    const career = newCareer(the, { profile }, { status: 'official', on: the.opening, ages: [25, 38] });
    the.outsiders.push({ career, cell: street.code, isCalled: false });
  }
}

/** Admitted in the year before: official in the first year of the register. */
function probationer(the: BlocCase, cell: BlocCell): Career {
  const { r, opening } = the;
  const admittedOn = workingDay(addDays(opening, -between(r, 12, 352)));
  const decidedOn = workingDay(addDays(admittedOn, -between(r, 7, 32)));
  const career = newCareer(the, cell, { status: 'probationary', on: opening, admittedOn, decidedOn, ages: [22, 36] });
  career.officialOn = addMonths(admittedOn, 12);
  return career;
}

/** The lists that were handed in on the opening day. Called before anybody moves: careers know their first cell. */
export function* registrations(the: BlocCase): Generator<ActInput> {
  const line = (career: Career, cell: string, issuer: string): ActInput => ({
    kind: 'member.registered',
    effectiveOn: the.opening,
    paper: { issuer, number: `01-BC/${lettersOf(issuer)}`, issuedOn: the.opening, type: 'Danh sách đảng viên' },
    person: career.record,
    cell,
    status: isProbationary(career, the.opening) ? 'probationary' : 'official',
  });
  for (const career of the.company.all) {
    const [first] = career.stays;
    if (first === undefined || first.from > the.opening) continue;
    const { committee } = the.superiorOn(first.cell.organisation, the.opening);
    yield line(career, first.cell.code, `Ban Tổ chức ${committee}`);
  }
  for (const { career, cell } of the.outsiders) yield line(career, cell, the.streets.office);
}

const isProbationary = ({ record }: Career, on: Day): boolean =>
  record.officialOn === undefined && record.admittedOn !== undefined && record.admittedOn <= on;

const lettersOf = (issuer: string): string => (issuer.includes('Khối') ? 'BTCĐUK' : 'BTCTU');
