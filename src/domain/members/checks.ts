import { z } from 'zod';
import { type Act, decidedOn } from '#/kernel/journal/act.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { idOf } from '#/kernel/journal/refs.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import type { Rule } from '#/kernel/rulebook/rulebook.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import { addMonths, type Day, earliest, isPartialDay, latest, type PartialDay } from '#/platform/day.ts';
import type { NewPerson } from './record-fields.ts';
import { memberEventTable } from './tables.ts';
import { workingDaysBetween } from './working-days.ts';

// What the rulebook (db/seed/rulebook/members.json) asks of acts about members. Where a date is known only to the month
// or year, a rule is broken only if it is broken whatever the day was.

type AnyAct = Act<unknown>;
type WithPerson = Act<{ person: string | NewPerson }>;

/** From the opening of the register on, a paper has its date. */
export function checkPaper(act: AnyAct, ctx: CheckContext): void {
  const rule = ctx.rule('paper.date-required', act.effectiveOn);
  if (rule === null || rule.value !== true || act.paper === null) return;
  if (act.paper.issuedOn?.length !== 10)
    ctx.broken(rule, 'paper.issuedOn', {
      vi: 'Văn bản phải ghi đủ ngày, tháng, năm.',
      en: 'The paper needs its date, with the day.',
    });
}

/** Full 18 to full 60 years, counted by the month; judged on the day of the act, which is never before the cell's meeting. */
export async function checkAdmissionAge(act: WithPerson, ctx: CheckContext): Promise<void> {
  const least = ctx.rule('admission.age.min', act.effectiveOn);
  const most = ctx.rule('admission.age.max', act.effectiveOn);
  if (least === null && most === null) return;
  const born = await known(act, ctx, 'born');
  if (born === null) return;
  const [oldest, youngest] = [monthsOld(earliest(born), act.effectiveOn), monthsOld(latest(born), act.effectiveOn)];
  if (least !== null && oldest < 12 * years(least))
    ctx.broken(least, 'person.born', {
      vi: `Kết nạp từ đủ ${years(least)} tuổi; người này sinh ${spokenDay(born)}.`,
      en: `Admission is from ${years(least)} full years on; the person was born on ${born}.`,
    });
  if (most !== null && youngest > 12 * years(most))
    ctx.broken(most, 'person.born', {
      vi: `Người này sinh ${spokenDay(born)}, đã quá ${years(most)} tuổi.`,
      en: `The person, born on ${born}, is over ${years(most)}.`,
    });
}

const years = (rule: Rule): number => z.number().parse(rule.value);

function monthsOld(born: Day, on: Day): number {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  return (year - Number(born.slice(0, 4))) * 12 + month - Number(born.slice(5, 7));
}

/** Twelve months of probation from the ceremony (Charter of 2011, article 5): never shorter, whoever decides. */
export async function checkProbation(act: WithPerson, ctx: CheckContext): Promise<void> {
  const rule = ctx.rule('probation.months', act.effectiveOn);
  if (rule === null) return;
  const admittedOn = await known(act, ctx, 'admittedOn');
  if (admittedOn === null) return;
  const due = addMonths(earliest(admittedOn), z.number().parse(rule.value));
  if (act.effectiveOn < due)
    ctx.broken(rule, 'effectiveOn', {
      vi: `Vào Đảng ${spokenDay(admittedOn)}: chưa đủ thời gian dự bị, sớm nhất là ${spokenDay(due)}.`,
      en: `Admitted on ${admittedOn}, the person cannot be official before ${due}.`,
    });
}

const ceremony = z.strictObject({ days: z.number(), from: z.enum(['receiving', 'issuing']) });

/** The ceremony within so many working days of the decision. Where the day of receiving is not told, from its date. */
export function checkCeremony(act: Act<{ decisionReceivedOn?: Day | undefined }>, ctx: CheckContext): void {
  const rule = ctx.rule('admission.ceremony.days', act.effectiveOn);
  const issuedOn = fullDate(act);
  if (rule === null || issuedOn === null) return;
  const { days, from } = ceremony.parse(rule.value);
  const start = from === 'receiving' ? (act.body.decisionReceivedOn ?? issuedOn) : issuedOn;
  const taken = workingDaysBetween(start, act.effectiveOn);
  if (taken > days)
    ctx.broken(rule, 'effectiveOn', {
      vi: `Lễ kết nạp sau ${spokenDay(start)} ${taken} ngày làm việc; quy định không quá ${days} ngày.`,
      en: `The ceremony came ${taken} working days after ${start}; ${days} are allowed.`,
    });
}

/** A transfer is begun within so many working days of the decision or move that is its cause, where the act tells it. */
export function checkTransferStart(act: Act<{ movedOn?: Day | undefined }>, ctx: CheckContext): void {
  const { movedOn } = act.body;
  if (movedOn !== undefined) checkDeadline(act, ctx, 'transfer.letter.start-days', movedOn, issued);
}

/** The letter is presented within so many working days of its date. The paper of a receipt is the letter. */
export function checkReceipt(act: AnyAct, ctx: CheckContext): void {
  const issuedOn = fullDate(act);
  if (issuedOn !== null) checkDeadline(act, ctx, 'transfer.receipt.days', issuedOn, received);
}

function checkDeadline(act: AnyAct, ctx: CheckContext, key: string, from: Day, what: Bilingual): void {
  const rule = ctx.rule(key, act.effectiveOn);
  if (rule === null) return;
  const days = z.number().parse(rule.value);
  const taken = workingDaysBetween(from, act.effectiveOn);
  if (taken > days)
    ctx.broken(rule, 'effectiveOn', {
      vi: `${what.vi} sau ${spokenDay(from)} ${taken} ngày làm việc; quy định không quá ${days} ngày.`,
      en: `${what.en} ${taken} working days after ${from}; ${days} are allowed.`,
    });
}

const issued: Bilingual = { vi: 'Giấy giới thiệu được cấp', en: 'The letter was issued' };
const received: Bilingual = { vi: 'Giấy giới thiệu được tiếp nhận', en: 'The letter was received' };

const departures = new Set(['name-removed', 'expelled', 'left']);

/** A person may be readmitted so many months after leaving at the earliest. */
export async function checkReadmission(
  act: Act<{ person: string | NewPerson; leftOn?: PartialDay | undefined }>,
  ctx: CheckContext,
): Promise<void> {
  const rule = ctx.rule('readmission.wait-months', act.effectiveOn);
  if (rule === null) return;
  const events = await ctx.facts(memberEventTable, idOf(act.body.person));
  const days = events.filter(({ event }) => departures.has(event as string)).map(({ on_day }) => on_day as Day);
  const leftOn =
    days
      .filter((day) => day <= act.effectiveOn)
      .toSorted()
      .at(-1) ?? act.body.leftOn;
  if (leftOn === undefined) return;
  const due = addMonths(earliest(leftOn), z.number().parse(rule.value));
  // The decision is what the months must have passed for, not the ceremony that follows it.
  const on = decidedOn(act);
  if (on < due)
    ctx.broken(rule, 'effectiveOn', {
      vi: `Ra khỏi Đảng ${spokenDay(leftOn)}: sớm nhất ${spokenDay(due)} mới được xét kết nạp lại.`,
      en: `Having left on ${leftOn}, the person may be readmitted from ${due} on.`,
    });
}

function fullDate(act: AnyAct): Day | null {
  const issuedOn = act.paper?.issuedOn;
  return issuedOn?.length === 10 ? issuedOn : null;
}

async function known(act: WithPerson, ctx: CheckContext, field: 'born' | 'admittedOn'): Promise<PartialDay | null> {
  const { person } = act.body;
  const value = typeof person === 'string' ? (await ctx.record(person, act.effectiveOn))?.[field] : person[field];
  return isPartialDay(value) ? value : null;
}
