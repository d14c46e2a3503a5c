import * as contract from '#/domain/units/page-contract.ts';
import * as figures from '#/domain/units/page-figures-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { route } from '../api.ts';
import { canIn } from '../journal/can.ts';
import { childrenOf } from './children.ts';
import { elsewhenOf } from './elsewhen.ts';
import { headOf } from './head.ts';
import { historyOf } from './history.ts';
import { asDay, openUnit } from './open-unit.ts';
import { overviewOf } from './overview.ts';
import { papersOf } from './papers.ts';
import { timesOf } from './periods.ts';
import { postsOf, seatsOf } from './posts.ts';
import { targetsOf } from './targets.ts';
import { yearsOf } from './years.ts';

const readUnitPage = route(contract.readUnitPage, async (input, { installation, actor }) => {
  try {
    return await openUnit(installation, actor, input, async (unit) => {
      const { on, knownAt, tenant } = unit;
      return { on, knownAt, tenant, here: await headOf(unit), elsewhen: [] };
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'unit.unknown') throw error;
    const elsewhen = await elsewhenOf(installation, actor, input);
    const [first] = elsewhen;
    if (first === undefined) throw error;
    return { on: asDay(installation, input.on), knownAt: null, tenant: first.tenant, here: null, elsewhen };
  }
});

const readUnitPosts = route(contract.readUnitPosts, (input, { installation, actor }) =>
  openUnit(installation, actor, input, async (unit) => {
    const { rulebook } = await (await installation.room(unit.tenant)).journal();
    return { on: unit.on, ...(await postsOf(unit)), seats: await seatsOf(unit, rulebook) };
  }),
);

const readUnitHistory = route(contract.readUnitHistory, ({ group, after, limit, ...asked }, api) =>
  openUnit(api.installation, api.actor, asked, async (unit) => {
    const { lines, ...page } = await historyOf(unit, { group, after, limit });
    return { on: unit.on, lines: lines.map((line) => canIn(api.seat, line)), ...page };
  }),
);

const readUnitPapers = route(contract.readUnitPapers, ({ of, q, page, ...asked }, { installation, actor }) =>
  openUnit(installation, actor, asked, async (unit) => ({ on: unit.on, ...(await papersOf(unit, { of, q, page })) })),
);

const readUnitOverview = route(figures.readUnitOverview, (input, { installation, actor }) =>
  openUnit(installation, actor, input, async (unit) => ({ on: unit.on, figures: await overviewOf(unit) })),
);

const readUnitYears = route(figures.readUnitYears, ({ figure, years, ...asked }, { installation, actor }) =>
  openUnit(installation, actor, asked, async (unit) => ({ on: unit.on, series: await yearsOf(unit, figure, years) })),
);

const readUnitChildren = route(figures.readUnitChildren, (input, { installation, actor }) =>
  openUnit(installation, actor, input, async (unit) => {
    const { year, classified } = timesOf(unit.on);
    return {
      on: unit.on,
      year: Number(year.now.from.slice(0, 4)),
      classifiedYear: Number(classified.now.from.slice(0, 4)),
      units: await childrenOf(unit),
    };
  }),
);

const readUnitTargets = route(figures.readUnitTargets, (input, { installation, actor }) =>
  openUnit(installation, actor, input, async (unit) => ({ on: unit.on, targets: await targetsOf(unit) })),
);

export const unitPageRoutes = [
  readUnitPage,
  readUnitPosts,
  readUnitHistory,
  readUnitPapers,
  readUnitOverview,
  readUnitYears,
  readUnitChildren,
  readUnitTargets,
];
