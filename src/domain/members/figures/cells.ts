import { sql } from 'kysely';
import { type ExtremumFigure, type Figure, figure, type Question } from '#/kernel/figures/figure.ts';
import { leadsTo } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';

// Cells in which nobody stands on the day count with 0: they are the first one looks for.
const membersOfCells = (facts: FactSource, { unitId, on }: Question) =>
  sql<{ unitId: string; numerator: number; denominator: number }>`(
    select l.unit_id, count(s.person_id) as numerator, 1 as denominator
    from ${facts.table('unitLine', 'l')}
    join ${facts.table('unitKind', 'k')} on k.unit_id = l.unit_id and k.valid @> ${on}::date and k.kind in ('grassroots-cell', 'cell')
    left join ${facts.table('standing', 's')} on s.unit_id = l.unit_id and s.valid @> ${on}::date
    where ${leadsTo(unitId)} and l.valid @> ${on}::date
    group by l.unit_id
  )`;

const common = {
  type: 'extremum',
  time: 'stock',
  measure: 'persons',
  decimals: 0,
  values: membersOfCells,
} as const satisfies Partial<ExtremumFigure>;

const membersPerCell = figure({
  ...common,
  name: 'members-per-cell',
  pick: 'range',
  title: { vi: 'Số đảng viên của một chi bộ', en: 'Members per cell' },
  definition: {
    vi: 'Số đảng viên ít nhất và nhiều nhất của một chi bộ (chi bộ cơ sở, chi bộ trực thuộc) có vào ngày hỏi.',
    en: 'The least and the greatest number of members of a cell that exists on the day.',
  },
});

const smallestCell = figure({
  ...common,
  name: 'members-per-cell-minimum',
  pick: 'least',
  title: { vi: 'Số đảng viên của chi bộ ít đảng viên nhất', en: 'Members of the smallest cell' },
  definition: {
    vi: 'Số đảng viên ít nhất của một chi bộ có vào ngày hỏi; liệt kê các chi bộ có số đó.',
    en: 'The least number of members of a cell that exists on the day, with the cells that have it.',
  },
});

const largestCell = figure({
  ...common,
  name: 'members-per-cell-maximum',
  pick: 'greatest',
  title: { vi: 'Số đảng viên của chi bộ đông đảng viên nhất', en: 'Members of the largest cell' },
  definition: {
    vi: 'Số đảng viên nhiều nhất của một chi bộ có vào ngày hỏi; liệt kê các chi bộ có số đó.',
    en: 'The greatest number of members of a cell that exists on the day, with the cells that have it.',
  },
});

export const cellFigures: readonly Figure[] = [membersPerCell, smallestCell, largestCell];
