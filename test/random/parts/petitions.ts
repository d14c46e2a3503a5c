import type { Item, RandomPart, Recounted, Told } from './part.ts';
import { says } from './part.ts';

const sorts = ['denunciation', 'complaint', 'petition'];
const topics = ['member', 'policy', 'other'];
const outcomes = ['founded', 'unfounded', 'filed'];

const received = (of: Recounted): Told[] =>
  of.told.filter((act) => act.kind === 'petition.received' && says(act, of.args, 'sort', 'about'));

const settling = ({ unit, code }: Told, { told }: Recounted): Told | undefined =>
  told.find((act) => act.kind === 'petition.settled' && act.unit === unit && act.code === code);

/** Whoever has to deal with it: the unit, its successor, or its last superior where it left none. */
const placed = (of: Recounted, act: Told, day: string): Item => ({ id: act.id, at: of.time.heir(act.unit, day), day });

export const petitions: RandomPart = {
  name: 'petitions',
  draw: (draw) => {
    const letter = draw.roll(2) === 0 ? draw.earlier('petition.received') : undefined;
    if (letter !== undefined)
      return {
        kind: 'petition.settled',
        effectiveOn: draw.later(letter.effectiveOn),
        unit: letter.unit,
        code: letter.code,
        outcome: draw.pick(outcomes),
      };
    const anonymous = draw.maybe(true);
    return {
      kind: 'petition.received',
      effectiveOn: draw.day,
      unit: draw.unit(),
      code: `${draw.roll(60)}/Đ`,
      sort: draw.pick(sorts),
      about: draw.maybe(draw.pick(topics)),
      anonymous,
      complainant: anonymous ? undefined : draw.maybe('Người Gửi Đơn'),
    };
  },
  figures: {
    'petitions-received': {
      args: { sort: sorts, about: topics, anonymous: ['yes'] },
      recount: (of) =>
        received(of)
          .filter(({ anonymous }) => of.args.anonymous === undefined || anonymous === true)
          .map((act) => placed(of, act, act.effectiveOn)),
    },
    'petitions-settled': {
      args: { sort: sorts, outcome: outcomes },
      recount: (of) =>
        received(of).flatMap((act) => {
          const settled = settling(act, of);
          if (settled === undefined || (of.args.outcome ?? settled.outcome) !== settled.outcome) return [];
          return [placed(of, act, settled.effectiveOn)];
        }),
    },
    'petitions-pending': {
      args: { sort: sorts },
      recount: (of) =>
        received(of)
          .filter((act) => act.effectiveOn <= of.on && of.on < (settling(act, of)?.effectiveOn ?? '9999'))
          .map((act) => placed(of, act, of.on)),
    },
  },
};
