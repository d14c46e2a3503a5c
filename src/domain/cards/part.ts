import type { Part } from '#/kernel/part.ts';
import { cardExchanged, cardIssued, cardReissued } from './acts.ts';
import { cardFigures } from './figures.ts';
import { cardEventTable } from './tables.ts';

export const cardsPart: Part = {
  name: 'cards',
  kinds: [cardIssued, cardReissued, cardExchanged],
  tables: [cardEventTable],
  figures: cardFigures,
};
