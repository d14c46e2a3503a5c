import { sql } from 'kysely';
import { z } from 'zod';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext, WholeBatch } from '#/kernel/rulebook/check.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import { attendanceOf } from './attendance.ts';
import type { CellMeeting, MeetingBody } from './contract.ts';
import { checkRhythm } from './rhythm.ts';

// What the rulebook (db/seed/rulebook/meetings.json) asks of meetings. Those of cells are judged together once the batch
// is written: a first load brings 150,000 of them, and each would ask the same tables again.

type RuleOn = CheckContext['rule'];

export async function checkMeeting(act: Act<MeetingBody>, ctx: CheckContext): Promise<void> {
  if (act.body.body !== 'cell') return;
  const kind = (await ctx.unitKind(act.body.unit, act.effectiveOn))?.kind ?? '';
  const rule = ctx.rule('meeting.cell-kinds', act.effectiveOn);
  if (rule === null || z.array(z.string()).parse(rule.value).includes(kind))
    ctx.afterwards('meetings', (whole) => judgeCells(whole, ctx.rule));
  else
    ctx.broken(rule, 'body', {
      vi: 'Tổ chức đảng này không họp với tư cách chi bộ: hãy nêu cấp ủy nào họp.',
      en: `A ${kind} does not meet as a cell: say which body met.`,
    });
}

async function judgeCells(whole: WholeBatch, ruleOn: RuleOn): Promise<void> {
  // From the acts, which have an index for it; withdrawn within the batch is as if never held.
  const { rows } = await sql<CellMeeting>`
    select a.id as act_id, (a.body->>'unit')::uuid as unit_id, a.effective_on as day, (a.body->>'convened')::integer as convened
    from act a
    where a.recorded_at = ${whole.recordedAt}::timestamptz and a.kind = 'meeting.held' and a.body->>'body' = 'cell'
      and not exists (select from act w where w.withdraws_id = a.id)
    order by day, act_id`.execute(whole.facts.db);
  if (rows.length === 0) return;
  await checkConvened(whole, ruleOn, rows);
  await checkRhythm(whole, ruleOn, rows);
}

/** Convened are the members without those who need not or may not come; guests who live with the cell may be convened too. */
async function checkConvened(whole: WholeBatch, ruleOn: RuleOn, meetings: readonly CellMeeting[]): Promise<void> {
  for (const { actId, day, convened, members, leftOut, guests } of await attendanceOf(whole.facts, meetings)) {
    const rule = ruleOn('meeting.convened', day);
    const expected = members - leftOut;
    // A cell whose members are not registered (yet) cannot be judged.
    if (rule?.value !== true || members === 0 || (expected <= convened && convened <= expected + guests)) continue;
    const beside = guests === 0 ? '' : ` (and ${guests} guests)`;
    whole.broken(rule, actId, 'convened', {
      vi: `Triệu tập ${convened} ngày ${spokenDay(day)}. Chi bộ có ${members} đảng viên, trong đó ${leftOut} được miễn, sinh hoạt tạm thời nơi khác hoặc bị đình chỉ: còn ${expected}${guests === 0 ? '' : ` (và ${guests} đến sinh hoạt tạm thời)`}.`,
      en: `${convened} were convened on ${day}. The cell has ${members} members, ${leftOut} of them exempt, away for a time or suspended: that leaves ${expected}${beside}.`,
    });
  }
}
