import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTenant } from '#/platform/db/migrate.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { handMadeFacts } from '#test/facts.ts';
import { toyFigures } from '#test/toy-figures.ts';
import { answerNation, type TenantReader } from './nation.ts';
import { rebuildTallies } from './tally.ts';

let database: TestDatabase;
let tenants: TenantReader[];

beforeAll(async () => {
  database = await testDatabase();
  await createTenant(database.adminUrl, { code: 'S', name: 'Tỉnh ủy Hai' });
  await lay('T', 3);
  await lay('S', 5);
  tenants = ['S', 'T'].map((code) => ({
    code,
    name: `Tỉnh ủy ${code}`,
    read: (work) =>
      inTransaction(database.appPool(code), { actor: 'test', scope: '|', readOnly: true }, ({ db }) => work(db)),
  }));
});
afterAll(() => database?.close());

// Two provinces that became one on 1/7/2025: the tenant holds both roots, each for its time.
async function lay(tenant: string, people: number): Promise<void> {
  const facts = handMadeFacts();
  facts.unit('N', 'provincial', '2000-01-01');
  facts.unit('O', 'provincial', '2000-01-01', { to: '2025-07-01', successor: 'N' });
  facts.unit('C', 'cell', '2000-01-01');
  facts.under('C', 'O', '2000-01-01', '2025-07-01');
  facts.under('C', 'N', '2025-07-01');
  for (let i = 0; i < people; i += 1) {
    facts.person(`${tenant} ${i}`);
    facts.standing(`${tenant} ${i}`, i === 0 ? 'N' : 'C', '2010-01-01', null);
    facts.event(`${tenant} ${i}`, '2025-06-30', 'admitted', null, 'C');
  }
  await inTransaction(database.appPool(tenant), { actor: 'test', scope: '|' }, async ({ db, client }) => {
    await facts.insert(client);
    await rebuildTallies(db, toyFigures.all);
  });
}

const year = { on: '2025-12-31', from: '2025-01-01', to: '2025-12-31', args: {} };
const day = (on: string) => ({ on, from: null, to: null, args: {} });

test('the nation is the sum of its tenants, whatever roots they had that day, with and without tallies', async () => {
  for (const figure of ['members', 'members-counted'])
    for (const on of ['2020-01-01', '2025-07-01'])
      expect(await answerNation(tenants, toyFigures, { figure, ...day(on) })).toMatchObject({
        value: 8,
        unit: { code: 'VN' },
        byUnit: [
          { code: 'S', value: 5 },
          { code: 'T', value: 3 },
        ],
      });
  for (const figure of ['entries', 'entered'])
    expect(await answerNation(tenants, toyFigures, { figure, ...year })).toMatchObject({
      value: 8,
      from: year.from,
      to: year.to,
    });
});

test('a ratio of two counts is that of the sums, not the mean of the tenants', async () => {
  const answer = await answerNation(tenants, toyFigures, { figure: 'official-share', ...day('2020-01-01') });
  expect(answer).toMatchObject({ type: 'ratio', numerator: 8, denominator: 8, value: 100, decimals: 1 });
});

test('where there is no register yet there is nothing to unite', async () => {
  await expect(answerNation([], toyFigures, { figure: 'members', ...day('2020-01-01') })).rejects.toMatchObject({
    code: 'nation.empty',
  });
});

test('counts only, and only for whoever may see every tenant whole', async () => {
  await expect(answerNation(tenants, toyFigures, { figure: 'goal', ...day('2020-01-01') })).rejects.toMatchObject({
    code: 'nation.counts-only',
  });
  const narrow: TenantReader = {
    code: 'T',
    name: 'T',
    read: (work) =>
      inTransaction(database.appPool(), { actor: 'test', scope: '|N.', readOnly: true }, ({ db }) => work(db)),
  };
  await expect(answerNation([narrow], toyFigures, { figure: 'members', ...day('2020-01-01') })).rejects.toMatchObject({
    code: 'unit.unknown',
  });
});
