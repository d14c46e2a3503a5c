import { atPerson, type RandomPart } from './part.ts';

const kinds = ['card.issued', 'card.reissued', 'card.exchanged'];

export const cards: RandomPart = {
  name: 'cards',
  draw: (draw) => ({
    kind: draw.pick(kinds),
    effectiveOn: draw.day,
    person: draw.person(),
    number: draw.maybe(String(10_000_000 + draw.roll(80_000_000))),
    paper: draw.paper(),
  }),
  figures: {
    'cards-issued': { recount: atPerson('card.issued') },
    'cards-reissued': { recount: atPerson('card.reissued') },
    'cards-exchanged': { recount: atPerson('card.exchanged') },
  },
};
