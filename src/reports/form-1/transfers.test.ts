import { expect, test } from 'vitest';
import { type Facts, handMadeFacts, idOf } from '#test/facts.ts';
import { allBut, everybody, given, open, rowsOf, staying, useDatabase, write } from '#test/form-1.ts';

useDatabase();

const transfer = (facts: Facts, name: string, on: string, to: string) => {
  facts.standing(name, 'c11', '2023-01-01', on, { exit: 'transferred' });
  facts.standing(name, to, on, null, { entry: 'transferred' });
  facts.event(name, on, 'transferred', 'c11', to);
};

test('inside the unit a transfer is nothing; below, the nearest common superior tells b) from c)', async () => {
  await given((facts) => {
    staying(facts, allBut('m0', 'm1', 'm2'));
    transfer(facts, 'm0', '2024-02-01', 'c12'); // within G1
    transfer(facts, 'm1', '2024-02-01', 'c21'); // within D1
    transfer(facts, 'm2', '2024-02-01', 'c31'); // within P
  });
  expect(await rowsOf('P')).toEqual({ A: 10, D: 10 });
  expect(await rowsOf('D1')).toEqual({ A: 10, C: 1, C5: 1, C5b: 1, D: 9 });
  expect(await rowsOf('G1')).toEqual({ A: 10, C: 2, C5: 2, C5b: 1, C5c: 1, D: 8 });
  expect(await rowsOf('c11')).toEqual({ A: 10, C: 3, C5: 3, C5b: 1, C5c: 2, D: 7 });
  expect(await rowsOf('c12')).toEqual({ B: 1, B2: 1, B2c: 1, D: 1 });
  expect(await rowsOf('G2')).toEqual({ B: 1, B2: 1, B2c: 1, D: 1 });
  expect(await rowsOf('D2')).toEqual({ B: 1, B2: 1, B2b: 1, D: 1 });
  expect(await open('D2', 'B2b')).toMatchObject([{ label: 'm2', unit: { code: 'c31' }, on: '2024-02-01' }]);
  expect(await open('D1', 'C5')).toMatchObject([{ label: 'm2', unit: { code: 'c11' }, on: '2024-02-01' }]);
});

test('out of the tenant and into it is a); a cancelled letter comes back by B2', async () => {
  await given((facts) => {
    staying(facts, allBut('m0', 'm1'));
    facts.standing('m0', 'c11', '2023-01-01', '2024-02-01', { exit: 'letter-issued' });
    facts.event('m0', '2024-02-01', 'letter-issued', 'c11', null, { place_kind: 'army', place: 'Sư đoàn 3' });
    facts.standing('m1', 'c11', '2023-01-01', '2024-02-01', { exit: 'letter-issued' });
    facts.event('m1', '2024-02-01', 'letter-issued', 'c11', null, { place_kind: 'province', place: 'Tỉnh khác' });
    facts.event('m1', '2024-04-01', 'transfer-cancelled', null, 'c11');
    facts.standing('m1', 'c11', '2024-04-01', null, { entry: 'transfer-cancelled' });
    facts.person('guest');
    facts.event('guest', '2024-05-01', 'received', null, 'c31', { place_kind: 'abroad' });
    facts.standing('guest', 'c31', '2024-05-01', null, { entry: 'received' });
  });
  expect(await rowsOf('P')).toEqual({ A: 10, B: 2, B2: 2, B2a: 2, C: 2, C5: 2, C5a: 2, D: 10 });
  expect(await rowsOf('G1')).toEqual({ A: 10, B: 1, B2: 1, B2a: 1, C: 2, C5: 2, C5a: 2, D: 9 });
});

test('between letter and receipt a member stands in the nearest common superior: exit by letter, entry by receipt', async () => {
  await given((facts) => {
    staying(facts, allBut('m0', 'm1'));
    const inTransit = (name: string, superior: string, to: string, received: string | null) => {
      facts.standing(name, 'c11', '2023-01-01', '2024-11-15', { exit: 'letter-issued' });
      facts.standing(name, superior, '2024-11-15', received, { entry: 'letter-issued', in_transit: true });
      facts.event(name, '2024-11-15', 'letter-issued', 'c11', superior);
      facts.add('transit', {
        person_id: idOf(name),
        valid: `[2024-11-15,${received ?? ''})`,
        from_unit_id: idOf('c11'),
        to_unit_id: idOf(to),
        scope: '|',
      });
      if (received === null) return;
      facts.standing(name, to, received, null, { entry: 'received' });
      facts.event(name, received, 'received', superior, to);
    };
    inTransit('m0', 'P', 'c31', '2025-01-10');
    inTransit('m1', 'D1', 'c21', '2024-11-20');
  });
  expect(await rowsOf('P')).toEqual({ A: 10, D: 10 });
  expect(await rowsOf('D1')).toEqual({ A: 10, C: 1, C5: 1, C5b: 1, D: 9 });
  expect(await rowsOf('G1')).toEqual({ A: 10, C: 2, C5: 2, C5b: 1, C5c: 1, D: 8 });
  expect(await rowsOf('G2')).toEqual({ B: 1, B2: 1, B2c: 1, D: 1 });
  expect(await rowsOf('D2')).toEqual({});
  expect(await rowsOf('D2', '2025-01-01', '2025-12-31')).toEqual({ B: 1, B2: 1, B2b: 1, D: 1 });
});

test('where the district itself is the outermost unit, its other communes are c), not "another district"', async () => {
  const facts = handMadeFacts();
  for (const [name, kind] of [
    ['D', 'district'],
    ['G1', 'grassroots-cell'],
    ['G2', 'grassroots-cell'],
  ] as const)
    facts.unit(name, kind, '2020-01-01');
  for (const name of ['G1', 'G2']) facts.under(name, 'D', '2020-01-01');
  facts.person('m0');
  facts.event('m0', '2023-01-01', 'registered', null, 'G1');
  facts.standing('m0', 'G1', '2023-01-01', '2024-02-01');
  facts.standing('m0', 'G2', '2024-02-01', null, { entry: 'transferred' });
  facts.event('m0', '2024-02-01', 'transferred', 'G1', 'G2');
  await write(facts);
  expect(await rowsOf('G1')).toEqual({ A: 1, C: 1, C5: 1, C5c: 1 });
});

test('in and out on one day leaves no standing, and both lines', async () => {
  await given((facts) => {
    staying(facts, everybody);
    facts.person('brief');
    facts.event('brief', '2024-06-01', 'admitted', null, 'c12');
    facts.event('brief', '2024-06-01', 'died', 'c12', null);
  });
  expect(await rowsOf('G1')).toEqual({ A: 10, B: 1, B1: 1, C: 1, C1: 1, D: 10 });
});
