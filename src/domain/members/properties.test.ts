import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Act, ActInput } from '#/kernel/journal/act.ts';
import { addDays } from '#/platform/day.ts';
import { acts, context, type Fold, foldActs, on, someone, spells } from './fold-members.ts';

// Around 1/5, 1/6 and 1/7/2020, when cells of the little tree begin and end.
const day = fc.integer({ min: 0, max: 90 }).map((n) => addDays('2020-04-20', n));
const cell = fc.constantFrom('A', 'B', 'C', 'F', 'N', 'S');
const status = fc.constantFrom('official', 'probationary');
const outside = fc.constant({ place: 'province', name: 'Tỉnh ủy B' });
const until = fc.option(day, { nil: undefined });
const issuedOn = fc.option(day, { nil: undefined });
const paper = issuedOn.map((on) => ({ issuer: 'Huyện ủy A', number: '7-QĐ/HU', issuedOn: on }));

type Kinds = [kind: string, fields: Record<string, fc.Arbitrary<unknown>>][];

const entries: Kinds = [
  ['member.registered', { cell, status }],
  ['admission.approved', { cell }],
  ['member.admitted', { cell }],
  ['transfer.received', { cell, origin: outside }],
  ['member.temporarilyReceived', { host: cell, origin: outside }],
];
const later: Kinds = [
  ['member.admitted', { cell }],
  ['member.readmitted', { cell }],
  ['member.readmitted', { cell }],
  ['member.restored', {}],
  ['member.restored', {}],
  ['member.recognised', {}],
  ['member.transferred', { to: cell }],
  ['transfer.issued', { to: cell }],
  ['transfer.issued', { to: cell }],
  ['transfer.issued', { destination: outside }],
  ['transfer.received', { cell }],
  ['transfer.received', { cell }],
  ['transfer.cancelled', {}],
  ['transfer.confirmed', {}],
  ['unit.divided', { to: cell }],
  ['member.temporarilyTransferred', { host: cell }],
  ['member.temporaryReturned', {}],
  ['member.exempted', { until }],
  ['member.exemptionEnded', {}],
  ['member.suspended', { until }],
  ['member.suspensionEnded', {}],
  ['member.nameRemoved', {}],
  ['member.expelled', {}],
  ['member.left', {}],
  ['member.died', {}],
  ['admission.approved', { cell }],
  ['transfer.flagged', { direction: fc.constantFrom('in', 'out'), flag: fc.constantFrom('irregular', 'forged') }],
];
const lineOf = (kinds: Kinds, more: object) =>
  fc.oneof(
    ...kinds.map(([kind, fields]) =>
      fc
        .record({ effectiveOn: day, paper, ...fields })
        .map(({ effectiveOn, ...rest }) => on(effectiveOn as string, kind, { ...rest, ...more })),
    ),
  );

/** Acts of one life that fit: day after day, each is kept if all kept so far still fold with it. */
const lives: fc.Arbitrary<Act[]> = fc
  .tuple(lineOf(entries, { person: someone }), fc.array(lineOf(later, {}), { maxLength: 40, size: 'max' }))
  .map(([first, rest]) => {
    const lines = rest.toSorted((a, b) => ((a.effectiveOn as string) < (b.effectiveOn as string) ? -1 : 1));
    let kept: Act[] = [];
    for (const act of acts([{ ...first, effectiveOn: '2020-04-20' }, ...lines] as ActInput[]))
      if (foldActs([...kept, act]).problems.length === 0) kept = [...kept, act];
    return kept;
  });

const checked = (check: (life: Fold, list: Act[]) => void) =>
  fc.assert(
    fc.property(lives, (list) => check(foldActs(list), list)),
    { numRuns: 250 },
  );

const days = Array.from({ length: 100 }, (_, i) => addDays('2020-04-15', i));
const holdsOn = (row: { from: string | null; to: string | null }, at: string) =>
  (row.from ?? '') <= at && (row.to === null || at < row.to);

test('for every life, the spells of a table are never empty and never overlap', () => {
  checked((life) => {
    for (const table of ['standing', 'transit', 'exemption', 'suspension', 'temporary_stay', 'person_record']) {
      const all = spells(life, table);
      for (const [i, row] of all.entries()) {
        if (row.to !== null) expect((row.from ?? '') < row.to).toBe(true);
        const next = all[i + 1];
        if (next !== undefined) expect(row.to !== null && row.to <= (next.from as string)).toBe(true);
      }
    }
  });
});

test('for every life, one stands only in units that exist', () => {
  checked((life) => {
    for (const row of spells(life, 'standing')) {
      const unit = context.successions.life(row.unit_id as string);
      expect(unit !== null && unit.from <= (row.from as string)).toBe(true);
      if (unit?.to) expect(row.to !== null && row.to <= unit.to).toBe(true);
    }
  });
});

test('for every life, a flagged transfer stands in a unit that existed on its day', () => {
  checked((life) => {
    for (const { unit_id, on_day } of life.rows.transfer_flag ?? []) {
      const unit = unit_id === null ? null : context.successions.life(unit_id as string);
      expect(unit !== null && unit.from <= (on_day as string)).toBe(true);
    }
  });
});

test('for every life and day, entries minus exits say whether there is a member, and the last event says where', () => {
  checked((life) => {
    const events = (life.rows.member_event ?? []).filter(
      ({ from_unit_id, to_unit_id }) => from_unit_id !== null || to_unit_id !== null,
    );
    const standing = spells(life, 'standing');
    for (const at of days) {
      const past = events.filter(({ on_day }) => (on_day as string) <= at);
      const sum = past.reduce((n, e) => n + (e.to_unit_id === null ? 0 : 1) - (e.from_unit_id === null ? 0 : 1), 0);
      const now = standing.find((row) => holdsOn(row, at));
      expect(sum).toBe(now === undefined ? 0 : 1);
      // In transit the nearest common superior may become another one when an end of the transfer ends.
      if (now?.in_transit === false) expect(successorOn(past.at(-1)?.to_unit_id as string, at)).toBe(now.unit_id);
    }
  });
});

const successorOn = (unit: string, at: string): string => {
  const known = context.successions.life(unit);
  return known?.to && known.to <= at && known.successorId ? successorOn(known.successorId, at) : unit;
};

test('for every life, neighbouring rows agree on the event between them, and a last row ends by a departure', () => {
  const departures = ['died', 'left', 'expelled', 'name-removed', 'letter-issued'];
  checked((life) => {
    const all = spells(life, 'standing');
    for (const [i, row] of all.entries()) {
      const next = all[i + 1];
      if (row.to === null) expect(row.exit).toBeNull();
      else if (next !== undefined && next.from === row.to) expect(row.exit).toBe(next.entry);
      else expect(departures).toContain(row.exit);
    }
  });
});

test('for every life, who is in transit inside has a letter; exempt and suspended is only who stands somewhere', () => {
  checked((life) => {
    const [standing, transit] = [spells(life, 'standing'), spells(life, 'transit')];
    const others = [...spells(life, 'exemption'), ...spells(life, 'suspension')];
    for (const at of days) {
      const now = standing.find((row) => holdsOn(row, at));
      const letter = transit.find((row) => holdsOn(row, at));
      if (now !== undefined) expect(now.in_transit).toBe(letter !== undefined);
      if (letter?.to_unit_id === null) expect(now).toBeUndefined();
      for (const row of others.filter((one) => holdsOn(one, at))) expect(row.unit_id).toBe(now?.unit_id);
    }
  });
});

test('for every life, the order in which its acts were recorded does not matter', () => {
  checked((life, list) => {
    expect(foldActs(list.toReversed())).toEqual(life);
  });
});

test('random lives go far enough to try the rules', () => {
  const sample = fc.sample(lives, { numRuns: 300, seed: 7 });
  const seen = new Set(sample.flatMap((list) => list.map(({ kind }) => kind)));
  expect([...seen].toSorted()).toEqual([...new Set([...entries, ...later].map(([kind]) => kind))].toSorted());
  expect(sample.filter((list) => list.length > 5).length).toBeGreaterThan(60);
});
