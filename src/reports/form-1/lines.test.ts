import { expect, test } from 'vitest';
import { allBut, everybody, given, namesOf, open, rowsOf, staying, useDatabase } from '#test/form-1.ts';

useDatabase();

test('admissions and readmissions are B1, by the ceremony, wherever the unit stands in the tree', async () => {
  await given((facts) => {
    staying(facts, everybody);
    facts.person('new');
    facts.event('new', '2024-03-02', 'admitted', null, 'c12', { decided_on: '2023-12-20' });
    facts.standing('new', 'c12', '2024-03-02', null, { entry: 'admitted', status: 'probationary' });
    facts.person('again');
    facts.event('again', '2024-12-31', 'readmitted', null, 'c21');
    facts.standing('again', 'c21', '2024-12-31', null, { entry: 'readmitted', status: 'probationary' });
  });
  expect(await rowsOf('P')).toEqual({ A: 10, B: 2, B1: 2, D: 12 });
  expect(await rowsOf('G1')).toEqual({ A: 10, B: 1, B1: 1, D: 11 });
  expect(await rowsOf('c12')).toEqual({ B: 1, B1: 1, D: 1 });
  expect(await rowsOf('D2')).toEqual({});
  expect(await namesOf('D1', 'B1')).toEqual(['new', 'again']);
});

test('deaths, expulsions, name removals (of which probationary) and resignations are C1 to C4; restorations B3', async () => {
  await given((facts) => {
    staying(facts, allBut('m0', 'm1', 'm2', 'm3', 'm4'));
    const leave = (name: string, on: string, event: string, more = {}) => {
      facts.standing(name, 'c11', '2023-01-01', on, { exit: event });
      facts.event(name, on, event, 'c11', null, more);
    };
    leave('m0', '2024-02-01', 'died');
    leave('m1', '2024-02-01', 'expelled');
    leave('m2', '2024-02-01', 'name-removed', { was_probationary: true });
    leave('m3', '2024-02-01', 'name-removed', { was_probationary: false });
    leave('m4', '2024-02-01', 'left');
    facts.event('m1', '2024-09-01', 'restored', null, 'c11');
    facts.standing('m1', 'c11', '2024-09-01', null, { entry: 'restored' });
  });
  const expected = { A: 10, B: 1, B3: 1, C: 5, C1: 1, C2: 1, C3: 2, 'C3-probationary': 1, C4: 1, D: 6 };
  expect(await rowsOf('c11')).toEqual(expected);
  expect(await rowsOf('P')).toEqual(expected);
  expect(await namesOf('P', 'C3')).toEqual(['m2', 'm3']);
  expect(await namesOf('P', 'C3-probationary')).toEqual(['m2']);
});

test('an event that leaves the member where he stands is no movement', async () => {
  await given((facts) => {
    staying(facts, allBut('m0'));
    facts.standing('m0', 'c11', '2023-01-01', '2024-05-01', { status: 'probationary' });
    facts.standing('m0', 'c11', '2024-05-01', null, { entry: 'recognised' });
    facts.event('m0', '2024-05-01', 'recognised', 'c11', 'c11');
  });
  expect(await rowsOf('c11')).toEqual({ A: 10, D: 10 });
});

test('who was registered on the opening day is A of a period that holds that day, and of every later one', async () => {
  await given((facts) => staying(facts, everybody));
  expect(await rowsOf('D1', '2023-01-01', '2023-12-31')).toEqual({ A: 10, D: 10 });
  expect(await rowsOf('D1', '2022-07-01', '2023-06-30')).toEqual({ A: 10, D: 10 });
  expect(await rowsOf('D1', '2023-01-02', '2023-12-31')).toEqual({ A: 10, D: 10 });
  expect(await open('D1', 'A', '2023-01-01', '2023-12-31')).toHaveLength(10);
});

test('who is registered later is B5, also in a unit that had nobody before', async () => {
  await given((facts) => {
    staying(facts, everybody);
    facts.person('late');
    facts.event('late', '2024-05-05', 'registered', null, 'c31');
    facts.standing('late', 'c31', '2024-05-05', null);
  });
  expect(await rowsOf('D2')).toEqual({ B: 1, B5: 1, D: 1 });
  expect(await rowsOf('P')).toEqual({ A: 10, B: 1, B5: 1, D: 11 });
  expect(await namesOf('P', 'B5')).toEqual(['late']);
});

test('what else happens to a member on the opening day keeps its line', async () => {
  await given((facts) => {
    staying(facts, allBut('m0', 'm1'));
    facts.event('m0', '2023-01-01', 'died', 'c11', null);
    facts.event('m1', '2023-01-01', 'transferred', 'c11', 'c31');
    facts.standing('m1', 'c31', '2023-01-01', null, { entry: 'transferred' });
  });
  expect(await rowsOf('G1', '2023-01-01', '2023-12-31')).toEqual({ A: 10, C: 2, C1: 1, C5: 1, C5b: 1, D: 8 });
  expect(await rowsOf('D2', '2023-01-01', '2023-12-31')).toEqual({ B: 1, B2: 1, B2b: 1, D: 1 });
});
