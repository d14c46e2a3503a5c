import { expect, test } from 'vitest';
import { codes, fold, on, someone, spells } from './fold-members.ts';

const inA = on('2020-01-01', 'member.registered', { person: someone, cell: 'A', status: 'official' });
const rows = (life: ReturnType<typeof fold>, table: string) =>
  spells(life, table).map((row) => [row.unit_id, row.valid, row.kind].filter((value) => value !== undefined).join(' '));

test('an exemption holds where the member stands, and ends with the membership', () => {
  const life = fold(
    { ...inA, exempt: { permanent: true } },
    on('2020-08-01', 'member.transferred', { to: 'F' }),
    on('2020-09-01', 'member.died'),
  );
  expect(rows(life, 'exemption')).toEqual([
    'A [2020-01-01,2020-06-01) permanent',
    'B [2020-06-01,2020-08-01) permanent',
    'F [2020-08-01,2020-09-01) permanent',
  ]);
});

test('an exemption for a time lapses after its last day, may be prolonged, and may end before', () => {
  const until = { until: '2020-04-30' };
  const exempt = on('2020-02-01', 'member.exempted', until);
  expect(rows(fold(inA, exempt), 'exemption')).toEqual(['A [2020-02-01,2020-05-01) temporary']);
  const prolonged = fold(inA, exempt, on('2020-04-30', 'member.exempted', { until: '2020-05-31' }));
  expect(rows(prolonged, 'exemption')).toEqual([
    'A [2020-02-01,2020-04-30) temporary',
    'A [2020-04-30,2020-06-01) temporary',
  ]);
  const ended = fold(inA, exempt, on('2020-03-01', 'member.exemptionEnded'));
  expect(rows(ended, 'exemption')).toEqual(['A [2020-02-01,2020-03-01) temporary']);
  const endedLate = fold(inA, exempt, on('2020-05-04', 'member.exemptionEnded'));
  expect(rows(endedLate, 'exemption')).toEqual(['A [2020-02-01,2020-05-01) temporary']);
  expect(endedLate.problems).toEqual([]);
});

test('nobody is exempt twice, or ceases to be what he is not', () => {
  const exempt = on('2020-02-01', 'member.exempted');
  expect(rows(fold(inA, exempt), 'exemption')[0]).toContain('permanent');
  expect(codes(inA, exempt, { ...exempt, effectiveOn: '2020-03-01' })).toEqual(['member.already-exempt']);
  expect(codes(inA, on('2020-03-01', 'member.exemptionEnded'))).toEqual(['member.not-exempt']);
  expect(() => fold(inA, on('2020-02-01', 'member.exempted', { permanent: true, until: '2020-05-01' }))).toThrow(
    'last day',
  );
});

test('a letter to outside interrupts an exemption with the standing; cancelled, both go on', () => {
  const destination = { place: 'police', name: 'Đảng ủy Công an tỉnh B' };
  const life = fold(
    { ...inA, cell: 'B', exempt: {} },
    on('2020-02-01', 'transfer.issued', { destination }),
    on('2020-03-01', 'transfer.cancelled'),
  );
  expect(rows(life, 'exemption')).toEqual(['B [2020-01-01,2020-02-01) permanent', 'B [2020-03-01,) permanent']);
});

test('a suspension lapses, is lifted or prolonged, and is not laid twice', () => {
  const suspended = on('2020-02-01', 'member.suspended', { until: '2020-04-30' });
  expect(rows(fold(inA, suspended), 'suspension')).toEqual(['A [2020-02-01,2020-05-01)']);
  expect(rows(fold(inA, suspended, on('2020-03-01', 'member.suspensionEnded')), 'suspension')).toEqual([
    'A [2020-02-01,2020-03-01)',
  ]);
  expect(codes(inA, suspended, on('2020-03-01', 'member.suspended', { until: '2020-05-31' }))).toEqual([]);
  expect(codes(inA, suspended, on('2020-03-01', 'member.suspended'))).toEqual(['member.already-suspended']);
  expect(codes(inA, on('2020-02-01', 'member.suspended'), { ...suspended, effectiveOn: '2020-03-01' })).toEqual([
    'member.already-suspended',
  ]);
  expect(codes(inA, on('2020-03-01', 'member.suspensionEnded'))).toEqual(['member.not-suspended']);
});

test('on one day the old ends before the new begins, whichever id is smaller', () => {
  const ended = on('2020-03-01', 'member.exemptionEnded');
  const begun = on('2020-03-01', 'member.exempted', { until: '2020-05-31' });
  const first = on('2020-02-01', 'member.exempted');
  for (const life of [fold(inA, first, ended, begun), fold(inA, first, begun, ended)]) {
    expect(life.problems).toEqual([]);
    expect(rows(life, 'exemption')[1]).toBe('A [2020-03-01,2020-06-01) temporary');
  }
});
