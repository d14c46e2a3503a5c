import { z } from 'zod';
import { cellKinds } from '#/domain/units/api.ts';
import type { Act, ActorBody } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { bodyLabels } from './contract.ts';
import type { Inspected, Supervised } from './fold.ts';
import { memberInspection, unitInspection } from './tables.ts';

// Who may do what (db/seed/rulebook/oversight.json): 30-QĐ/TW (26/7/2016), 22-QĐ/TW (28/7/2021), 296-QĐ/TW (30/5/2025),
// 21-QĐ/TW (11/4/2026).

type Subject = { unit: string } | { person: string };

export async function checkOversight(act: Act<Subject & (Inspected | Supervised)>, ctx: CheckContext): Promise<void> {
  const body = await actingBody(act, ctx);
  checkBody(act, ctx, 'oversight.acting-bodies', body);
  if (act.body.topic === 'violation-signs' && !('mode' in act.body))
    checkBody(act, ctx, 'oversight.acting-bodies.violation-signs', body);
  await checkCommission(act, ctx);
  if ('mode' in act.body && act.body.mode === 'thematic' && body === 'cell') await checkThematicByCell(act, ctx);
  await checkFromAbove(act, ctx);
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
  ctx.broken(rule, 'actor.body', `The ${bodyLabels[body].en} may not do this; ${allowed.join(', ')} may.`);
}

/** An inspection commission exists from the committee of a grassroots organisation upward. */
export async function checkCommission(act: Act<unknown>, ctx: CheckContext): Promise<void> {
  const { unit, body } = act.actor;
  const rule = ctx.rule('oversight.commission-kinds', act.effectiveOn);
  if (rule === null || unit === null || body !== 'inspection-commission') return;
  const kind = (await ctx.unitKind(unit, act.effectiveOn))?.kind;
  if (kind === undefined || z.array(z.string()).parse(rule.value).includes(kind)) return;
  ctx.broken(rule, 'actor.body', `A unit of the kind ${kind} has no inspection commission.`);
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
  const message = `The cell has ${count} members: one of up to ${limit} supervises by theme only if it has a committee or is scattered in party groups.`;
  ctx.broken(rule, 'mode', message);
}

/** Inspected and supervised are those below: the acting unit is the subject's own or one above it. */
async function checkFromAbove(act: Act<Subject>, ctx: CheckContext): Promise<void> {
  const rule = ctx.rule('oversight.from-above', act.effectiveOn);
  const acting = act.actor.unit;
  if (rule === null || acting === null) return;
  const isUnit = 'unit' in act.body;
  const rows = isUnit
    ? await ctx.facts(unitInspection, (act.body as { unit: string }).unit)
    : await ctx.facts(memberInspection, (act.body as { person: string }).person);
  let at = rows.find(({ act_id }) => act_id === act.id)?.unit_id as string | null | undefined;
  if (at == null) return;
  for (let step = 0; at != null && step < 12; step++) {
    if (at === acting) return;
    at = await ctx.parentOf(at, act.effectiveOn);
  }
  ctx.broken(rule, 'actor.unit', `The ${isUnit ? 'unit' : 'member'} does not stand under the unit that acted.`);
}
