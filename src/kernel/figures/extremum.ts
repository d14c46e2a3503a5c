import { sql } from 'kysely';
import type { ExtremumFigure, ListEntry, NotCounted, Question } from './figure.ts';
import { type Frame, isOn, leadsTo } from './frame.ts';
import { compareRational, type Rational, type RoundingMethod, rational, round, times } from './rounding.ts';
import { unitLabels } from './unit-labels.ts';

export interface Extremum {
  least: Rational | null;
  greatest: Rational | null;
  /** The units that attain it; of a range those of both ends. */
  list: ListEntry[];
  /** Units without a value. */
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
): Promise<Extremum> {
  const { rows } =
    await sql<UnitValue>`select r.unit_id, r.numerator::text as numerator, r.denominator::text as denominator
    from (${figure.values(frame.facts, question)}) r
    join ${frame.facts.table('unitLine', 'l')} on l.unit_id = r.unit_id and ${leadsTo(frame.unitId)} and ${isOn(sql`l.valid`, sql`${frame.on}::date`)}
    order by r.unit_id`.execute(frame.tx);
  const labelOf = await unitLabels(
    frame.facts,
    rows.map((row) => row.unitId),
  );
  const entryOf = (unitId: string): ListEntry => {
    const unit = labelOf(unitId, frame.on);
    return { id: unitId, label: unit.name, unit, on: null, act: null };
  };
  const byCode = (a: { unitId: string }, b: { unitId: string }): number =>
    labelOf(a.unitId, frame.on).code < labelOf(b.unitId, frame.on).code ? -1 : 1;
  const factor = figure.measure === 'percent' ? 100n : 1n;
  const valued = rows
    .filter((row) => row.denominator !== '0')
    .map(({ unitId, numerator, denominator }) => ({
      unitId,
      exact: times(rational(BigInt(numerator), BigInt(denominator)), factor),
    }))
    .sort((a, b) => compareRational(a.exact, b.exact) || byCode(a, b));
  const least = valued[0]?.exact ?? null;
  const greatest = valued.at(-1)?.exact ?? null;
  const ends = [...(figure.pick === 'greatest' ? [] : [least]), ...(figure.pick === 'least' ? [] : [greatest])].filter(
    (end) => end !== null,
  );
  return {
    least,
    greatest,
    list: valued
      .filter(({ exact }) => ends.some((end) => compareRational(end, exact) === 0))
      .map(({ unitId, exact }) => ({ ...entryOf(unitId), value: round(exact, cut.decimals, cut.method) })),
    empty: rows
      .filter((row) => row.denominator === '0')
      .sort(byCode)
      .map(({ unitId }) => ({ ...entryOf(unitId), why: 'không có mẫu số' })),
  };
}
