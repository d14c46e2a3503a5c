import type { z } from 'zod';
import type { readTreeValues as contract } from '#/domain/units/tree-contract.ts';
import { answerFigure } from '#/kernel/figures/answer.ts';
import { NATION } from '#/kernel/figures/nation.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { findUnit, type Place } from '../find-unit.ts';
import type { Days } from '../question.ts';
import type { Workplace } from '../workplace.ts';
import { childrenOf } from './children.ts';

interface Asked {
  actor: string;
  place: Place;
  figure: string;
  unit: string;
  days: Days;
  args: Record<string, string>;
  knownAt: string | null;
  levels: number;
}

type Values = z.input<typeof contract.output>;
type Value = Values['values'][number];

/** A level with more units than this is left out where each has to be asked by itself. */
const mostAsked = 200;
/** The second level is split unit by unit of the first: only where so many have anything below. */
const mostSplit = 30;

/** A figure of the unit and of its subordinates: the shares that add up to it, or each one's own where it has no shares (a target). */
export async function readTreeValues(installation: Workplace, asked: Asked): Promise<Values> {
  const { actor, place, figure, unit, days, args, knownAt, levels } = asked;
  installation.figures.ask(figure, args);
  if (unit === NATION.code) throw new Problem('nation.counts-only', `${NATION.code} has no tree.`);
  const { room, unitId, scope } = await findUnit(installation, unit, days.on, place);
  return room.read({ actor, scope }, async (tx) => {
    const ask = (id: string) =>
      answerFigure(tx.db, installation.figures, { figure, unitId: id, ...days, args, knownAt }, { byUnit: true });
    const whole = await ask(unitId);
    const first = await childrenOf(tx, unitId, days.on);
    const values = await valuesUnder(first, whole.byUnit, ask);
    const parents = first.filter(({ hasChildren }) => hasChildren);
    const isDeeper = levels > 1 && parents.length <= mostSplit;
    if (isDeeper) for (const child of parents) values.push(...(await below(tx, child.id, days, ask)));
    const { measure, decimals, value } = whole;
    return { figure, measure, decimals, value, levels: isDeeper ? 2 : 1, values };
  });
}

type Ask = (unitId: string) => Promise<{ value: number | null; byUnit?: Value[] | undefined }>;
type Child = { id: string; code: string };

async function below({ client }: Tx, unitId: string, days: Days, ask: Ask): Promise<Value[]> {
  const children = await childrenOf({ client }, unitId, days.on);
  return valuesUnder(children, (await ask(unitId)).byUnit, ask);
}

async function valuesUnder(children: readonly Child[], shares: readonly Value[] | undefined, ask: Ask) {
  if (shares !== undefined && shares.length > 0) {
    const codes = new Set(children.map(({ code }) => code));
    return shares.filter(({ code }) => codes.has(code)).map(({ code, value }) => ({ code, value }));
  }
  if (children.length > mostAsked) return [];
  const values: Value[] = [];
  for (const { id, code } of children) values.push({ code, value: (await ask(id)).value });
  return values;
}
