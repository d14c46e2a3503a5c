import { type RawBuilder, sql } from 'kysely';
import { type ExtremumFigure, type Figure, figure, type Question } from '#/kernel/figures/figure.ts';
import { leadsTo } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { Problem } from '#/platform/errors.ts';
import { isCell, MONTHLY } from './rows.ts';

// Over the cells that were cells all through the asked period: one of six months is no worse for having met six times.

interface Measured {
  above: RawBuilder<unknown>;
  below: RawBuilder<unknown>;
}

/** Two numbers of the meetings `m` of each such cell in the period; a cell that never met has one row without a meeting. */
function perCell(name: string, { above, below }: Measured): ExtremumFigure['values'] {
  return (facts, question) => {
    const { from, to } = periodOf(name, question);
    // The cells first: a ward's are found by the index, a province's by one scan.
    return sql<{ unitId: string; numerator: number; denominator: number }>`(
      with cell as materialized (${cellsThroughout(facts, question.unitId, from, to)})
      select c.unit_id, ${above} as numerator, ${below} as denominator
      from cell c left join ${facts.table('meeting', 'm')}
        on m.unit_id = c.unit_id and m.body = 'cell' and m.on_day between ${from}::date and ${to}::date
      group by c.unit_id
    )`;
  };
}

/** A cell may change from one kind of cell to the other on the way. */
function cellsThroughout(facts: FactSource, unitId: string, from: string, to: string): RawBuilder<unknown> {
  return sql`select k.unit_id from ${facts.table('unitKind', 'k')}
    join ${facts.table('unitLine', 'l')} on l.unit_id = k.unit_id and ${leadsTo(unitId)} and coalesce(l.valid @> ${to}::date, false)
    where ${isCell} group by k.unit_id having range_agg(k.valid) @> daterange(${from}::date, ${to}::date, '[]')`;
}

function periodOf(name: string, { from, to }: Question): { from: string; to: string } {
  if (from !== null && to !== null) return { from, to };
  throw new Problem('figure.period', `${name} is counted over a period: it needs a first and a last day.`);
}

const regular: Measured = { above: sql`count(*) filter (where m.sort = 'regular')`, below: sql`1` };
const thematic: Measured = { above: sql`count(*) filter (where m.sort = 'thematic')`, below: sql`1` };
const attendance: Measured = { above: sql`coalesce(sum(m.present), 0)`, below: sql`coalesce(sum(m.convened), 0)` };

const common = { type: 'extremum', time: 'flow', instrument: MONTHLY } as const satisfies Partial<ExtremumFigure>;
const counted = { ...common, measure: 'occurrences', decimals: 0 } as const;

const throughout = {
  vi: 'xét các chi bộ (chi bộ cơ sở, chi bộ trực thuộc) có suốt kỳ được hỏi; chi bộ không họp lần nào tính là 0',
  en: 'over the cells that existed all through the asked period; one that never met has 0',
};

const fewestRegular = figure({
  ...counted,
  name: 'meetings-per-cell-minimum',
  pick: 'least',
  title: { vi: 'Số kỳ sinh hoạt của chi bộ ít kỳ nhất', en: 'Regular meetings of the cell with the fewest' },
  definition: {
    vi: `Số kỳ sinh hoạt thường kỳ ít nhất của một chi bộ trong kỳ, kèm các chi bộ có số đó; ${throughout.vi}.`,
    en: `The least number of regular meetings of a cell in the period, with the cells that have it; ${throughout.en}.`,
  },
  values: perCell('meetings-per-cell-minimum', regular),
});

const regularPerCell = figure({
  ...counted,
  name: 'meetings-per-cell',
  pick: 'range',
  title: { vi: 'Số kỳ sinh hoạt của một chi bộ', en: 'Regular meetings per cell' },
  definition: {
    vi: `Số kỳ sinh hoạt thường kỳ ít nhất và nhiều nhất của một chi bộ trong kỳ; ${throughout.vi}.`,
    en: `The least and the greatest number of regular meetings of a cell in the period; ${throughout.en}.`,
  },
  values: perCell('meetings-per-cell', regular),
});

const fewestThematic = figure({
  ...counted,
  name: 'thematic-meetings-per-cell-minimum',
  pick: 'least',
  title: { vi: 'Số kỳ sinh hoạt chuyên đề của chi bộ ít kỳ nhất', en: 'Thematic meetings of the cell with the fewest' },
  definition: {
    vi: `Số kỳ sinh hoạt chuyên đề ít nhất của một chi bộ trong kỳ, kèm các chi bộ có số đó; ${throughout.vi}.`,
    en: `The least number of thematic meetings of a cell in the period, with the cells that have it; ${throughout.en}.`,
  },
  values: perCell('thematic-meetings-per-cell-minimum', thematic),
});

const attendanceRange = figure({
  ...common,
  name: 'attendance-range',
  pick: 'range',
  measure: 'percent',
  decimals: 1,
  title: { vi: 'Tỷ lệ đảng viên dự sinh hoạt của một chi bộ', en: 'Attendance per cell' },
  definition: {
    vi: 'Tỷ lệ thấp nhất và cao nhất của một chi bộ: tổng số lượt dự chia cho tổng số lượt phải dự mọi kỳ sinh hoạt chi bộ trong kỳ; xét các chi bộ có suốt kỳ được hỏi. Chi bộ không họp lần nào thì không có tỷ lệ.',
    en: 'The least and the greatest share of a cell: all present divided by all convened over its meetings in the period; over the cells that existed all through it. A cell that never met has no share.',
  },
  values: perCell('attendance-range', attendance),
});

export const cellFigures: readonly Figure[] = [fewestRegular, regularPerCell, fewestThematic, attendanceRange];
