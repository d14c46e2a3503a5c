import { expect, test } from 'vitest';
import type { Member } from '#/domain/members/member-contract.ts';
import { layOutBand } from './lay-out.ts';

const from = (day: string, on: string) => {
  const spell = {
    track: 'standing',
    kind: 'official',
    from: day,
    to: null,
    isOpening: false,
    act: 'a',
    says: {},
    unit: null,
  };
  return layOutBand({ spells: [spell], partyAge: null, on } as unknown as Member)?.ticks ?? [];
};

test('labels of the axis stand apart, and the last one has room', () => {
  const ticks = from('2025-11-20', '2026-11-30');
  expect(ticks.map(({ label }) => label)).toEqual(['01/2026', '03/2026', '05/2026', '07/2026', '09/2026']);
  expect(Math.max(...ticks.map(({ at }) => at))).toBeLessThanOrEqual(0.85);
});

test('an axis with one tick keeps it, wherever it stands', () => {
  expect(from('2026-11-02', '2026-12-03').map(({ label }) => label)).toEqual(['12/2026']);
});
