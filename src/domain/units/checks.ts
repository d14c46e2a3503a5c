import { z } from 'zod';
import type { Act } from '#/kernel/journal/act.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { kindLabels, typeLabels, type UnitKind, type UnitType } from './contract.ts';
import { fault, type NewUnit } from './life.ts';

// What the rulebook (db/seed/rulebook/units.json) asks of acts about units. Facts of the whole batch are there when a
// check runs, so a unit and its superior may come in one batch, in any order.

const list = z.array(z.string());
const lists = z.record(z.string(), list);
const numbers = z.record(z.string(), z.number());

type AnyAct = Act<unknown>;

/** Reports the first of the rules that is broken: a refusal needs no warning about the same thing beside it. */
function report(
  act: AnyAct,
  ctx: CheckContext,
  field: string,
  message: Bilingual,
  tests: readonly [key: string, isBroken: (value: unknown) => boolean][],
): void {
  for (const [key, isBroken] of tests) {
    const rule = ctx.rule(key, act.effectiveOn);
    if (rule === null || !isBroken(rule.value)) continue;
    ctx.broken(rule, field, message);
    return;
  }
}

const notInUse = (what: Bilingual, on: Day): Bilingual => ({
  vi: `Ngày ${spokenDay(on)} không dùng ${what.vi}.`,
  en: `The ${what.en} is not in use on ${on}.`,
});

function checkKind(act: AnyAct, ctx: CheckContext, kind: UnitKind, field: string): void {
  const { vi, en } = kindLabels[kind];
  report(act, ctx, field, notInUse({ vi: `cấp "${vi}"`, en: `kind "${en}"` }, act.effectiveOn), [
    ['unit.kinds-ended', (value) => list.parse(value).includes(kind)],
    ['unit.kinds', (value) => !list.parse(value).includes(kind)],
  ]);
}

function checkType(act: AnyAct, ctx: CheckContext, type: UnitType, field: string): void {
  const { vi, en } = typeLabels[type];
  report(act, ctx, field, notInUse({ vi: `loại hình "${vi}"`, en: `type "${en}"` }, act.effectiveOn), [
    ['unit.types', (value) => !list.parse(value).includes(type)],
  ]);
}

/** Whether a unit may stand under its superior. A root may be of any kind. */
export async function checkPlace(act: AnyAct, ctx: CheckContext, unitId: string, field: string): Promise<void> {
  const parentId = await ctx.parentOf(unitId, act.effectiveOn);
  const kind = (await ctx.unitKind(unitId, act.effectiveOn))?.kind;
  if (parentId !== null && kind !== undefined) await checkUnder(act, ctx, kind, parentId, field);
}

async function checkUnder(act: AnyAct, ctx: CheckContext, kind: string, parentId: string, field: string) {
  const on = act.effectiveOn;
  const above = (await ctx.unitKind(parentId, on))?.kind;
  if (above === undefined) return;
  const [lower, upper] = [kindLabels[kind as UnitKind], kindLabels[above as UnitKind]];
  const message = {
    vi: `Ngày ${spokenDay(on)}, "${lower.vi}" không đứng dưới "${upper.vi}".`,
    en: `A unit of the kind "${lower.en}" does not stand under one of the kind "${upper.en}" on ${on}.`,
  };
  report(act, ctx, field, message, [
    ['unit.kinds-undivided', (value) => list.parse(value).includes(above)],
    ['unit.levels', (value) => isLower(numbers.parse(value), above, kind)],
    ['unit.parent-kinds', (value) => lists.parse(value)[kind]?.includes(above) === false],
  ]);
}

function isLower(levels: Record<string, number>, above: string, kind: string): boolean {
  const [upper, lower] = [levels[above], levels[kind]];
  return upper !== undefined && lower !== undefined && upper > lower;
}

/**
 * Whether the unit has the members that its kind needs. A unit in which nobody is registered is not judged: units are
 * usually recorded before their members.
 */
export async function checkSize(act: AnyAct, ctx: CheckContext, unitId: string, field: string): Promise<void> {
  const on = act.effectiveOn;
  const kind = (await ctx.unitKind(unitId, on))?.kind;
  const limitOf = (key: string) => numbers.parse(ctx.rule(key, on)?.value ?? {})[kind ?? ''];
  const [official, least, below] = [limitOf(OFFICIAL), limitOf(LEAST), limitOf(BELOW)];
  if (official === undefined && least === undefined && below === undefined) return;
  const count = await ctx.memberCount(unitId, on);
  if (count === 0) return;
  const { vi, en } = kindLabels[kind as UnitKind];
  const day = spokenDay(on);
  const members = (vietnamese: string, english: string): Bilingual => ({
    vi: `${vi} phải có ${vietnamese} đảng viên; ngày ${day} có ${count}.`,
    en: `A unit of the kind "${en}" has ${english} members; on ${on} it has ${count}.`,
  });
  if (least !== undefined)
    report(act, ctx, field, members(`từ ${least}`, `at least ${least}`), [[LEAST, () => count < least]]);
  if (below !== undefined)
    report(act, ctx, field, members(`dưới ${below}`, `fewer than ${below}`), [[BELOW, () => count >= below]]);
  if (official === undefined) return;
  const officials = await ctx.memberCount(unitId, on, 'official');
  const message = {
    vi: `${vi} phải có từ ${official} đảng viên chính thức; ngày ${day} có ${officials}.`,
    en: `A unit of the kind "${en}" needs ${official} official members; on ${on} it has ${officials}.`,
  };
  report(act, ctx, field, message, [[OFFICIAL, () => officials < official]]);
}

const OFFICIAL = 'unit.official-members-least';
const LEAST = 'unit.members-least';
const BELOW = 'unit.members-below';

/**
 * What is asked of a unit that an act brings in. Its size is another matter: to an established unit people come by later
 * acts, to one made out of others by this one (checkSize).
 */
export async function checkNewUnit(act: AnyAct, ctx: CheckContext, unit: NewUnit, field: string): Promise<void> {
  checkKind(act, ctx, unit.kind, `${field}.kind`);
  if (unit.type !== undefined) checkType(act, ctx, unit.type, `${field}.type`);
  if (unit.parent !== undefined) await checkUnder(act, ctx, unit.kind, unit.parent, `${field}.parent`);
}

interface Changed {
  unit: string;
  unitKind?: UnitKind | undefined;
  type?: UnitType | null | undefined;
  zone?: string | null | undefined;
}

/** All that is asked of a unit whose kind or type changes. */
export async function checkChangedUnit(act: Act<Changed>, ctx: CheckContext): Promise<void> {
  const { unit, unitKind, type, zone } = act.body;
  if (unitKind !== undefined) checkKind(act, ctx, unitKind, 'unitKind');
  if (type) checkType(act, ctx, type, 'type');
  // An upgrade that says neither changes the kind by the usual step.
  if (unitKind === undefined && (type !== undefined || zone !== undefined)) return;
  await checkPlace(act, ctx, unit, 'unitKind');
  await checkSize(act, ctx, unit, 'unitKind');
}

/**
 * A unit made out of others that had a superior must say its own: left out, it would silently become a root and vanish
 * from every figure above.
 */
export async function checkMissingParent(
  act: AnyAct,
  ctx: CheckContext,
  olds: readonly string[],
  unit: NewUnit,
  field: string,
): Promise<void> {
  if (unit.parent !== undefined) return;
  for (const old of olds)
    if ((await ctx.parentOf(old, addDays(act.effectiveOn, -1))) !== null)
      throw fault(act, 'unit.parent-missing', field, 'Say the superior of the new unit: the old one had one.');
}
