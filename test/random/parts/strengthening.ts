import { addDays } from '#/platform/day.ts';
import { atUnit, type Item, type RandomPart, type Recounted, type Told } from './part.ts';

const outcomes = ['strengthened', 'dissolved', 'other'];

const closing = (opened: Told, { told }: Recounted): Told | undefined =>
  told
    .filter(({ kind, unit }) => kind === 'strengthening.closed' && unit === opened.unit)
    .filter(({ effectiveOn }) => effectiveOn > opened.effectiveOn)
    .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))[0];

const open = (of: Recounted): Told[] =>
  of.told
    .filter(({ kind, effectiveOn }) => kind === 'strengthening.opened' && effectiveOn <= of.on)
    .filter((opened) => of.on < (closing(opened, of)?.effectiveOn ?? '9999'));

const items = (acts: readonly Told[], day: string): Item[] => acts.map(({ id, unit }) => ({ id, at: unit, day }));

export const strengthening: RandomPart = {
  name: 'strengthening',
  draw: (draw) => {
    const opened = draw.roll(2) === 0 ? draw.earlier('strengthening.opened') : undefined;
    const paper = draw.paper();
    if (opened !== undefined) {
      const effectiveOn = draw.later(opened.effectiveOn);
      return { kind: 'strengthening.closed', effectiveOn, unit: opened.unit, outcome: draw.pick(outcomes), paper };
    }
    const dueOn = draw.maybe(addDays(draw.day, draw.roll(300)));
    return {
      kind: 'strengthening.opened',
      effectiveOn: draw.day,
      unit: draw.unit(),
      reason: 'few-members',
      dueOn,
      paper,
    };
  },
  figures: {
    'strengthening-cases': { recount: atUnit('strengthening.opened') },
    'strengthening-cases-open': { recount: (of) => items(open(of), of.on) },
    'strengthening-cases-overdue': {
      recount: (of) =>
        items(
          open(of).filter(({ dueOn }) => dueOn !== undefined && dueOn < of.on),
          of.on,
        ),
    },
    'strengthening-cases-closed': {
      args: { outcome: outcomes },
      recount: (of) =>
        of.told.flatMap((opened) => {
          const closed = opened.kind === 'strengthening.opened' ? closing(opened, of) : undefined;
          if (closed === undefined || (of.args.outcome ?? closed.outcome) !== closed.outcome) return [];
          const day = closed.effectiveOn;
          return [{ id: opened.id, at: of.time.orSuperiors(opened.unit, day), day }];
        }),
    },
  },
};
