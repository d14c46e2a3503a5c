import { afterAll, beforeAll, expect, test } from 'vitest';
import { factSource } from '#/kernel/figures/source.ts';
import { testWorld, type World } from '#test/world.ts';
import { movementsExplained } from './audits.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
  const unit = (code: string, kind: string, parent?: string) => ({
    kind: 'unit.established',
    effectiveOn: '2018-01-01',
    unit: { code, name: `Đơn vị ${code}`, kind, parent },
  });
  const registered = (code: string) => ({
    kind: 'member.registered',
    effectiveOn: '2019-03-01',
    person: { code, name: `Trần Thị ${code}` },
    cell: 'A',
    status: 'official',
  });
  await world.post([
    unit('H', 'district'),
    unit('A', 'grassroots-cell', 'H'),
    unit('B', 'grassroots-cell', 'H'),
    ...['P1', 'P2', 'P3'].map(registered),
    { kind: 'transfer.issued', effectiveOn: '2020-02-03', person: 'P2', to: 'B' },
    { kind: 'transfer.received', effectiveOn: '2020-02-20', person: 'P2', cell: 'B' },
    { kind: 'unit.merged', effectiveOn: '2021-01-01', units: ['A'], into: 'B' },
    { kind: 'member.died', effectiveOn: '2021-04-05', person: 'P1' },
  ]);
});
afterAll(() => world.close());

const audit = () => world.read(({ db }) => movementsExplained.run(factSource(db, null), world.journal.rulebook));

test('every spell of standing begins and ends by an event or a merger; a departure that nothing tells of is found', async () => {
  expect(await audit()).toEqual([]);
  await world.tamper("delete from member_event where event = 'died'");
  expect(await audit()).toMatchObject([{ level: 'fault', message: expect.stringContaining('ends on 2021-04-05') }]);
});
