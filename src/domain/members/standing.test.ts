import { expect, test } from 'vitest';
import { codes, events, fold, on, someone, spells, stood } from './fold-members.ts';

const registered = on('2020-01-01', 'member.registered', { person: someone, cell: 'A', status: 'official' });
const inB = { ...registered, cell: 'B' };
const admitted = on('2020-01-10', 'member.admitted', { person: someone, cell: 'B' });

test('a member stands from the day of registration on; death ends it and nothing comes after', () => {
  const life = fold(inB, on('2020-03-01', 'member.died'));
  expect(stood(life)).toEqual(['B official [2020-01-01,2020-03-01) registered>died act-00']);
  expect(events(life)).toEqual(['2020-01-01 registered →B', '2020-03-01 died B→']);
  for (const kind of ['member.died', 'member.left', 'member.exempted', 'member.recognised'])
    expect(codes(inB, on('2020-03-01', 'member.died'), on('2020-04-01', kind))).toEqual(['member.dead']);
  for (const kind of ['member.restored', 'member.readmitted', 'member.admitted', 'transfer.received'])
    expect(codes(inB, on('2020-03-01', 'member.died'), on('2020-04-01', kind, { cell: 'B' }))).toEqual(['member.dead']);
});

test('a spell that crosses the end of its unit is cut there; the successor holds it by the act that ended the unit', () => {
  const life = fold(registered, on('2020-09-01', 'member.left'));
  expect(stood(life)).toEqual([
    'A official [2020-01-01,2020-06-01) registered>reorganised act-00',
    'B official [2020-06-01,2020-09-01) reorganised>left end-of-A',
  ]);
  expect(events(life)).toEqual(['2020-01-01 registered →A', '2020-09-01 left B→']);
});

test('an admission recorded late into an ended unit lands in the successor, as an admission', () => {
  const life = fold({ ...admitted, effectiveOn: '2020-08-10', cell: 'A' });
  expect(stood(life)).toEqual(['B probationary [2020-08-10,) admitted> act-00']);
});

test('nobody stands in a unit before its first day, nor after its end without a successor', () => {
  expect(codes({ ...inB, cell: 'N' })).toEqual(['unit.not-established']);
  expect(codes({ ...inB, cell: 'C' })).toEqual(['unit.ended']);
  expect(fold({ ...inB, cell: 'C' }).problems[0]).toMatchObject({ actId: 'act-00' });
  expect(codes({ ...inB, cell: 'C' }, on('2020-07-01', 'member.transferred', { to: 'B' }))).toEqual([]);
});

test('two memberships at once are refused', () => {
  const again = { ...inB, effectiveOn: '2020-02-01' };
  expect(codes(inB, { ...again, person: { ...someone } })).toEqual(['person.already-known']);
  for (const kind of ['member.admitted', 'member.readmitted', 'member.restored', 'admission.approved'])
    expect(codes(inB, on('2020-02-01', kind, { cell: 'B' }))).toEqual(['member.already']);
});

test('what happens to members does not happen to others', () => {
  const approved = on('2020-01-10', 'admission.approved', { person: someone, cell: 'B' });
  for (const kind of ['member.died', 'member.expelled', 'member.nameRemoved', 'member.left', 'member.recognised'])
    expect(codes(approved, on('2020-02-01', kind))).toEqual(['member.not-a-member']);
  expect(codes(approved, on('2020-02-01', 'member.transferred', { to: 'B' }))).toEqual(['member.not-a-member']);
  expect(codes(on('2020-02-01', 'member.admitted', { cell: 'B' }))).toEqual(['person.not-known']);
});

test('probation ends by recognition on the official date; who is official is not recognised again', () => {
  const paper = { issuer: 'Huyện ủy A', number: '9-QĐ/HU', issuedOn: '2021-02-20' };
  const life = fold(admitted, on('2021-01-10', 'member.recognised', { paper }));
  expect(stood(life)).toEqual([
    'B probationary [2020-01-10,2021-01-10) admitted>recognised act-00',
    'B official [2021-01-10,) recognised> act-01',
  ]);
  expect(life.rows.member_event?.[1]).toMatchObject({ on_day: '2021-01-10', decided_on: '2021-02-20', unit_id: 'B' });
  expect(codes(inB, on('2020-02-01', 'member.recognised'))).toEqual(['member.not-probationary']);
  const atOnce = fold({ ...inB, status: 'probationary' }, on('2020-01-01', 'member.recognised'));
  expect(stood(atOnce)).toEqual(['B official [2020-01-01,) registered> act-01']);
});

test('a recognition counts where the member stood on the day of the decision', () => {
  const paper = { issuer: 'Huyện ủy A', number: '9-QĐ/HU', issuedOn: '2021-02-20' };
  const life = fold(
    admitted,
    on('2021-01-10', 'member.recognised', { paper }),
    on('2021-02-01', 'member.transferred', { to: 'F' }),
  );
  expect(events(life)[1]).toBe('2021-01-10 recognised B→B@F');
});

test('a readmission starts a new probation, after leaving only; its dates are its own', () => {
  const paper = { issuer: 'Huyện ủy A', number: '9-QĐ/HU', issuedOn: '2024-05-20' };
  const life = fold(
    inB,
    on('2020-03-01', 'member.left'),
    on('2024-06-01', 'member.readmitted', { cell: 'F', paper }),
    on('2025-06-01', 'member.recognised'),
  );
  expect(stood(life).slice(1)).toEqual([
    'F probationary [2024-06-01,2025-06-01) readmitted>recognised act-02',
    'F official [2025-06-01,) recognised> act-03',
  ]);
  expect(spells(life, 'person_record').map((row) => [row.valid, row.admitted_on, row.official_on])).toEqual([
    ['(,2024-06-01)', null, null],
    ['[2024-06-01,)', '2024-06-01', '2025-06-01'],
  ]);
  expect(spells(life, 'person_record')[1]).toMatchObject({ admission_decided_on: '2024-05-20' });
  expect(codes(inB, on('2020-03-01', 'member.left'), on('2020-04-01', 'member.admitted', { cell: 'B' }))).toEqual([
    'member.was-member',
  ]);
  const approved = on('2020-01-10', 'admission.approved', { person: someone, cell: 'B' });
  expect(codes(approved, on('2020-02-01', 'member.readmitted', { cell: 'B' }))).toEqual(['member.not-left']);
  expect(codes(on('2020-02-01', 'member.readmitted', { person: someone, cell: 'B', leftOn: '2010' }))).toEqual([]);
});

test('a standing removed wrongly comes back with its status, in the last cell unless told', () => {
  const life = fold(admitted, on('2020-03-01', 'member.expelled'), on('2020-05-01', 'member.restored'));
  expect(stood(life)).toEqual([
    'B probationary [2020-01-10,2020-03-01) admitted>expelled act-00',
    'B probationary [2020-05-01,) restored> act-02',
  ]);
  expect(
    codes(on('2020-02-01', 'admission.approved', { person: someone, cell: 'B' }), on('2020-03-01', 'member.restored')),
  ).toEqual(['member.not-removed']);
  const sameDay = fold(inB, on('2020-03-01', 'member.expelled'), on('2020-03-01', 'member.restored', { cell: 'F' }));
  expect(stood(sameDay)[0]).toBe('B official [2020-01-01,2020-03-01) registered>restored act-00');
});

test('in and out on one day leaves no row, and both events', () => {
  const life = fold(admitted, on('2020-01-10', 'member.died'));
  expect(stood(life)).toEqual([]);
  expect(events(life)).toEqual(['2020-01-10 admitted →B', '2020-01-10 died B→']);
  const moved = fold(
    inB,
    on('2020-02-01', 'transfer.issued', { to: 'F' }),
    on('2020-02-01', 'transfer.received', { cell: 'F' }),
  );
  expect(stood(moved)).toEqual([
    'B official [2020-01-01,2020-02-01) registered>received act-00',
    'F official [2020-02-01,) received> act-02',
  ]);
});

test('an exit says whether the member was on probation', () => {
  const was = (kind: string) => fold(admitted, on('2020-02-01', kind)).rows.member_event?.at(-1)?.was_probationary;
  expect(was('member.nameRemoved')).toBe(true);
  expect(was('member.exempted')).toBe(null);
  expect(fold(inB, on('2020-02-01', 'member.nameRemoved')).rows.member_event?.at(-1)?.was_probationary).toBe(false);
});

test('a unit act assigns a member: from the unit of the eve, or from nowhere where that one ended by it', () => {
  const divided = fold(inB, on('2020-05-01', 'unit.divided', { to: 'N' }));
  expect(stood(divided)[1]).toBe('N official [2020-05-01,) assigned> act-01');
  expect(events(divided)[1]).toBe('2020-05-01 assigned B→N');
  const ended = fold(registered, on('2020-06-01', 'unit.divided', { to: 'F' }));
  expect(stood(ended)).toEqual([
    'A official [2020-01-01,2020-06-01) registered>assigned act-00',
    'F official [2020-06-01,) assigned> act-01',
  ]);
  expect(events(ended)[1]).toBe('2020-06-01 assigned F→F');
  expect(codes(inB, on('2020-02-01', 'unit.divided', { to: 'B' }))).toEqual(['transfer.same-unit']);
  expect(
    codes(inB, on('2020-02-01', 'transfer.issued', { to: 'F' }), on('2020-05-01', 'unit.divided', { to: 'N' })),
  ).toEqual(['member.in-transit']);
});

test('nothing happens to anybody before birth; of a year its first day counts', () => {
  const born = (day: string) => codes({ ...inB, person: { ...someone, born: day } });
  expect(born('2020-01-02')).toEqual(['member.before-birth']);
  expect(born('2020')).toEqual([]);
  expect(born('2021')).toEqual(['member.before-birth']);
  expect(codes({ ...inB, person: { ...someone, admittedOn: '1979' } })).toEqual(['member.before-birth']);
  expect(codes({ ...inB, person: { ...someone, admittedOn: '1980' } })).toEqual([]);
  expect(codes(inB, on('2020-02-01', 'member.corrected', { record: { born: '2020-01-15' } }))).toEqual([
    'member.before-birth',
  ]);
});
