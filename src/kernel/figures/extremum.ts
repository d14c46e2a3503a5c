import { sql } from 'kysely';
import type { ExtremumFigure, ListEntry, NotCounted, Question } from './figure.ts';
import { type Frame, isOn, leadsTo } from './frame.ts';
import { compareRational, type Rational, type RoundingMethod, rational, round, times } from './rounding.ts';
import { unitLabels } from './unit-labels.ts';

export interface Extremum {
  least: Rational | null;
  greatest: Rational | null;
  /** How many attain it. */
  named: number;
  /** The units that attain it, of a range those of both ends; empty unless wanted. */
  list: ListEntry[];
  /** Units without a value; empty unless wanted. */
  empty: NotCounted[];
}

interface UnitValue {
  unitId: string;
  numerator: string;
  denominator: string;
}

/** The least and greatest value among the units under the asked one on its (last) day, compared exactly, before any rounding. */
export async function evaluateExtremum(
  frame: Frame,
  figure: ExtremumFigure,
  question: Question,
  cut: { decimals: number; method: RoundingMethod },
  wanted: { list?: boolean | undefined; notCounted?: boolean | undefined },
): Promise<Extremum> {
  const { rows } =
    await sql<UnitValue>`select r.unit_id, r.numerator::text as numerator, r.denominator::text as denominator
    from (${figure.values(frame.facts, question)}) r
    join ${frame.facts.table('unitLine', 'l')} on l.unit_id = r.unit_id and ${leadsTo(frame.unitId)} and ${isOn(sql`l.valid`, sql`${frame.on}::date`)}
    order by r.unit_id`.execute(frame.tx);
  const factor = figure.measure === 'percent' ? 100n : 1n;
  const valued = rows
    .filter((row) => row.denominator !== '0')
    .map(({ unitId, numerator, denominator }) => ({
      unitId,
      exact: times(rational(BigInt(numerator), BigInt(denominator)), factor),
    }))
    .sort((a, b) => compareRational(a.exact, b.exact));
  const least = valued[0]?.exact ?? null;
  const greatest = valued.at(-1)?.exact ?? null;
  const ends = [...(figure.pick === 'greatest' ? [] : [least]), ...(figure.pick === 'least' ? [] : [greatest])].filter(
    (end) => end !== null,
  );
  const attained = valued.filter(({ exact }) => ends.some((end) => compareRational(end, exact) === 0));
  const without = rows.filter((row) => row.denominator === '0');
  // Names are looked up for those that are shown: a province has twelve thousand cells, and one number asks for none.
  const shown = [...(wanted.list ? attained : []), ...(wanted.notCounted ? without : [])];
  const labelOf = await unitLabels(
    frame.facts,
    shown.map((row) => row.unitId),
  );
  const entryOf = (unitId: string): ListEntry => {
    const unit = labelOf(unitId, frame.on);
    return { id: unitId, label: unit.name, unit, on: null, act: null };
  };
  const byCode = (a: ListEntry, b: ListEntry): number => ((a.unit?.code ?? '') < (b.unit?.code ?? '') ? -1 : 1);
  return {
    least,
    greatest,
    named: attained.length,
    list: (wanted.list ? attained : [])
      .map(({ unitId, exact }) => ({
        exact,
        entry: { ...entryOf(unitId), value: round(exact, cut.decimals, cut.method) },
      }))
      .sort((a, b) => compareRational(a.exact, b.exact) || byCode(a.entry, b.entry))
      .map(({ entry }) => entry),
    empty: (wanted.notCounted ? without : [])
      .map(({ unitId }) => ({ ...entryOf(unitId), why: 'không có mẫu số' }))
      .sort(byCode),
  };
}
