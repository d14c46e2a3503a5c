import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { askFigure } from '../ask.ts';
import { testWorld, type World } from '../world.ts';

// What is told of a unit that has ended counts with its last superior and, when that one has ended too, as in 2025 the
// districts, with whoever took over from it: no award and no conclusion drops out of every report.

const unit = (code: string, kind: string, parent?: string): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2015-01-01',
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
});
const paper = { issuer: 'Tỉnh ủy Thử', number: '1-QĐ/TU', issuedOn: '2025-08-01' };

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('K', 'district', 'T'),
    unit('B', 'grassroots-body', 'H'),
    unit('C', 'grassroots-body', 'K'),
    unit('M', 'grassroots-body', 'T'),
    { kind: 'strengthening.opened', effectiveOn: '2025-02-01', unit: 'B', reason: 'few-members', paper },
    { kind: 'strengthening.opened', effectiveOn: '2025-02-01', unit: 'C', reason: 'few-members', paper },
    { kind: 'unit.merged', effectiveOn: '2025-06-01', units: ['B'], into: 'M', paper },
    { kind: 'unit.merged', effectiveOn: '2025-06-01', units: ['C'], into: 'M', paper },
    { kind: 'unit.merged', effectiveOn: '2025-07-01', units: ['H'], into: 'K', paper },
    { kind: 'unit.ended', effectiveOn: '2025-07-15', unit: 'K', successor: 'T', paper },
    ...['B', 'C'].flatMap((code): ActInput[] => [
      { kind: 'unit.commended', effectiveOn: '2025-08-01', unit: code, form: 'flag', level: 'province', paper },
      {
        kind: 'unit.inspected',
        effectiveOn: '2025-08-01',
        unit: code,
        topic: 'compliance',
        actor: { unit: 'T', body: 'committee' },
        paper,
      },
      {
        kind: 'unit.disciplined',
        effectiveOn: '2025-08-01',
        unit: code,
        form: 'warning',
        content: ['land'],
        actor: { unit: 'T', body: 'committee' },
        paper,
      },
      { kind: 'strengthening.closed', effectiveOn: '2025-08-01', unit: code, outcome: 'dissolved', paper },
    ]),
  ]);
});
afterAll(() => world.close());

describe('of units that ended before their superior did', () => {
  it.each(['commendations', 'inspections-of-units', 'units-disciplined', 'strengthening-cases-closed'])(
    '%s count with whoever is above them now',
    async (figure) => {
      const answer = await askFigure(world, figure, 'T', { from: '2025-01-01', on: '2025-12-31' });
      expect(answer.value).toBe(2);
    },
  );

  it('facts follow from the journal', async () => {
    expect(await verifyFacts(world.journal)).toEqual([]);
  });
});
