import { sql } from 'kysely';
import { z } from 'zod';
import { type Figure, figure, type StockRow } from '#/kernel/figures/figure.ts';

interface TargetRow extends StockRow {
  value: number;
  measure: string;
  atLeast: boolean;
  assignedOn: string;
}

// `of` names the figure; whatever else is given are the args that the target was assigned with.
const args = z.object({ of: z.string().min(1) }).catchall(z.string());

const own = ({ of: _of, ...rest }: Record<string, string>) => rest;

// A target holds for its period, but nobody could have known it before it was assigned: an adjustment of July does not
// change what was in force in March. One assigned outside its period (a plan signed the year before, a late entry)
// holds for the whole of it.
const inForce = sql`case when t.assigned_on <@ t.valid then daterange(t.assigned_on, upper(t.valid)) else t.valid end`;

export const target = figure({
  type: 'target',
  time: 'stock',
  name: 'target',
  title: { vi: 'Chỉ tiêu được giao', en: 'Target' },
  definition: {
    vi: 'Chỉ tiêu đang có hiệu lực vào ngày cuối kỳ, giao cho chính tổ chức đảng đó; "of" là tên số liệu. Giao nhiều lần thì lấy lần sau cùng.',
    en: 'The target in force on the last day, given to the unit itself; "of" names the figure. Of several the latest assigned.',
  },
  measure: 'occurrences',
  args,
  rows: (facts, asked) => sql<TargetRow>`(
    select t.act_id::text as id, t.unit_id as subject_id, t.unit_id, ${inForce} as valid, t.act_id,
           t.value::float8 as value, t.measure, t.at_least, t.assigned_on
    from ${facts.table('target', 't')}
    where t.figure = ${asked.of} and t.args = ${JSON.stringify(own(asked))}::jsonb
  )`,
});

const targetAttainment = figure({
  type: 'ratio',
  time: 'flow',
  name: 'target-attainment',
  title: { vi: 'Tỷ lệ thực hiện chỉ tiêu', en: 'Attainment of a target' },
  definition: {
    vi: 'Kết quả của số liệu "of" trong kỳ chia cho chỉ tiêu đang có hiệu lực vào ngày cuối kỳ, nhân 100.',
    en: 'What the figure "of" reached in the period, divided by the target in force on its last day, times 100.',
  },
  measure: 'percent',
  args,
  numerator: { figure: { arg: 'of' } },
  denominator: { figure: target.name },
  decimals: 1,
});

export const targetFigures: readonly Figure[] = [target, targetAttainment];
