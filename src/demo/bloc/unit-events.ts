import type { Day } from '#/platform/day.ts';
import { between, pick } from '../random.ts';
import { sessionBefore } from './calendar.ts';
import { add, type BlocCase } from './case.ts';
import type { UnitEvent } from './flows.ts';
import { placeFor, someMember } from './places.ts';
import { unitOf, unitOfCell } from './structure.ts';
import { type BlocCell, nameOn, type Organisation } from './tree.ts';

/** A grassroots body needs 30 members (Charter of 19/1/2011, article 21). */
const LEAST = 30;

/** What happens to organisations after the register opened, each on its day. */
export function unitEvents(the: BlocCase): UnitEvent[] {
  return the.organisations.flatMap((organisation) => {
    const { founded, upgradedOn, endedOn } = organisation;
    const events: UnitEvent[] = [];
    if (founded > the.opening) events.push({ on: founded, run: () => establish(the, organisation) });
    if (upgradedOn !== null) events.push({ on: upgradedOn, run: () => upgrade(the, organisation, upgradedOn) });
    if (endedOn !== null) events.push({ on: endedOn, run: () => dissolve(the, organisation, endedOn) });
    return events;
  });
}

const decisionOn = (the: BlocCase, organisation: Organisation, on: Day) => {
  const decidedOn = sessionBefore(on);
  return the.papers.ofBloc(the.superiorOn(organisation, decidedOn), 'QĐ', decidedOn);
};

/** Founded with members who work there and stood elsewhere in the bloc until now. */
function establish(the: BlocCase, organisation: Organisation): void {
  const { founded, cells, profile } = organisation;
  const own = cells[0] as BlocCell;
  const paper = decisionOn(the, organisation, founded);
  add(the, founded, paper, { kind: 'unit.established', unit: unitOf(organisation, founded) });
  for (let left = between(the.r, 4, 7); left > 0; left -= 1) {
    const career = someMember(the, founded, (one) => one.stays.at(-1)?.cell.profile === profile);
    add(the, founded, paper, { kind: 'member.transferred', person: career.code, to: own.code });
    the.company.move(career, own, founded);
  }
}

/** The cell has grown: it becomes a body of the same organisation, and its members are shared out to new cells. */
function upgrade(the: BlocCase, organisation: Organisation, on: Day): void {
  const { code, cells } = organisation;
  const [own, ...parts] = cells as [BlocCell, ...BlocCell[]];
  const paper = decisionOn(the, organisation, on);
  add(the, on, paper, { kind: 'unit.upgraded', unit: code, unitKind: 'grassroots-body' });
  add(the, on, paper, { kind: 'unit.renamed', unit: code, name: nameOn(organisation, on) });
  const people = [...the.company.in(own)];
  const order = people.toSorted((a, b) => ((a.officialOn ?? '9') < (b.officialOn ?? '9') ? -1 : 1));
  const to = order.map((_, i) => parts[i % parts.length] as BlocCell);
  if (people.length < 4 * parts.length) throw new Error(`too few members in ${code} to make a body of it`);
  const assign = order.map((career, i) => ({ person: career.code, to: (to[i] as BlocCell).code }));
  add(the, on, paper, { kind: 'unit.split', unit: code, into: parts.map(unitOfCell), assign });
  order.forEach((career, i) => {
    the.company.move(career, to[i] as BlocCell, on);
  });
  for (let missing = LEAST + 1 - people.length; missing > 0; missing -= 1) {
    const career = someMember(the, on, (one) => one.stays.at(-1)?.cell.organisation !== organisation);
    const cell = pick(the.r, parts);
    add(the, on, paper, { kind: 'member.transferred', person: career.code, to: cell.code });
    the.company.move(career, cell, on);
  }
}

/** Those who are still there go to another organisation, as the decision says. */
function dissolve(the: BlocCase, organisation: Organisation, on: Day): void {
  const paper = decisionOn(the, organisation, on);
  const own = organisation.cells[0] as BlocCell;
  const people = [...the.company.in(own)];
  const room = (cell: BlocCell) => the.company.in(cell).length + people.length < 28;
  const isAlone = (cell: BlocCell) => cell.code === cell.organisation.code && cell.organisation.endedOn === null;
  const to = placeFor(the, on, (cell) => isAlone(cell) && room(cell) && cell.profile === own.profile);
  add(the, on, paper, { kind: 'unit.dissolved', unit: organisation.code, successor: to.code });
  for (const career of people) the.company.move(career, to, on);
}
