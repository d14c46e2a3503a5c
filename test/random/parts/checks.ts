import { expect } from 'vitest';
import type { CountFigure, FigureAnswer, ListEntry, NotCounted } from '#/kernel/figures/figure.ts';
import { addDays } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { figures } from '#/server/parts.ts';
import { randomParts } from './all.ts';
import type { Grown } from './grow.ts';
import type { Dice, Item } from './part.ts';
import { askAll, drawArgs } from './questions.ts';

// What must hold of the answers of a register that grew at random.

export const counts = figures.all.filter((figure): figure is CountFigure => figure.type === 'count');
export const recounts = new Map(randomParts.flatMap((part) => Object.entries(part.figures)));

export const argsFor = ({ name }: CountFigure, roll: Dice) => {
  const recount = recounts.get(name);
  return drawArgs(name, roll, recount === undefined ? undefined : (recount.args ?? {}));
};

export interface Period {
  from: string;
  on: string;
}

export function drawPeriod(roll: Dice, { time }: Grown): Period {
  const days = time.days;
  const a = addDays(days[roll(days.length)] as string, roll(3) - 1);
  const choices = [a, addDays(a, roll(60)), addDays(a, 200 + roll(700)), `${a.slice(0, 4)}-12-31`, '2026-07-31'];
  const on = choices[roll(choices.length)] as string;
  return { from: roll(4) === 0 ? '2015-01-01' : a, on };
}

/** The root and some others that exist on the day. */
export function drawUnits(roll: Dice, { time }: Grown, on: string): string[] {
  const living = [...time.on(on).units].filter(([, { ended }]) => ended === undefined);
  const root = living.find(([, { parent }]) => parent === null)?.[0];
  if (root === undefined) return [];
  return [root, ...[0, 1, 2].map(() => (living[roll(living.length)] as [string, unknown])[0])];
}

const listOf = ({ list }: FigureAnswer): ListEntry[] => (Array.isArray(list) ? list : []);
const sum = (entries: readonly ListEntry[]) => entries.reduce((all, { declared = 1 }) => all + declared, 0);

/** What must hold of the answer to any count. */
function checkCount(figure: CountFigure, answer: FigureAnswer, where: object): void {
  const list = listOf(answer);
  const named = list.filter(({ declared }) => declared === undefined);
  const shares = (answer.byUnit ?? []).reduce((all, { value }) => all + (value ?? 0), 0);
  expect({ ...where, value: answer.value, named: answer.named }).toEqual({
    ...where,
    value: sum(list),
    named: named.length,
  });
  expect({ ...where, shares }).toEqual({ ...where, shares: answer.value });
  // Counted each once. What was not counted may have several reasons (months without a meeting, departures of a year).
  const reason = ({ id, why }: NotCounted) => (figure.lasting ? id : `${id} ${why}`);
  const rest = (answer.notCounted ?? []).filter(({ declared }) => declared === undefined);
  const once = [...named.map(({ id }) => id), ...rest.map(reason)];
  const twice = once.filter((id, i) => once.indexOf(id) !== i);
  expect({ ...where, twice }).toEqual({ ...where, twice: [] });
  const counted = new Set(named.map(({ id }) => id));
  const alsoNot = rest.filter(({ id }) => counted.has(id));
  expect({ ...where, alsoNot }).toEqual({ ...where, alsoNot: [] });
  const unexplained = rest.filter(({ why }) => !why);
  expect({ ...where, unexplained }).toEqual({ ...where, unexplained: [] });
}

function expected(
  grown: Grown,
  figure: CountFigure,
  unit: string,
  { from, on }: Period,
  args: Record<string, string>,
): Item[] {
  const { time, told } = grown;
  const items = (recounts.get(figure.name)?.recount({ told, time, args, unit, on }) ?? []).filter(
    ({ at, day }) =>
      at !== null && (figure.time === 'stock' || (from <= day && day <= on)) && time.isUnder(at, unit, day),
  );
  if (figure.counts !== 'distinct') return items;
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

export async function codesOf({ client }: Tx): Promise<Map<string, string>> {
  const { rows } = await client.query('select code, unit_id from unit_code');
  return new Map(rows.map((row) => [row.code, row.unit_id]));
}

/** A list of a superior is, for every unit under it, also the list of that unit: by where and when each entry counts. */
function under(
  entries: readonly ListEntry[],
  codes: Map<string, string>,
  unit: string,
  on: string,
  grown: Grown,
  isStock: boolean,
) {
  return entries.filter(({ unit: at, on: day }) =>
    grown.time.isUnder(codes.get(at?.code ?? '') ?? '', unit, isStock ? on : (day ?? on)),
  );
}

/** What is compared of a list: of occurrences also where and, of a flow, when they count. */
function listed(figure: CountFigure, list: readonly ListEntry[], codes: Map<string, string>): string[] {
  const items = list.map(({ id, unit, on }) => ({ id, at: codes.get(unit?.code ?? '') ?? null, day: on ?? '' }));
  return recounted(figure, items);
}

function recounted({ counts, time }: CountFigure, items: readonly Item[]): string[] {
  if (counts === 'distinct') return ids(items);
  return items.map(({ id, at, day }) => `${id} in ${at}${time === 'flow' ? ` on ${day}` : ''}`).toSorted();
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).toSorted();

export async function checkFigure(
  tx: Tx,
  grown: Grown,
  figure: CountFigure,
  roll: Dice,
  codes: Map<string, string>,
): Promise<void> {
  const period = drawPeriod(roll, grown);
  const args = argsFor(figure, roll);
  let whole: ListEntry[] | null = null;
  for (const unitId of drawUnits(roll, grown, period.on)) {
    const answer = await askAll(tx, { figure: figure.name, unitId, ...period, args });
    const where = { figure: figure.name, args, ...period, unit: grown.time.end.unit(unitId).code };
    expect({ ...where, answered: answer !== null }).toEqual({ ...where, answered: true });
    if (answer === null) continue;
    checkCount(figure, answer, where);
    const named = listOf(answer).filter(({ declared }) => declared === undefined);
    if (recounts.has(figure.name)) {
      const items = expected(grown, figure, unitId, period, args);
      if (figure.amounts === undefined)
        expect({ ...where, list: listed(figure, named, codes) }).toEqual({ ...where, list: recounted(figure, items) });
      else {
        const amount = items.reduce((all, item) => all + (item.amount ?? 0), 0);
        expect({ ...where, value: answer.value }).toEqual({ ...where, value: amount });
      }
    }
    whole ??= named;
    if (figure.whose !== undefined && args.level !== undefined) continue;
    // What crossed the boundary of a subordinate may have stayed within the whole.
    if (figure.crossing === true) continue;
    if (figure.counts === 'occurrences' || figure.time === 'stock') {
      const isStock = figure.time === 'stock';
      const part = under(whole, codes, unitId, period.on, grown, isStock);
      if (figure.counts === 'occurrences') expect({ ...where, ids: ids(named) }).toEqual({ ...where, ids: ids(part) });
      else expect(ids(named)).toEqual(expect.arrayContaining(ids(part)));
    } else expect(ids(whole)).toEqual(expect.arrayContaining(ids(named)));
  }
}

export function checkRatio(answer: FigureAnswer, where: object): void {
  const { numerator, denominator } = answer.list as { numerator: ListEntry[]; denominator: ListEntry[] };
  const below = answer.figure.endsWith('-per-year') ? answer.denominator : sum(denominator);
  expect({ ...where, above: answer.numerator, below: answer.denominator }).toEqual({
    ...where,
    above: sum(numerator),
    below,
  });
  if (!answer.denominator) expect({ ...where, value: answer.value }).toEqual({ ...where, value: null });
  else {
    const exact = ((answer.numerator ?? 0) / answer.denominator) * (answer.measure === 'percent' ? 100 : 1);
    expect({ ...where, far: Math.abs((answer.value ?? 0) - exact) > 0.5 / 10 ** answer.decimals + 1e-9 }).toEqual({
      ...where,
      far: false,
    });
  }
  const isIn = new Set(denominator.map(({ id }) => id));
  const outside = numerator.filter(
    ({ id }) => answer.measure === 'percent' && !isIn.has(id) && isIn.size > 0 && !answer.figure.includes('attendance'),
  );
  expect({ ...where, outside }).toEqual({ ...where, outside: [] });
}
