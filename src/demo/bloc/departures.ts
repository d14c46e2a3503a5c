import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { between, chance, pick } from '../random.ts';
import { addWorkingDays, workingDay } from '../working-days.ts';
import { elsewhere } from './arrivals.ts';
import { bornOn, type Career } from './careers.ts';
import { add, type BlocCase } from './case.ts';
import { expel } from './discipline.ts';
import { canLose, isSettled, someMember } from './places.ts';
import type { BlocCell } from './tree.ts';

const cellOf = ({ stays }: Career): BlocCell => (stays.at(-1) as Career['stays'][number]).cell;

/** With the pension, or the end of study, people leave; those who are not free to go do so later, and somebody else goes. */
export function retire(the: BlocCase, career: Career, on: Day): void {
  const isFree = isSettled(the, career, on) && canLose(the, cellOf(career), on);
  if (!isFree || career.record.occupation === 'student') {
    moveAway(the, on, isFree ? career : undefined);
    return;
  }
  const { r, streets } = the;
  career.isPensioned = true;
  const superior = the.superiorOn(cellOf(career).organisation, on);
  const paper = the.papers.letter(superior, on);
  const street = pick(r, streets.cells);
  add(the, on, paper, { kind: 'transfer.issued', person: career.code, to: street.code });
  const act = { kind: 'transfer.received', person: career.code, cell: street.code };
  add(the, addWorkingDays(on, between(r, 2, 20)), paper, act);
  the.company.leave(career, on);
}

/** To another province, the army, an agency of the centre; most report the arrival. */
export function moveAway(
  the: BlocCase,
  on: Day,
  career = someMember(the, on, ({ record }) => record.retired !== true),
): void {
  const { r } = the;
  const destination = elsewhere(the);
  const paper = the.papers.letter(the.superiorOn(cellOf(career).organisation, on), on);
  add(the, on, paper, { kind: 'transfer.issued', person: career.code, destination });
  the.company.leave(career, on);
  if (chance(r, 0.08)) return;
  const heardOn = addWorkingDays(on, between(r, 8, 24));
  const report = { issuer: destination.name, number: `${between(r, 10, 900)}-BC`, issuedOn: heardOn, type: 'Báo cáo' };
  add(the, heardOn, report, { kind: 'transfer.confirmed', person: career.code });
}

export function die(the: BlocCase, on: Day): void {
  const three = [1, 2, 3].map(() => someMember(the, on));
  const career = three.reduce((eldest, other) => (bornOn(other) < bornOn(eldest) ? other : eldest));
  const reportedOn = workingDay(addDays(on, between(the.r, 1, 6)));
  const paper = the.papers.ofGrassroots(cellOf(career).organisation, 'BC', reportedOn);
  add(the, on, paper, { kind: 'member.died', person: career.code });
  the.company.leave(career, on);
}

const reasons = [
  'Bỏ sinh hoạt đảng ba tháng trong năm không có lý do',
  'Không đóng đảng phí ba tháng trong năm không có lý do',
];

/** By a decision of the bloc's standing committee. */
export function strike(the: BlocCase, on: Day, kind: 'member.nameRemoved' | 'member.expelled' | 'member.left'): void {
  const career = someMember(the, on, (one) => one.retiresOn > addMonths(on, 24));
  if (kind === 'member.expelled') {
    expel(the, career, on);
    the.company.leave(career, on);
    return;
  }
  const reason = kind === 'member.nameRemoved' ? { reason: pick(the.r, reasons) } : {};
  leaveBy(the, career, on, { kind, person: career.code, ...reason });
}

/** A probationer who did not stand the test; an official member where there is none of whom it is time to tell. */
export function refuse(the: BlocCase, on: Day): void {
  const [from, to] = [addDays(on, -330), addDays(on, -150)];
  const probationers = the.company.all.filter(
    ({ admittedOn, officialOn, stays }) =>
      admittedOn !== null && officialOn !== null && from < admittedOn && admittedOn < to && stays.at(-1)?.to === null,
  );
  if (probationers.length === 0) {
    strike(the, on, 'member.nameRemoved');
    return;
  }
  const career = pick(the.r, probationers);
  career.officialOn = null;
  const reason = 'Không bảo đảm tư cách trong thời gian dự bị';
  leaveBy(the, career, on, { kind: 'member.nameRemoved', person: career.code, reason });
}

function leaveBy(the: BlocCase, career: Career, on: Day, act: { kind: string; person: string; reason?: string }): void {
  const superior = the.superiorOn(cellOf(career).organisation, on);
  add(the, on, the.papers.ofBloc(superior, 'QĐ', on), act);
  the.company.leave(career, on);
}
