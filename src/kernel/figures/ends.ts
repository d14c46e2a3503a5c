import { sql } from 'kysely';
import type { ExtremumFigure, Question } from './figure.ts';
import { type Frame, isOn, leadsTo } from './frame.ts';
import { type Rational, rational, times } from './rounding.ts';

export interface Ends {
  least: Rational | null;
  greatest: Rational | null;
}

/**
 * The two ends of an extremum alone, for a report: found where the rows are, so that ten thousand cells of a province need
 * not be carried over and put in order here. Numeric quotients have more digits than two counts of people can differ in.
 */
export async function endsOf(frame: Frame, figure: ExtremumFigure, question: Question): Promise<Ends> {
  const { rows } = await sql<{ numerator: string; denominator: string }>`
    with value as materialized (
      select r.numerator, r.denominator from (${figure.values(frame.facts, question)}) r
      join ${frame.facts.table('unitLine', 'l')} on l.unit_id = r.unit_id and ${leadsTo(frame.unitId)} and ${isOn(sql`l.valid`, sql`${frame.on}::date`)}
      where r.denominator <> 0
    )
    (select numerator::text, denominator::text from value order by numerator::numeric / denominator limit 1)
    union all
    (select numerator::text, denominator::text from value order by numerator::numeric / denominator desc limit 1)`.execute(
    frame.tx,
  );
  const factor = figure.measure === 'percent' ? 100n : 1n;
  const [least, greatest] = rows.map(({ numerator, denominator }) =>
    times(rational(BigInt(numerator), BigInt(denominator)), factor),
  );
  return { least: least ?? null, greatest: greatest ?? null };
}
