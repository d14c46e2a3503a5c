import { addDays } from '#/platform/day.ts';
import { atPerson, type RandomPart, says } from './part.ts';

const occasions = ['admission', 'appointment', 'planning', 'election', 'other'];

export const vetting: RandomPart = {
  name: 'vetting',
  draw: (draw) => {
    const person = draw.person();
    if (draw.roll(2) === 0)
      return {
        kind: 'background.verified',
        effectiveOn: draw.day,
        person,
        confirmations: [0, 1].map((i) => ({ by: `Đảng ủy ${i}`, on: addDays(draw.day, -draw.roll(90)) })),
      };
    const before = draw.roll(3) === 0 ? draw.earlier('vetting.concluded') : undefined;
    return {
      kind: 'vetting.concluded',
      effectiveOn: before === undefined ? draw.day : draw.later(before.effectiveOn),
      person: before?.person ?? person,
      occasion: draw.pick(occasions),
      conclusion: draw.pick(['meets', 'fails', 'defer']),
      actor: draw.actor(),
    };
  },
  figures: {
    'background-verifications': { recount: atPerson('background.verified') },
    'vettings-concluded': {
      args: { occasion: occasions },
      recount: atPerson('vetting.concluded', (act, { args }) => says(act, args, 'occasion')),
    },
    'people-vetted': {
      args: { occasion: occasions },
      recount: (of) =>
        of.told
          .filter((act) => act.kind === 'vetting.concluded' && says(act, of.args, 'occasion'))
          .map(({ person, effectiveOn }) => ({
            id: person,
            at: of.time.lastStood(person, effectiveOn),
            day: effectiveOn,
          })),
    },
  },
};
