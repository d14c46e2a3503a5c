import * as contract from '#/domain/units/tree-contract.ts';
import { today } from '#/platform/day.ts';
import { route } from '../api.ts';
import { findUnit } from '../find-unit.ts';
import { readArgs, readDays } from '../question.ts';
import { readTreeChanges } from '../tree/read-changes.ts';
import { readTree } from '../tree/read-tree.ts';
import { readTreeValues } from '../tree/read-values.ts';

const tree = route(contract.readTree, async ({ unit, on, knownAt, others, ...place }, { installation, actor }) => {
  const day = on ?? today(installation.clock);
  const found = await findUnit(installation, unit, day, place);
  return readTree(installation, { ...found, actor, on: day, knownAt: knownAt ?? null, others: others ?? false });
});

const changes = route(contract.readTreeChanges, async ({ unit, from, to, knownAt, limit, ...place }, context) => {
  const { installation, actor } = context;
  const days = readDays({ from, to });
  const found = await findUnit(installation, unit, to, place);
  return readTreeChanges({ ...found, actor, from: days.from ?? to, to, knownAt: knownAt ?? null, limit });
});

const values = route(contract.readTreeValues, async (input, { installation, actor }) =>
  readTreeValues(installation, {
    actor,
    place: { tenant: input.tenant, scope: input.scope },
    figure: input.figure,
    unit: input.unit,
    days: readDays(input),
    args: readArgs(input.arg),
    knownAt: input.knownAt ?? null,
    levels: input.levels,
  }),
);

export const treeRoutes = [tree, changes, values] as const;
