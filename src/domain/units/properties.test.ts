import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactRow } from '#/kernel/facts/table.ts';
import type { Act, ActInput } from '#/kernel/journal/act.ts';
import { act, foldUnits, spells, type World } from './fold-units.ts';

const code = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2020-01-0${n}`);
const fresh = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');
const newUnit = fc
  .record({ code: fresh, parent: fc.option(code, { nil: undefined }) })
  .map((unit) => ({ ...unit, name: `Đảng bộ ${unit.code}`, kind: 'grassroots-body' }));

const bodies: fc.Arbitrary<ActInput> = fc.oneof(
  { weight: 6, arbitrary: newUnit.map((unit) => ({ kind: 'unit.established', unit })) },
  { weight: 2, arbitrary: code.map((unit) => ({ kind: 'unit.renamed', unit, name: `Tên mới ${unit}` })) },
  { weight: 1, arbitrary: code.map((unit) => ({ kind: 'unit.recoded', unit, code: `${unit}-mới` })) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('unit.retyped'), unit: code, type: fc.constantFrom('commune', 'ward') }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('unit.moved'), unit: code, parent: code }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('unit.merged'),
      units: fc.uniqueArray(code, { minLength: 1, maxLength: 2 }),
      into: code,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('unit.consolidated'),
      units: fc.uniqueArray(code, { minLength: 2, maxLength: 2 }),
      unit: newUnit,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('unit.split'), unit: code, into: fc.tuple(newUnit), ends: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('unit.dissolved'),
      unit: code,
      successor: fc.option(code, { nil: undefined }),
    }),
  },
);

/** Acts that fold together, kept as they come; what does not fit is left out, as the journal refuses it. */
const journal: fc.Arbitrary<Act[]> = fc.array(fc.tuple(day, bodies), { minLength: 4, maxLength: 30 }).map((drafts) => {
  const established = ['A', 'B', 'C'].map((one, i) =>
    act(`0${i}`, '2020-01-01', { kind: 'unit.established', unit: { code: one, name: one, kind: 'district' } }),
  );
  const kept: Act[] = established;
  for (const [index, [on, body]] of drafts.entries()) {
    const next = act(`${(index * 37) % 97}-${index}`, on, body);
    if (foldUnits([...kept, next]).problems.length === 0) kept.push(next);
  }
  return kept;
});

const tables = ['unit_life', 'unit_name', 'unit_kind', 'unit_code', 'unit_parent'] as const;

const contains = (outer: Span, inner: Span) =>
  outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
type Span = { from: string; to: string | null };

function sorted(world: World): unknown {
  const text = (row: FactRow) => JSON.stringify(Object.entries(row).toSorted());
  return [...world.facts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, rows]) => [id, Object.entries(rows).map(([table, list]) => [table, list.map(text).toSorted()])]);
}

test('for every journal the spells of a unit are never empty, never overlap, and lie within its life', () => {
  fc.assert(
    fc.property(journal, (acts) => {
      const world = foldUnits(acts);
      for (const unitId of world.facts.keys())
        for (const table of tables) {
          const rows = spells(world, unitId, table);
          for (const [i, row] of rows.entries()) {
            expect(row.to === null || row.from < row.to).toBe(true);
            const next = rows[i + 1];
            if (next !== undefined) expect(row.to !== null && row.to <= next.from).toBe(true);
            expect(spells(world, unitId, 'unit_life').some((life) => contains(life, row))).toBe(true);
          }
          if (table !== 'unit_parent') expect(rows.at(-1)?.to).toBe(spells(world, unitId, 'unit_life')[0]?.to);
        }
    }),
  );
});

test('for every journal a superior exists as long as units lie under it, and an ended one is followed by its successor', () => {
  fc.assert(
    fc.property(journal, (acts) => {
      const world = foldUnits(acts);
      for (const unitId of world.facts.keys()) {
        const rows = spells(world, unitId, 'unit_parent');
        for (const [i, row] of rows.entries()) {
          const [above] = spells(world, row.parent_id as string, 'unit_life');
          expect(above !== undefined && contains(above, row)).toBe(true);
          const next = rows[i + 1];
          const wasEnded = acts.find(({ id }) => id === next?.act_id && next?.act_id === above?.end_act_id);
          if (wasEnded !== undefined && row.to === above?.to) expect(next?.from).toBe(above.to);
        }
      }
    }),
  );
});

test('for every journal the order of recording does not matter', () => {
  fc.assert(
    fc.property(journal, fc.infiniteStream(fc.nat()), (acts, keys) => {
      const shuffled = acts
        .map((one) => ({ one, key: keys.next().value as number }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(sorted(foldUnits(shuffled))).toEqual(sorted(foldUnits(acts)));
    }),
  );
});

test('for every journal renaming a unit changes its names and nothing else', () => {
  fc.assert(
    fc.property(journal, (acts) => {
      const without = (world: World) =>
        sorted({
          ...world,
          facts: new Map(
            [...world.facts].map(([id, { unit_name: _names, unit_event, ...rows }]) => [
              id,
              { ...rows, unit_event: (unit_event ?? []).filter(({ event }) => event !== 'renamed') },
            ]),
          ),
        });
      expect(without(foldUnits(acts.filter(({ kind }) => kind !== 'unit.renamed')))).toEqual(without(foldUnits(acts)));
    }),
  );
});
