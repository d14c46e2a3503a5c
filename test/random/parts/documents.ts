import { addDays } from '#/platform/day.ts';
import type { Item, RandomPart, Recounted } from './part.ts';

const types = ['resolution', 'directive', 'plan', 'report'];
const levels = ['own', 'subordinate'];

/** Documents by the date of the paper; of the asked unit itself, or of those under it. */
const issued =
  (isOne: (type: string, thematic: boolean, of: Recounted) => boolean) =>
  (of: Recounted): Item[] =>
    of.told
      .filter(({ kind }) => kind === 'document.issued')
      .filter(({ type, thematic }) => isOne(type, thematic === true, of))
      .filter(({ unit }) => of.args.level === undefined || (of.args.level === 'own') === (unit === of.unit))
      .map(({ id, unit, paper, effectiveOn }) => ({
        id,
        at: unit,
        day: paper?.issuedOn?.length === 10 ? paper.issuedOn : effectiveOn,
      }));

export const documents: RandomPart = {
  name: 'documents',
  draw: (draw) => ({
    kind: 'document.issued',
    effectiveOn: draw.day,
    unit: draw.unit(),
    type: draw.pick(types),
    thematic: draw.maybe(true),
    subject: draw.maybe('Nâng cao chất lượng sinh hoạt chi bộ'),
    paper: draw.paper(draw.pick([draw.day, addDays(draw.day, -draw.roll(40)), draw.day.slice(0, 7)])),
  }),
  figures: {
    'documents-issued': {
      args: { type: types, level: levels },
      recount: issued((type, _, { args }) => (args.type ?? type) === type),
    },
    resolutions: { args: { level: levels }, recount: issued((type) => type === 'resolution') },
    'thematic-resolutions': {
      args: { level: levels },
      recount: issued((type, thematic) => type === 'resolution' && thematic),
    },
  },
};
