import type { Day } from '#/platform/day.ts';
import { pick } from '../random.ts';
import { lastDayOf, workingDayBetween } from './calendar.ts';
import { type Career, cellOn, isOfficialOn, remains } from './careers.ts';
import { add, type BlocCase } from './case.ts';

const contents = [
  'party-documents',
  'responsibility',
  'party-life',
  'finance',
  'marriage-family',
  'population',
  'ethics',
];

/** An expulsion is discipline and an end of membership: two acts of one day and one paper. */
export function expel(the: BlocCase, career: Career, on: Day): void {
  const organisation = (cellOn(career, on) ?? (career.stays.at(-1) as Career['stays'][number]).cell).organisation;
  const superior = the.superiorOn(organisation, on);
  const paper = the.papers.ofBloc(superior, 'QĐ', on);
  const actor = { unit: superior.code, body: 'standing-committee' };
  const content = [pick(the.r, ['crime', 'corruption', 'finance'])];
  add(the, on, paper, { kind: 'member.disciplined', actor, person: career.code, form: 'expulsion', content });
  add(the, on, paper, { kind: 'member.expelled', actor, person: career.code });
}

/** Reprimands by the cells themselves, warnings by the commission above. Whoever meets with one is not good that year. */
export function draftDiscipline(the: BlocCase, span: { from: Day; to: Day; count: number }): void {
  const year = Number(span.from.slice(0, 4));
  for (let left = span.count; left > 0; ) {
    const career = pick(the.r, the.company.all);
    const on = workingDayBetween(the.r, span.from, span.to);
    if (career.blamedIn !== null || !isOfficialOn(career, on) || !remains(career, on, lastDayOf(year))) continue;
    const cell = cellOn(career, on);
    if (cell === null) continue;
    left -= 1;
    career.blamedIn = year;
    const isWarning = left % 3 === 0;
    const superior = the.superiorOn(cell.organisation, on);
    const actor = isWarning
      ? { unit: superior.code, body: 'inspection-commission' }
      : { unit: cell.code, body: 'cell' };
    const paper = isWarning ? the.papers.ofCommission(superior, 'QĐ', on) : the.papers.ofCell(cell, 'QĐ', on);
    const form = isWarning ? 'warning' : 'reprimand';
    add(the, on, paper, {
      kind: 'member.disciplined',
      actor,
      person: career.code,
      form,
      content: [pick(the.r, contents)],
    });
  }
}
