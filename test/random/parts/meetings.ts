import { atUnit, type Item, type RandomPart, type Recounted, says } from './part.ts';

const sorts = ['regular', 'thematic', 'extraordinary'];
const bodies = ['cell', 'committee', 'standing-committee'];
const levels = ['province', 'district', 'commune', 'grassroots'];

const heads =
  (field: 'present' | 'convened') =>
  (of: Recounted): Item[] =>
    of.told
      .filter((act) => act.kind === 'meeting.held' && says(act, of.args, 'sort', 'body'))
      .map((act) => ({ id: act.id, at: act.unit, day: act.effectiveOn, amount: act[field] }));

export const meetings: RandomPart = {
  name: 'meetings',
  draw: (draw) => {
    const unit = draw.unit('cell', 'grassroots-cell', 'grassroots-body');
    const convened = 1 + draw.roll(20);
    const visitors = Array.from({ length: draw.roll(3) }, () => ({ level: draw.pick(levels) }));
    return {
      kind: 'meeting.held',
      effectiveOn: draw.day,
      unit,
      sort: draw.pick(sorts),
      body: draw.pick(bodies),
      convened,
      present: draw.roll(convened + 1),
      ...(visitors.length > 0 ? { visitors } : {}),
    };
  },
  figures: {
    'meetings-held': {
      args: { sort: sorts, body: bodies },
      recount: atUnit('meeting.held', (act, { args }) => says(act, args, 'sort', 'body')),
    },
    'meeting-attendances': { args: { sort: sorts, body: bodies }, recount: heads('present') },
    'meeting-convocations': { args: { sort: sorts, body: bodies }, recount: heads('convened') },
    'cells-with-regular-meeting': {
      recount: (of) =>
        of.told
          .filter(({ kind, sort, body }) => kind === 'meeting.held' && sort === 'regular' && body === 'cell')
          .filter(({ unit, effectiveOn }) =>
            ['cell', 'grassroots-cell'].includes(of.time.on(effectiveOn).unit(unit).kind),
          )
          .map(({ unit, effectiveOn }) => ({ id: unit, at: unit, day: effectiveOn })),
    },
    'meeting-visits': {
      args: { level: levels },
      recount: (of) =>
        of.told.flatMap(({ kind, id, unit, effectiveOn, visitors }) => {
          if (kind !== 'meeting.held') return [];
          // A visit is known by its place among the levels in order.
          const sorted = ((visitors ?? []) as { level: string }[]).map(({ level }) => level).toSorted();
          return sorted.flatMap((level, i) =>
            (of.args.level ?? level) === level ? [{ id: `${id}:${i + 1}`, at: unit, day: effectiveOn }] : [],
          );
        }),
    },
  },
};
