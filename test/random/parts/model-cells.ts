import { atUnit, type RandomPart, says } from './part.ts';

const titles = ['model-cell', 'four-good-cell', 'four-good-body'];

const of = (kind: string) => ({
  args: { title: titles },
  recount: atUnit(kind, (act, { args }) => says(act, args, 'title')),
});

export const modelCells: RandomPart = {
  name: 'model-cells',
  draw: (draw) => {
    const before = draw.roll(3) > 0 ? draw.earlier('model.registered', 'model.recognised') : undefined;
    const where = { unit: before?.unit ?? draw.unit(), title: before?.title ?? draw.pick(titles) };
    const next =
      before?.kind === 'model.recognised'
        ? ['model.revoked', 'model.recognised']
        : ['model.recognised', 'model.registered'];
    const kind = before === undefined ? 'model.registered' : draw.pick(next);
    return {
      kind,
      effectiveOn: before === undefined ? draw.day : draw.later(before.effectiveOn),
      ...where,
      ...(kind === 'model.registered' ? { forYear: draw.maybe(2018 + draw.roll(3)) } : {}),
      paper: draw.paper(),
    };
  },
  figures: {
    'model-titles-registered': of('model.registered'),
    'model-titles-recognised': of('model.recognised'),
    'model-titles-revoked': of('model.revoked'),
    'model-titles': {
      args: { title: titles },
      recount: ({ told, args, on }) => {
        const past = told.filter((act) => act.effectiveOn <= on && says(act, args, 'title'));
        return past
          .filter(({ kind }) => kind === 'model.recognised')
          .filter(
            ({ unit, title, effectiveOn }) =>
              !past.some(
                (act) =>
                  act.kind === 'model.revoked' &&
                  act.unit === unit &&
                  act.title === title &&
                  act.effectiveOn > effectiveOn,
              ),
          )
          .map(({ unit, title }) => ({ id: `${unit}:${title}`, at: unit, day: on }));
      },
    },
  },
};
