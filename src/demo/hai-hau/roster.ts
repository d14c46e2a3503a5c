import type { Day } from '#/platform/day.ts';
import type { Mix } from '../profiles.ts';
import { between, type Random, random, weighted } from '../random.ts';
import { apportion, type Cell, type Grassroots, Roster } from '../roster.ts';

export const OPENING: Day = '2020-01-01';

/** Hải Hậu by the sea: Kinh but for a handful, one member in ten a Catholic. */
export function mixOf(communes: readonly string[]): Mix {
  return {
    ethnicities: weighted([
      ['kinh', 998.6],
      ['muong', 0.7],
      ['tay', 0.7],
    ]),
    religions: weighted([
      ['none', 89],
      ['catholicism', 9],
      ['buddhism', 2],
    ]),
    province: 'Nam Định',
    communes,
    dossierLetters: 'ND',
  };
}

/** The members of the opening day: so many in all. */
export function makeRoster(seed: number, organisations: readonly Grassroots[], total: number): Roster {
  const communes = organisations.filter(({ type }) => type === 'commune').map(({ place }) => place);
  const rows = sizes(random(seed, 2, 0), organisations, total);
  return new Roster({ seed, opening: OPENING, prefix: 'HH', mix: mixOf(communes), sizes: rows });
}

export const isCommune = ({ type }: Grassroots): boolean => type === 'commune' || type === 'township';

const outsideVillages: Record<string, readonly [number, number]> = {
  communeOffice: [22, 33],
  school: [11, 27],
  clinic: [5, 9],
};

/** Cells of their own stay well under 30 (Charter 2011, article 21); villages share what the others leave of the total. */
function sizes(r: Random, organisations: readonly Grassroots[], total: number): [Grassroots, Cell, number][] {
  const rows = organisations.flatMap((organisation) =>
    organisation.cells.map((cell): [Grassroots, Cell, number] => {
      if (organisation.kind === 'grassroots-cell') return [organisation, cell, between(r, 6, 26)];
      if (!isCommune(organisation))
        return [organisation, cell, between(r, Math.ceil(36 / organisation.cells.length), 26)];
      const range = outsideVillages[cell.profile];
      return [organisation, cell, range === undefined ? 0 : between(r, ...range)];
    }),
  );
  const villages = rows.filter(([, , size]) => size === 0);
  const left = total - rows.reduce((sum, [, , size]) => sum + size, 0);
  const shares = apportion(
    left,
    villages.map(() => 0.55 + r()),
  );
  villages.forEach((row, i) => {
    row[2] = shares[i] as number;
  });
  return rows;
}
