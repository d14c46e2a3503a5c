import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#/platform/day.ts';
import { place, type Successions, type UnitLife } from './succession.ts';

const life = (from: string, to: string | null = null, successorId: string | null = null): UnitLife => ({
  from,
  to,
  successorId,
  endActId: to === null ? null : `end of ${from}`,
});

function successions(lives: Record<string, UnitLife>): Successions {
  return { life: (id) => lives[id] ?? null };
}

describe('placing someone in a unit', () => {
  const units = successions({
    a: life('2000-01-01', '2020-01-01', 'b'),
    b: life('2010-01-01', '2025-07-01', 'c'),
    c: life('2025-07-01'),
    dissolved: life('2000-01-01', '2015-01-01'),
  });

  it('follows the successors while the spell lasts', () => {
    expect(place(units, 'a', '2019-06-01', null)).toEqual([
      { from: '2019-06-01', to: '2020-01-01', unitId: 'a', becauseOf: null },
      { from: '2020-01-01', to: '2025-07-01', unitId: 'b', becauseOf: 'end of 2000-01-01' },
      { from: '2025-07-01', to: null, unitId: 'c', becauseOf: 'end of 2010-01-01' },
    ]);
  });

  it('lands in the successor when it begins after the end', () => {
    expect(place(units, 'a', '2021-01-01', '2022-01-01').map((p) => p.unitId)).toEqual(['b']);
  });

  it('refuses a day before the unit was established', () => {
    expect(() => place(units, 'c', '2024-01-01', null)).toThrow(/does not exist yet/);
  });

  it('refuses a stay beyond the end of a unit without successor', () => {
    expect(() => place(units, 'dissolved', '2014-01-01', null)).toThrow(/no successor/);
    expect(place(units, 'dissolved', '2014-01-01', '2015-01-01')).toHaveLength(1);
  });

  it('covers the whole span without gap or overlap, for every span and chain', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }),
        fc.nat(300),
        fc.option(fc.integer({ min: 1, max: 3000 })),
        (lengths, start, length) => {
          const lives: Record<string, UnitLife> = {};
          let day = '2000-01-01';
          lengths.forEach((days, i) => {
            const end = i === lengths.length - 1 ? null : addDays(day, days);
            lives[`u${i}`] = life('2000-01-01', end, end === null ? null : `u${i + 1}`);
            day = end ?? day;
          });
          const from = addDays('2000-01-01', start);
          const to = length === null ? null : addDays(from, length);
          const placements = place(successions(lives), 'u0', from, to);
          expect(placements[0]?.from).toBe(from);
          expect(placements.at(-1)?.to).toBe(to);
          placements.forEach((p, i) => {
            if (i > 0) expect(p.from).toBe(placements[i - 1]?.to);
            if (p.to !== null) expect(p.from < p.to).toBe(true);
          });
        },
      ),
    );
  });
});
