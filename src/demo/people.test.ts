import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogues, entryOf } from '#/domain/catalogues/api.ts';
import { addMonths } from '#/platform/day.ts';
import { makeName } from './names.ts';
import { citizenId } from './numbers.ts';
import { makePerson, type PersonRecord } from './people.ts';
import { type ProfileName, profiles } from './profiles.ts';
import { permuted, random, weighted } from './random.ts';
import { fingerprint, isReserved } from './reserved-names.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const mix = {
  ethnicities: weighted([
    ['kinh', 5],
    ['muong', 1],
    ['tay', 1],
    ['nung', 1],
    ['thai', 1],
    ['dao', 1],
  ] as const),
  religions: weighted([
    ['none', 8],
    ['catholicism', 1],
    ['buddhism', 1],
  ] as const),
  province: 'Nam Định',
  communes: ['xã A'],
  dossierLetters: 'ND',
};
const names = Object.keys(profiles) as ProfileName[];
const someone = (seed: number, serial: number, on = '2020-01-01'): PersonRecord => {
  const profile = profiles[names[serial % names.length] as ProfileName];
  return makePerson(random(seed, 3, serial), { code: `P${serial}`, serial, profile, mix, on, status: 'official' });
};
const serials = fc.integer({ min: 1, max: 999_999 });

test('whoever is made up was admitted at 18 or later, a year before becoming official, and that before today', () => {
  fc.assert(
    fc.property(fc.integer(), serials, (seed, serial) => {
      const { born, admittedOn, officialOn, admissionDecidedOn } = someone(seed, serial);
      if (admittedOn?.length !== 10 || born.length !== 10) return;
      expect(addMonths(born, 18 * 12) <= admittedOn).toBe(true);
      expect(officialOn).toBe(addMonths(admittedOn, 12));
      expect((officialOn as string) <= '2020-01-01').toBe(true);
      if (admissionDecidedOn !== undefined)
        expect(workingDaysBetween(admissionDecidedOn, admittedOn)).toBeLessThanOrEqual(30);
    }),
    { numRuns: 3000 },
  );
});

test('every coded field holds a code of its catalogue', () => {
  fc.assert(
    fc.property(serials, (serial) => {
      const person = someone(1, serial);
      for (const [field, catalogue] of Object.entries(catalogues))
        if (person[field] !== undefined)
          expect(entryOf(catalogue, person[field] as string), `${field}: ${person[field]}`).not.toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test('the same stream makes the same person', () => {
  expect(someone(4, 17)).toEqual(someone(4, 17));
  expect(someone(4, 17)).not.toEqual(someone(4, 18));
});

test('cards have eight digits before 2025 and twelve from the exchange on', () => {
  const cardOf = (on: string) => (someone(1, 5, on).cards as { scheme: string; number: string }[])[0];
  expect(cardOf('2020-01-01')).toMatchObject({ scheme: 'card-8', number: expect.stringMatching(/^\d{8}$/) });
  expect(cardOf('2026-01-01')).toMatchObject({ scheme: 'card-12', number: expect.stringMatching(/^\d{12}$/) });
});

test('a citizen number tells century, sex and year, and belongs to no province (097 and above)', () => {
  expect(citizenId(12, 'female', 1985)).toBe('099185000012');
  expect(citizenId(1_000_012, 'male', 2003)).toBe('098203000012');
});

test('no name is that of somebody known', () => {
  expect(fingerprint('Nguyễn Văn Mẫu')).toBe(fingerprint('Nguyễn Văn Mẫu'.normalize('NFC')));
  for (let i = 0; i < 20_000; i += 1)
    expect(isReserved(makeName(random(9, 1, i), i % 2 === 0 ? 'male' : 'female', 1930 + (i % 75), 'kinh'))).toBe(false);
});

test('a permutation gives every number once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (size, salt) => {
      const order = permuted(size, salt);
      expect(new Set(Array.from({ length: size }, (_, i) => order(i))).size).toBe(size);
    }),
  );
});

test('working days leave out weekends and Tết', () => {
  expect(isWorkingDay('2020-01-24')).toBe(false);
  expect(isWorkingDay('2020-02-01')).toBe(false);
  expect(addWorkingDays('2020-01-22', 1)).toBe('2020-01-30');
  expect(workingDaysBetween('2020-01-22', '2020-01-30')).toBe(1);
});
