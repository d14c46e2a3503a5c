import { between, pick, random } from '#/demo/random.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { findUnit } from '#/server/find-unit.ts';
import { readTree } from '#/server/tree/read-tree.ts';
import { type SomebodyThere, somebodiesAt, somebodyAt } from './capacity.ts';
import { atMost, type Bench, type Row } from './measure.ts';
import { halfAndMost, number, percentile, timed } from './numbers.ts';
import { openPlain, type Plain } from './plain.ts';
import { type BenchUnit, unitsByLevel } from './questions.ts';
import type { Stage } from './stage.ts';

const days = 40;
const FIRST: Day = '2025-07-02';
const SPAN = 500;

/** Units under the root on a day, each with its code, name, kind, superior and members: counted, so that nothing is spared. */
const plainTree = `select count(*) from (
  select l.unit_id, c.code, n.name, k.kind, p.parent_id, t.members from unit_line l
  join unit_code c on c.unit_id = l.unit_id and c.valid @> $2::date
  join unit_name n on n.unit_id = l.unit_id and n.valid @> $2::date
  left join unit_kind k on k.unit_id = l.unit_id and k.valid @> $2::date
  left join unit_parent p on p.unit_id = l.unit_id and p.valid @> $2::date
  left join (select unit_id, sum(change) as members from tally where figure = 'members' and day <= $2::date group by 1) t
    on t.unit_id = l.unit_id
  where l.ancestor_id = $1::uuid and l.valid @> $2::date offset 0) tree`;

/** The whole tree of a register for the widest grant, and a commune's for a grant there: each asked for the first time, and again. */
export const tree: Bench = {
  name: 'tree',
  run: async (stage) => {
    const units = await unitsByLevel(await stage.register());
    const root = [...units.values()][0]?.[0] as BenchUnit;
    const communes = await somebodiesAt(stage, random(1, 6, 1), units.get('commune') ?? [root]);
    const widest = await somebodyAt(stage, null);
    const plain = await openPlain(stage);
    try {
      return [
        await measure(stage, plain, 'The whole tree on a day, with members', [{ unit: root, as: widest }]),
        await measure(stage, plain, 'The tree of a commune on a day, for a grant there alone', communes),
      ];
    } finally {
      await plain.close();
    }
  },
};

async function measure(stage: Stage, plain: Plain, work: string, askers: readonly SomebodyThere[]): Promise<Row> {
  const r = random(1, 3, 1);
  const [first, again, bare]: [number[], number[], number[]] = [[], [], []];
  let units = 0;
  for (let n = 0; n < days; n += 1) {
    const on = addDays(FIRST, between(r, 0, SPAN));
    const { unit, as } = pick(r, askers);
    const ask = async () => {
      const workplace = await as();
      const { room, unitId, scope } = await findUnit(workplace, unit.code, on, { tenant: stage.code });
      return readTree(workplace, { room, unitId, scope, actor: 'bench', on, knownAt: null, others: false });
    };
    const cold = await timed(ask);
    const warm = await timed(ask);
    const sql = await timed(() => plain.count(plainTree, [unit.id, on]));
    if (sql.result !== cold.result.keys.length)
      throw new Error(`we draw ${cold.result.keys.length}, SQL ${sql.result}`);
    units = Math.max(units, sql.result);
    first.push(cold.ms);
    again.push(warm.ms);
    bare.push(sql.ms);
  }
  return {
    work,
    size: `${number(units)} units at most, ${number(stage.options.members)} members in the register; ${days} random days`,
    goal: atMost(50, 'ms (p95, while nothing is recorded)'),
    value: percentile(again, 0.95),
    measured: `asked again p50 / p95 **${halfAndMost(again)}**; for the first time since something was recorded ${halfAndMost(first)}`,
    beside: `plain SQL of the same rows, counted: ${halfAndMost(bare)}`,
  };
}
