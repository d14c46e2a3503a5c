import { addDays } from '#/platform/day.ts';
import type { RandomPart } from './part.ts';

// Acts whose figures have tests of their own; here they only stand among the others.

const targets: RandomPart = {
  name: 'targets',
  draw: (draw) => {
    const before = draw.roll(3) === 0 ? draw.earlier('target.assigned') : undefined;
    const goal = { figure: 'admissions', from: '2018-01-01', to: draw.pick(['2018-12-31', '2019-12-31']) };
    if (before !== undefined) {
      const { unit, figure, from, to } = before;
      return { kind: 'target.cancelled', effectiveOn: draw.later(before.effectiveOn), unit, figure, from, to };
    }
    const value = draw.roll(30);
    return { kind: 'target.assigned', effectiveOn: draw.day, unit: draw.unit(), ...goal, value, measure: 'count' };
  },
  figures: {},
};

const declared: RandomPart = {
  name: 'declared',
  draw: (draw) => {
    const figure = draw.pick([
      'meetings-held',
      'admissions',
      'contest-entries',
      'members-disciplined',
      'study-sessions',
    ]);
    return {
      kind: 'count.declared',
      effectiveOn: draw.day,
      unit: draw.unit(),
      figure,
      ...(figure === 'contest-entries' ? { args: { contest: 'bi-thu-gioi' } } : {}),
      from: draw.day,
      to: addDays(draw.day, draw.roll(90)),
      amount: draw.roll(50),
    };
  },
  figures: {},
};

const flags: RandomPart = {
  name: 'flags',
  draw: (draw) => ({
    kind: 'transfer.flagged',
    effectiveOn: draw.day,
    person: draw.person(),
    direction: draw.pick(['in', 'out']),
    flag: draw.pick(['irregular', 'forged']),
    paper: draw.paper(),
  }),
  figures: {},
};

export const others: RandomPart = {
  name: 'others',
  draw: (draw) => draw.pick([targets, declared, flags]).draw(draw),
  figures: {},
};
