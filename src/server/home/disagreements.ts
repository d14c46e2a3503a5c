import { sql } from 'kysely';
import { parseRange } from '#/kernel/facts/table.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { unevenSumsIn } from '#/kernel/figures/declared-sums.ts';
import { countNamed } from '#/kernel/figures/evaluate.ts';
import { type Frame, frameOn, isOn, leadsTo } from '#/kernel/figures/frame.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { addDays } from '#/platform/day.ts';
import type { Disagreement } from '#/reports/home/contract.ts';
import type { Period } from '#/reports/period.ts';

/** Never more on one page. */
const MOST = 20;

interface Declared {
  unitId: string;
  figure: string;
  args: Record<string, string>;
  valid: string;
  amount: number;
}

/** Counts declared for days of the year that their own parts, or the names of the same figure, do not agree with. */
export async function disagreements(frame: Frame, catalogue: Catalogue, year: Period): Promise<Disagreement[]> {
  const asked = frameOn(frame, { on: year.to, ...year });
  const uneven = (await unevenSumsIn(asked, catalogue.all)).map(({ unitId, figure, args, valid, whole, parts }) => ({
    sort: 'parts' as const,
    unitId,
    figure: figure.name,
    args,
    ...daysOf(valid),
    declared: whole,
    other: parts,
  }));
  const named = await declaredBesideNames(asked, catalogue);
  const all = [...uneven, ...named].slice(0, MOST);
  const labelOf = await unitLabels(
    frame.facts,
    all.map(({ unitId }) => unitId),
  );
  return all.map(({ unitId, ...rest }) => ({ ...rest, unit: labelOf(unitId, rest.to) }));
}

/** Where a unit has names of what it also declared, somebody may be counted twice. */
async function declaredBesideNames(frame: Frame, catalogue: Catalogue) {
  const { table } = frame.facts;
  const { rows } = await sql<Declared>`
    select d.unit_id, d.figure, d.args, d.valid::text as valid, d.amount from ${table('declaredCount', 'd')}
    where d.amount > 0 and d.valid <@ daterange(${frame.from}::date, ${frame.on}::date, '[]') and exists (
      select from ${table('unitLine', 'l')} where l.unit_id = d.unit_id and ${leadsTo(frame.unitId)} and ${isOn(sql`l.valid`, sql`${frame.on}::date`)})
    order by d.unit_id, d.figure, d.act_id limit ${MOST}`.execute(frame.tx);
  const found = [];
  for (const { unitId, figure: name, args, valid, amount } of rows) {
    const { from, to } = daysOf(valid);
    const figure = catalogue.get(name);
    if (figure.type !== 'count') continue;
    const own = frameOn({ ...frame, unitId, unitsUnder: new Map() }, { on: to, from, to });
    const names = await countNamed(own, figure, args);
    if (names > 0)
      found.push({ sort: 'names' as const, unitId, figure: name, args, from, to, declared: amount, other: names });
  }
  return found;
}

function daysOf(valid: string): Period {
  const { from, to: end } = parseRange(valid);
  return { from: from ?? '0001-01-01', to: end === null ? '9999-12-30' : addDays(end, -1) };
}
