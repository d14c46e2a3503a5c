import { expect, test } from 'vitest';
import { sections } from '#/reports/annual/sections/sections.ts';
import { figureOf } from '#/reports/annual/value.ts';
import { penFor } from '#test/annual.ts';
import { figures } from './parts.ts';

const kinds = [
  'provincial',
  'district',
  'bloc',
  'commune',
  'grassroots-body',
  'sub-grassroots-body',
  'grassroots-cell',
  'cell',
];
const periods = [
  ['2020-01-01', '2020-12-31'],
  ['2010-01-01', '2020-12-31'],
] as const;

test.each(kinds)(
  'every figure that the report of a %s asks for is in the catalogue, and takes these arguments',
  (kind) => {
    const unknown = periods.flatMap(([from, to]) => {
      const { scene } = penFor({ from, to }, kind);
      const asks = sections.flatMap((section) => Object.values(section.asks(scene))).filter((one) => one !== null);
      return asks.filter((one) => figureOf(figures, one) === null).map(({ figure, args }) => ({ figure, args }));
    });
    expect(unknown).toEqual([]);
  },
);
