import { sql } from 'kysely';
import { z } from 'zod';
import { cellKinds, kindLabels, type UnitKind } from '#/domain/units/api.ts';
import type { Act, ActorBody } from '#/kernel/journal/act.ts';
import type { CheckContext, WholeBatch } from '#/kernel/rulebook/check.ts';
import type { Day } from '#/platform/day.ts';
import { bodyLabels } from './contract.ts';
import type { Inspected, Supervised } from './fold.ts';

// Who may do what (db/seed/rulebook/oversight.json): 30-QĐ/TW (26/7/2016), 22-QĐ/TW (28/7/2021), 296-QĐ/TW (30/5/2025),
// 21-QĐ/TW (11/4/2026).

export async function checkOversight(act: Act<Inspected | Supervised>, ctx: CheckContext): Promise<void> {
  const body = await actingBody(act, ctx);
  checkBody(act, ctx, 'oversight.acting-bodies', body);
  if (act.body.topic === 'violation-signs' && !('mode' in act.body))
    checkBody(act, ctx, 'oversight.acting-bodies.violation-signs', body);
  await checkCommission(act, ctx);
  if ('mode' in act.body && act.body.mode === 'thematic' && body === 'cell') await checkThematicByCell(act, ctx);
  if (act.actor.unit !== null) ctx.afterwards('oversight.from-above', judgeFromAbove);
}

/**
 * The body that acts, as a rule means it. Where a file names none, the envelope says "committee": in a cell that is the
 * cell itself, for its committee (chi ủy) has a name of its own.
 */
export async function actingBody(act: Act<unknown>, ctx: CheckContext): Promise<ActorBody> {
  const { unit, body } = act.actor;
  if (body !== 'committee' || unit === null) return body;
  const kind = (await ctx.unitKind(unit, act.effectiveOn))?.kind;
  return cellKinds.some((cell) => cell === kind) ? 'cell' : body;
}

/** Reports a body that a rule's list does not have. */
export function checkBody(act: Act<unknown>, ctx: CheckContext, key: string, body: ActorBody): void {
  const rule = ctx.rule(key, act.effectiveOn);
  if (rule === null) return;
  const allowed = z.array(z.string()).parse(rule.value);
  if (allowed.includes(body)) return;
  const named = (language: 'vi' | 'en') =>
    allowed.map((one) => (one in bodyLabels ? bodyLabels[one as ActorBody][language] : one)).join(', ');
  ctx.broken(rule, 'actor.body', {
    vi: `Chủ thể là ${bodyLabels[body].vi}; việc này do ${named('vi')} thực hiện.`,
    en: `The ${bodyLabels[body].en} may not do this; ${named('en')} may.`,
  });
}

/** An inspection commission exists from the committee of a grassroots organisation upward. */
export async function checkCommission(act: Act<unknown>, ctx: CheckContext): Promise<void> {
  const { unit, body } = act.actor;
  const rule = ctx.rule('oversight.commission-kinds', act.effectiveOn);
  if (rule === null || unit === null || body !== 'inspection-commission') return;
  const kind = (await ctx.unitKind(unit, act.effectiveOn))?.kind;
  if (kind === undefined || z.array(z.string()).parse(rule.value).includes(kind)) return;
  const { vi, en } = kindLabels[kind as UnitKind];
  ctx.broken(rule, 'actor.body', {
    vi: `Loại tổ chức đảng này (${vi}) không có ủy ban kiểm tra.`,
    en: `A unit of this kind (${en}) has no inspection commission.`,
  });
}

/**
 * A cell supervises regularly; by theme only a large one (08-HD/TW, 10/6/2025: with a committee, over 30 members, or
 * scattered in party groups). Only the members are in the register, so the others are left to the reader of the warning.
 */
async function checkThematicByCell(act: Act<unknown>, ctx: CheckContext): Promise<void> {
  const rule = ctx.rule('oversight.cell-thematic.members', act.effectiveOn);
  const { unit } = act.actor;
  if (rule === null || unit === null) return;
  const limit = z.number().parse(rule.value);
  const count = await ctx.memberCount(unit, act.effectiveOn);
  if (count > limit) return;
  ctx.broken(rule, 'mode', {
    vi: `Chi bộ có ${count} đảng viên: chi bộ từ ${limit} đảng viên trở xuống chỉ giám sát chuyên đề khi có chi ủy hoặc đảng viên ở phân tán theo tổ đảng.`,
    en: `The cell has ${count} members: one of up to ${limit} supervises by theme only if it has a committee or is scattered in party groups.`,
  });
}

/**
 * Inspected and supervised are those below: the acting unit is the subject's own or one above it. Asked once for a whole
 * batch: the way up costs several questions an act, and a first load has tens of thousands.
 */
async function judgeFromAbove({ facts, recordedAt, rule, broken }: WholeBatch): Promise<void> {
  const { rows } = await sql<{ actId: string; onDay: Day; subjectKind: string }>`
    select i.act_id, i.on_day, i.subject_kind from act a
    join ${facts.table('inspection', 'i')} on i.subject_id = coalesce(a.body->>'unit', a.body->>'person')::uuid and i.act_id = a.id
    where a.kind in ('unit.inspected', 'unit.supervised', 'member.inspected', 'member.supervised') and a.recorded_at = ${recordedAt}::timestamptz and i.by_unit_id is not null
      and exists (select from ${facts.table('unitLine', 'l')} where l.unit_id = i.unit_id and l.valid @> i.on_day)
      and not exists (
        select from ${facts.table('unitLine', 'l')}
        where l.unit_id = i.unit_id and l.ancestor_id = i.by_unit_id and l.valid @> i.on_day
      )`.execute(facts.db);
  for (const { actId, onDay, subjectKind } of rows) {
    const above = rule('oversight.from-above', onDay);
    const subject = subjectKind === 'unit' ? { vi: 'Tổ chức đảng', en: 'unit' } : { vi: 'Đảng viên', en: 'member' };
    if (above !== null)
      broken(above, actId, 'actor.unit', {
        vi: `${subject.vi} không thuộc tổ chức đảng đã kiểm tra, giám sát.`,
        en: `The ${subject.en} does not stand under the unit that acted.`,
      });
  }
}
