import type { Day } from '#/platform/day.ts';
import type { Mix } from '../profiles.ts';
import { between, type Random, random, weighted } from '../random.ts';
import { apportion, type Cell, type Grassroots, Roster } from '../roster.ts';
import { districts } from './places.ts';
import { isCommune, superiorOf } from './tree.ts';

export const OPENING: Day = '2020-01-01';

/** Shares in 1,000: Nho Quan, on the edge of Hòa Bình, has the Mường; Kim Sơn, won from the sea, the Catholics. */
const shares: Record<string, { muong: number; catholic: number }> = {
  NQ: { muong: 190, catholic: 30 },
  TD: { muong: 24, catholic: 16 },
  KS: { muong: 1, catholic: 118 },
  GV: { muong: 4, catholic: 36 },
  YM: { muong: 2, catholic: 30 },
};

function mixOf(code: string, communes: readonly string[]): Mix {
  const { muong, catholic } = shares[code] ?? { muong: 5, catholic: 14 };
  return {
    ethnicities: weighted([
      ['kinh', 998 - muong],
      ['muong', muong],
      ['tay', 1.2],
      ['thai', 0.8],
    ]),
    religions: weighted([
      ['none', 985 - catholic],
      ['catholicism', catholic],
      ['buddhism', 15],
    ]),
    province: 'Ninh Bình',
    communes,
    dossierLetters: 'NB',
  };
}

/** The members of the opening day: so many in all. */
export function makeRoster(seed: number, organisations: readonly Grassroots[], total: number): Roster {
  const communes = organisations.filter(isCommune);
  const places = (code: string): string[] =>
    communes.filter((one) => superiorOf(one).code === code).map(({ place }) => place);
  const mixes = new Map(districts.map(({ code }) => [code, mixOf(code, places(code))]));
  const mix = mixOf(
    '',
    communes.map(({ place }) => place),
  );
  return new Roster({
    seed: seed + 1_000_003,
    opening: OPENING,
    prefix: 'NB',
    numbersFrom: 300_000,
    mix,
    mixOf: (organisation) => mixes.get(superiorOf(organisation).code) ?? mix,
    sizes: sizes(random(seed, 22, 0), organisations, total),
  });
}

const inCommunes: Record<string, readonly [number, number]> = {
  communeOffice: [18, 27],
  school: [8, 19],
  clinic: [4, 7],
  police: [4, 6],
};

/** Cells of their own stay well under 30 (Charter 2011, article 21); villages share what the others leave of the total. */
function sizes(r: Random, organisations: readonly Grassroots[], total: number): [Grassroots, Cell, number][] {
  const rows = organisations.flatMap((organisation) =>
    organisation.cells.map((cell): [Grassroots, Cell, number] => {
      if (organisation.kind === 'grassroots-cell') return [organisation, cell, between(r, 6, 22)];
      if (!isCommune(organisation))
        return [organisation, cell, between(r, Math.ceil(38 / organisation.cells.length), 24)];
      const range = inCommunes[cell.profile];
      return [organisation, cell, range === undefined ? 0 : between(r, ...range)];
    }),
  );
  const villages = rows.filter(([, , size]) => size === 0);
  const left = total - rows.reduce((sum, [, , size]) => sum + size, 0);
  const shares = apportion(
    left,
    villages.map(() => 0.6 + r()),
  );
  villages.forEach((row, i) => {
    row[2] = shares[i] as number;
  });
  return rows;
}
