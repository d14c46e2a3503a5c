import { sql } from 'kysely';
import { z } from 'zod';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import { type CountFigure, figure, type RatioFigure, type TargetRow } from '#/kernel/figures/figure.ts';

// Figures of no part's, for the tests of the kernel that knows no part: who stands in a unit, who entered, who moved.

const described = (name: string) => ({ name, title: { vi: name, en: name }, definition: { vi: name, en: name } });
const ofPersons = { type: 'count', of: 'person', counts: 'distinct', place: 'subject', measure: 'persons' } as const;

const members: CountFigure = {
  ...described('members'),
  ...ofPersons,
  time: 'stock',
  tally: true,
  rows: (facts) =>
    facts.db
      .selectFrom(facts.table('standing', 's'))
      .where('s.inTransit', '=', false)
      .select(['s.personId as id', 's.personId as subjectId', 's.unitId', 's.valid', 's.actId']),
  considered: (facts) =>
    facts.db
      .selectFrom(facts.table('standing', 's'))
      .select(['s.personId as id', 's.personId as subjectId', 's.unitId', 's.valid', 's.actId'])
      .select((eb) => eb.val('đang chuyển').as('why')),
};

/** The same rule without tallies. */
const membersCounted: CountFigure = { ...members, ...described('members-counted'), tally: false };

const byStatus: CountFigure = {
  ...members,
  ...described('members-by-status'),
  tally: false,
  args: z.object({ status: z.enum(['official', 'probationary']).optional() }),
  considered: undefined,
  rows: (facts, { status }) =>
    facts.db
      .selectFrom(facts.table('standing', 's'))
      .$if(status !== undefined, (query) => query.where('s.status', '=', status as string))
      .select(['s.personId as id', 's.personId as subjectId', 's.unitId', 's.valid', 's.actId']),
};

/** Distinct persons: whoever enters twice counts once. */
const entered: CountFigure = {
  ...described('entered'),
  ...ofPersons,
  time: 'flow',
  rows: (facts) =>
    facts.db
      .selectFrom(facts.table('memberEvent', 'e'))
      .where('e.event', '=', 'admitted')
      .select(['e.personId as id', 'e.personId as subjectId', 'e.unitId', 'e.onDay as day', 'e.actId']),
};

/** Occurrences: each entry counts. */
const entries: CountFigure = {
  ...entered,
  ...described('entries'),
  counts: 'occurrences',
  tally: true,
  measure: 'occurrences',
  rows: (facts) =>
    facts.db
      .selectFrom(facts.table('memberEvent', 'e'))
      .where('e.event', '=', 'admitted')
      .select(['e.actId as id', 'e.personId as subjectId', 'e.unitId', 'e.onDay as day', 'e.actId']),
};

const share: RatioFigure = {
  ...described('official-share'),
  type: 'ratio',
  time: 'stock',
  measure: 'percent',
  numerator: { figure: 'members-by-status', args: { status: 'official' } },
  denominator: { figure: 'members-by-status' },
  decimals: 1,
};

const spread = figure({
  ...described('official-share-spread'),
  type: 'extremum',
  time: 'stock',
  measure: 'percent',
  pick: 'range',
  decimals: 1,
  values: (facts, { on }) => sql<{ unitId: string; numerator: number; denominator: number }>`(
    select k.unit_id, count(s.person_id) filter (where s.status = 'official') as numerator, count(s.person_id) as denominator
    from ${facts.table('unitKind', 'k')}
    left join ${facts.table('standing', 's')} on s.unit_id = k.unit_id and s.valid @> ${on}::date
    where k.kind = 'cell' and k.valid @> ${on}::date group by k.unit_id)`,
});

const target = figure({
  ...described('goal'),
  type: 'target',
  time: 'stock',
  measure: 'persons',
  over: 'own',
  rows: (facts) => sql<TargetRow>`(
    select t.act_id as id, t.unit_id as subject_id, t.unit_id, t.valid, t.act_id, t.value, t.measure, t.at_least, t.assigned_on,
      t.valid as period, t.cancelled_on
    from ${facts.table('target', 't')})`,
});

const attained: RatioFigure = {
  ...described('goal-attained'),
  type: 'ratio',
  time: 'flow',
  measure: 'percent',
  numerator: { figure: 'entries' },
  denominator: { figure: 'goal' },
  decimals: 1,
};

/** The toy figures, together. */
export const toyFigures = catalogue([
  members,
  membersCounted,
  byStatus,
  entered,
  entries,
  share,
  spread,
  { ...spread, ...described('official-share-least'), pick: 'least' },
  target,
  attained,
]);
