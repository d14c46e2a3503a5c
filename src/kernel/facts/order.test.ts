import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedId } from '#/platform/ids.ts';
import type { Act } from '../journal/act.ts';
import { active, inFoldOrder, unorderedPairs } from './order.ts';

function act(n: number, over: Partial<Act> = {}): Act {
  return {
    id: derivedId('act', String(n)),
    kind: 'x.done',
    effectiveOn: '2020-01-01',
    actor: { unit: null, body: 'committee' },
    paper: null,
    withdraws: null,
    after: null,
    note: null,
    body: {},
    recordedAt: '2020-01-01T00:00:00.000000Z',
    recordedBy: 'test',
    source: { via: 'api' },
    ...over,
  };
}

const days = ['2020-01-01', '2020-01-02', '2020-01-03'];
const someActs = fc
  .array(
    fc.record({ day: fc.constantFrom(...days), rank: fc.constantFrom(100, 300, 500), after: fc.option(fc.nat(7)) }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ day, rank, after }, i) => ({
      rank,
      // Only earlier numbers, so that nothing waits for itself.
      act: act(i, { effectiveOn: day, after: after !== null && after < i ? derivedId('act', String(after)) : null }),
    })),
  );

describe('the order of folding', () => {
  it('does not depend on the order in which acts come', () => {
    fc.assert(
      fc.property(
        someActs.chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length }))),
        ([acts, shuffled]) => {
          expect(inFoldOrder(shuffled).map((r) => r.act.id)).toEqual(inFoldOrder(acts).map((r) => r.act.id));
        },
      ),
    );
  });

  it('goes by day, and within a day puts an act after the one it names, whatever the ranks', () => {
    fc.assert(
      fc.property(someActs, (acts) => {
        const ordered = inFoldOrder(acts);
        const at = new Map(ordered.map(({ act: one }, i) => [one.id, i]));
        ordered.forEach(({ act: one }, i) => {
          const before = ordered[i - 1]?.act;
          if (before !== undefined) expect(before.effectiveOn <= one.effectiveOn).toBe(true);
          const named = ordered.find((r) => r.act.id === one.after)?.act;
          if (named !== undefined && named.effectiveOn === one.effectiveOn) expect(at.get(named.id)).toBeLessThan(i);
        });
      }),
    );
  });

  it('puts the lower rank first on one day', () => {
    const leaves = { rank: 500, act: act(1) };
    const enters = { rank: 300, act: act(2) };
    expect(inFoldOrder([leaves, enters])).toEqual([enters, leaves]);
  });

  it('refuses acts that wait for one another', () => {
    const a = act(1, { after: derivedId('act', '2') });
    const b = act(2, { after: derivedId('act', '1') });
    expect(() =>
      inFoldOrder([
        { rank: 1, act: a },
        { rank: 1, act: b },
      ]),
    ).toThrow(/wait for one another/);
  });

  it('finds neighbours of one day and rank that do not say which comes first', () => {
    const [a, b, c] = [act(1), act(2), act(3)].toSorted((x, y) => (x.id < y.id ? -1 : 1)) as [Act, Act, Act];
    const told = { ...b, after: a.id };
    const ordered = inFoldOrder([a, told, c].map((one) => ({ rank: 1, act: one })));
    expect(unorderedPairs(ordered)).toEqual([[1, 2]]);
  });
});

describe('acts that hold', () => {
  it('a withdrawn act falls away; when the withdrawal is withdrawn it holds again', () => {
    const admitted = act(1);
    const withdrawal = act(2, { withdraws: admitted.id });
    const second = act(3, { withdraws: withdrawal.id });
    expect(active([admitted, withdrawal]).map((a) => a.id)).toEqual([withdrawal.id]);
    expect(active([admitted, withdrawal, second]).map((a) => a.id)).toEqual([admitted.id, second.id]);
  });
});
