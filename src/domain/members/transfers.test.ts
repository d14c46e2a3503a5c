import { expect, test } from 'vitest';
import { codes, events, fold, on, someone, spells, stood } from './fold-members.ts';

const paper = { issuer: 'Ban Tổ chức Huyện ủy A', number: '305-GTSHĐ', issuedOn: '2020-02-01' };
const inA = on('2020-01-01', 'member.registered', { person: someone, cell: 'A', status: 'official' });
const inB = { ...inA, cell: 'B' };
const toF = on('2020-02-01', 'transfer.issued', { to: 'F', paper });
const abroad = { place: 'abroad', name: 'Đảng bộ ngoài nước' };
const away = on('2020-02-01', 'transfer.issued', { destination: abroad, paper });
const transits = (life: ReturnType<typeof fold>) =>
  spells(life, 'transit').map((row) => [row.valid, row.from_unit_id, row.to_unit_id, row.letter]);

test('between letter and receipt a member stands in the nearest common superior', () => {
  const life = fold(inB, toF, on('2020-03-01', 'transfer.received', { cell: 'F', paper }));
  expect(stood(life)).toEqual([
    'B official [2020-01-01,2020-02-01) registered>letter-issued act-00',
    'R* official [2020-02-01,2020-03-01) letter-issued>received act-01',
    'F official [2020-03-01,) received> act-02',
  ]);
  expect(events(life).slice(1)).toEqual(['2020-02-01 letter-issued B→R', '2020-03-01 received R→F']);
  expect(transits(life)).toEqual([['[2020-02-01,2020-03-01)', 'B', 'F', '305-GTSHĐ']]);
});

test('when an end of the transfer ends, its successor takes its place; without one the superior keeps the member', () => {
  const life = fold(
    inA,
    on('2020-05-01', 'transfer.issued', { to: 'C', paper }),
    on('2020-08-01', 'transfer.received', { cell: 'B' }),
  );
  expect(stood(life)[1]).toBe('D* official [2020-05-01,2020-08-01) letter-issued>received act-01');
  const toEnding = fold(inB, on('2020-05-01', 'transfer.issued', { to: 'A', paper }));
  expect(transits(toEnding)).toEqual([
    ['[2020-05-01,2020-06-01)', 'B', 'A', '305-GTSHĐ'],
    ['[2020-06-01,)', 'B', 'B', '305-GTSHĐ'],
  ]);
  expect(codes(inB, on('2020-08-01', 'transfer.issued', { to: 'C', paper }))).toEqual(['unit.ended']);
  expect(codes(inB, on('2020-02-01', 'transfer.issued', { to: 'N', paper }))).toEqual(['unit.not-established']);
});

test('between two trees nobody counts the member meanwhile: only the letter is known', () => {
  const life = fold(
    inB,
    on('2020-02-01', 'transfer.issued', { to: 'S', paper }),
    on('2020-03-01', 'transfer.received', { cell: 'S' }),
  );
  expect(stood(life)).toEqual([
    'B official [2020-01-01,2020-02-01) registered>letter-issued act-00',
    'S official [2020-03-01,) received> act-02',
  ]);
  expect(events(life).slice(1)).toEqual(['2020-02-01 letter-issued B→', '2020-03-01 received →S']);
  expect(transits(life)).toEqual([['[2020-02-01,2020-03-01)', 'B', 'S', '305-GTSHĐ']]);
});

test('a letter to outside ends the standing on its day; the letter waits until it is confirmed', () => {
  const life = fold(inB, away);
  expect(stood(life)).toEqual(['B official [2020-01-01,2020-02-01) registered>letter-issued act-00']);
  expect(transits(life)).toEqual([['[2020-02-01,)', 'B', null, '305-GTSHĐ']]);
  expect(life.rows.member_event?.[1]).toMatchObject({
    place_kind: 'abroad',
    place: 'Đảng bộ ngoài nước',
    to_unit_id: null,
  });
  const confirmed = fold(inB, away, on('2020-04-01', 'transfer.confirmed'));
  expect(transits(confirmed)).toEqual([['[2020-02-01,2020-04-01)', 'B', null, '305-GTSHĐ']]);
  expect(events(confirmed)).toHaveLength(2);
  expect(codes(inB, toF, on('2020-04-01', 'transfer.confirmed'))).toEqual(['transfer.inside']);
});

test('a cancelled transfer brings the member back to the sending unit', () => {
  const inside = fold(inB, toF, on('2020-03-01', 'transfer.cancelled'));
  expect(stood(inside)[2]).toBe('B official [2020-03-01,) transfer-cancelled> act-02');
  expect(events(inside)[2]).toBe('2020-03-01 transfer-cancelled R→B');
  const outside = fold({ ...inB, status: 'probationary' }, away, on('2020-03-01', 'transfer.cancelled'));
  expect(stood(outside)[1]).toBe('B probationary [2020-03-01,) transfer-cancelled> act-02');
  expect(events(outside)[2]).toBe('2020-03-01 transfer-cancelled →B');
});

test('one letter at a time, and no transfer to where one stands', () => {
  const later = (kind: string, fields: object) => codes(inB, toF, on('2020-02-20', kind, { ...fields }));
  expect(later('transfer.issued', { to: 'N' })).toEqual(['member.in-transit']);
  expect(later('member.transferred', { to: 'N' })).toEqual(['member.in-transit']);
  expect(later('member.admitted', { cell: 'B' })).toEqual(['member.in-transit']);
  expect(codes(inB, away, on('2020-02-20', 'member.died'))).toEqual(['member.in-transit']);
  expect(codes(inB, on('2020-02-20', 'transfer.cancelled'))).toEqual(['member.not-in-transit']);
  expect(codes(inB, on('2020-02-20', 'transfer.confirmed'))).toEqual(['member.not-in-transit']);
  expect(codes(inB, on('2020-02-20', 'member.transferred', { to: 'B' }))).toEqual(['transfer.same-unit']);
  expect(codes(inB, on('2020-02-20', 'transfer.issued', { to: 'B' }))).toEqual(['transfer.same-unit']);
});

test('a receipt needs a letter, or somebody from outside', () => {
  const receipt = on('2020-03-01', 'transfer.received', { cell: 'F' });
  expect(codes(inB, receipt)).toEqual(['member.not-in-transit']);
  expect(codes(inB, on('2020-02-01', 'member.left'), receipt)).toEqual(['member.not-in-transit']);
  expect(codes(on('2020-01-01', 'admission.approved', { person: someone, cell: 'B' }), receipt)).toEqual([
    'member.not-in-transit',
  ]);
  const origin = { place: 'army', name: 'Đảng ủy Quân khu 0' };
  const stranger = fold({ ...receipt, person: someone, origin, status: 'probationary' });
  expect(stood(stranger)).toEqual(['F probationary [2020-03-01,) received> act-00']);
  expect(stranger.rows.member_event?.[0]).toMatchObject({ place_kind: 'army', from_unit_id: null, to_unit_id: 'F' });
  expect(stood(fold({ ...receipt, person: someone }))).toEqual(['F official [2020-03-01,) received> act-00']);
});

test('who had left by letter to outside may come back, with the status of before unless told', () => {
  const probationary = { ...inB, status: 'probationary' };
  const back = on('2020-05-01', 'transfer.received', { cell: 'F' });
  for (const between of [[], [on('2020-04-01', 'transfer.confirmed')]]) {
    expect(stood(fold(probationary, away, ...between, back))[1]).toBe(
      `F probationary [2020-05-01,) received> act-0${between.length + 2}`,
    );
    expect(stood(fold(probationary, away, ...between, { ...back, status: 'official' }))[1]).toContain('F official');
  }
  expect(transits(fold(probationary, away, back))).toEqual([['[2020-02-01,2020-05-01)', 'B', null, '305-GTSHĐ']]);
  expect(codes(inB, toF, { ...back, status: 'probationary' })).toEqual(['transfer.status']);
});

test('who dies in transit leaves from the superior, and the letter ends', () => {
  const life = fold(inB, toF, on('2020-02-10', 'member.died'));
  expect(stood(life)[1]).toBe('R* official [2020-02-01,2020-02-10) letter-issued>died act-01');
  expect(transits(life)).toEqual([['[2020-02-01,2020-02-10)', 'B', 'F', '305-GTSHĐ']]);
  const restored = fold(inB, toF, on('2020-02-10', 'member.left'), on('2020-03-10', 'member.restored'));
  expect(stood(restored)[2]).toBe('B official [2020-03-10,) restored> act-03');
});

test('a temporary stay never changes the standing; the host has a guest', () => {
  const life = fold(
    inB,
    on('2020-02-01', 'member.temporarilyTransferred', { host: 'A', until: '2020-12-31' }),
    on('2020-09-01', 'member.temporaryReturned'),
  );
  expect(stood(life)).toEqual(['B official [2020-01-01,) registered> act-00']);
  // The host ended on 1/6/2020: its successor has the guest from then on.
  expect(spells(life, 'temporary_stay').map((row) => [row.valid, row.unit_id, row.host_unit_id, row.due_on])).toEqual([
    ['[2020-02-01,2020-06-01)', 'B', 'A', '2020-12-31'],
    ['[2020-06-01,2020-09-01)', 'B', 'B', '2020-12-31'],
  ]);
  expect(events(life).slice(1)).toEqual([
    '2020-02-01 stay-began B→B',
    '2020-02-01 stay-hosted B→B@A',
    '2020-09-01 stay-ended B→B',
  ]);
  const leave = on('2020-02-01', 'member.temporarilyTransferred', { destination: abroad });
  expect(codes(inB, leave, { ...leave, effectiveOn: '2020-03-01' })).toEqual(['member.away']);
  expect(codes(inB, on('2020-03-01', 'member.temporaryReturned'))).toEqual(['member.not-away']);
  expect(codes(inB, on('2020-03-01', 'member.temporarilyTransferred', { host: 'B' }))).toEqual(['transfer.same-unit']);
  const moved = fold(inB, leave, on('2020-03-01', 'member.transferred', { to: 'F' }));
  expect(spells(moved, 'temporary_stay').map((row) => row.valid)).toEqual(['[2020-02-01,2020-03-01)']);
});

test('away for a time, a member is at home where the unit of the first day has been merged into', () => {
  const life = fold(inA, on('2020-02-01', 'member.temporarilyTransferred', { destination: abroad }));
  expect(spells(life, 'temporary_stay').map((row) => [row.valid, row.unit_id])).toEqual([
    ['[2020-02-01,2020-06-01)', 'A'],
    ['[2020-06-01,)', 'B'],
  ]);
});

test('a guest from outside is no member here, and may become one by a permanent transfer', () => {
  const guest = on('2020-02-01', 'member.temporarilyReceived', { person: someone, host: 'F', origin: abroad });
  const life = fold(guest, on('2020-05-01', 'member.temporaryReturned'));
  expect(stood(life)).toEqual([]);
  expect(events(life)).toEqual(['2020-02-01 stay-hosted →@F', '2020-05-01 stay-ended →@F']);
  const stays = fold(guest, on('2020-05-01', 'transfer.received', { cell: 'B', origin: abroad }));
  expect(stood(stays)).toEqual(['B official [2020-05-01,) received> act-01']);
  expect(spells(stays, 'temporary_stay').map((row) => row.valid)).toEqual(['[2020-02-01,2020-05-01)']);
  expect(codes(inB, on('2020-03-01', 'member.temporarilyReceived', { host: 'F', origin: abroad }))).toEqual([
    'member.already',
  ]);
});
