import { type Expression, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factSource } from '#/kernel/figures/source.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { consideredMembers, consideredUnits, memberRows, unitRows } from './rows.ts';

let database: TestDatabase;
const units = Object.fromEntries(['body', 'cell', 'army', 'new', 'ended', 'district'].map((name) => [name, uuidv7()]));
const people = Object.fromEntries(['stayed', 'moved', 'died', 'young'].map((name) => [name, uuidv7()]));
const nameOf = new Map(Object.entries({ ...units, ...people }).map(([name, id]) => [id, name]));
const act = uuidv7();

beforeAll(async () => {
  database = await testDatabase();
  await within(async ({ client }) => {
    const unit = async (name: string, kind: string, valid: string) => {
      await client.query('insert into unit_life values ($1, $2, null, null, null, $3, default, $4)', [
        units[name],
        valid,
        act,
        now,
      ]);
      await client.query('insert into unit_kind values ($1, $2, $3, null, null, $4, default, $5)', [
        units[name],
        valid,
        kind,
        act,
        now,
      ]);
    };
    await unit('body', 'grassroots-body', '[2010-01-01,)');
    await unit('cell', 'grassroots-cell', '[2010-01-01,)');
    await unit('army', 'grassroots-body', '[2010-01-01,)');
    await unit('new', 'grassroots-cell', '[2021-01-01,)');
    await unit('ended', 'grassroots-cell', '[2010-01-01,2020-12-31)');
    await unit('district', 'district', '[2010-01-01,)');
    const stand = (name: string, unitName: string, valid: string) =>
      client.query(
        "insert into standing values ($1, $2, $3, 'official', false, 'registered', null, '|', $4, default, $5)",
        [people[name], valid, units[unitName], act, now],
      );
    await stand('stayed', 'cell', '[2019-01-01,)');
    await stand('moved', 'cell', '[2019-01-01,2020-07-01)');
    await stand('moved', 'body', '[2020-07-01,)');
    await stand('died', 'cell', '[2019-01-01,2020-12-31)');
    await stand('young', 'cell', '[2020-09-01,)');
    const grade = (id: string | undefined, kind: string, year: number, level: string | null, omitted: string | null) =>
      client.query("insert into classification values ($1, $2, $3, $4, $5, null, null, '|', $6, default, $7)", [
        id,
        kind,
        year,
        level,
        omitted,
        uuidv7(),
        now,
      ]);
    await grade(units.body, 'unit', 2020, 'excellent', null);
    await grade(units.cell, 'unit', 2020, 'good', null);
    await grade(units.cell, 'unit', 2017, 'clean-and-strong', null);
    await grade(units.army, 'unit', 2020, null, 'own-system');
    await grade(units.district, 'unit', 2020, 'completed', null);
    await grade(units.ended, 'unit', 2020, 'good', null);
    await grade(people.stayed, 'person', 2020, 'completed', null);
    await grade(people.moved, 'person', 2020, 'good', null);
    await grade(people.died, 'person', 2020, 'good', null);
    await grade(people.young, 'person', 2020, null, 'other: đi học nước ngoài');
  });
});
afterAll(() => database.close());

const now = '2021-02-01T00:00:00Z';
const grassroots = ['grassroots-body', 'grassroots-cell'];
const within = <T>(work: (tx: Tx) => Promise<T>) =>
  inTransaction(database.appPool(), { actor: 'test', scope: wholeTenant }, work);

/** The rows of one year, as the kernel asks for them: "subject @ unit: why". */
async function rowsOf(
  year: number,
  rule: (facts: ReturnType<typeof factSource>) => Expression<unknown>,
): Promise<string[]> {
  return within(async ({ db }) => {
    const query = sql<{ subjectId: string; unitId: string; day: string; why?: string; note?: string | null }>`
      select r.* from ${rule(factSource(db, null))} r where r.day between ${`${year}-01-01`} and ${`${year}-12-31`}`;
    const { rows } = await query.execute(db);
    for (const row of rows) expect(row.day).toBe(`${year}-12-31`);
    const text = ({ subjectId, unitId, why, note }: (typeof rows)[number]) =>
      `${nameOf.get(subjectId)}${unitId === subjectId ? '' : ` @ ${nameOf.get(unitId)}`}${why === undefined ? '' : `: ${why}`}${note ? ` (${note})` : ''}`;
    return rows.map(text).toSorted();
  });
}

describe('units', () => {
  test('count on 31 December of the year they are classified for, if they exist on it and are of the kind', async () => {
    expect(await rowsOf(2020, (f) => unitRows(f, grassroots, {}))).toEqual(['body', 'cell']);
    expect(await rowsOf(2020, (f) => unitRows(f, null, {}))).toEqual(['body', 'cell', 'district']);
    expect(await rowsOf(2021, (f) => unitRows(f, grassroots, {}))).toEqual([]);
  });

  test('of a level, or good or above by the scale of the year', async () => {
    expect(await rowsOf(2020, (f) => unitRows(f, grassroots, { level: 'excellent' }))).toEqual(['body']);
    expect(await rowsOf(2020, (f) => unitRows(f, null, { level: 'good-or-above' }))).toEqual(['body', 'cell']);
    expect(await rowsOf(2017, (f) => unitRows(f, grassroots, { level: 'good-or-above' }))).toEqual(['cell']);
  });

  test('all that exist on the day are considered, each with the reason, the level or "chưa xếp loại"', async () => {
    expect(await rowsOf(2020, (f) => consideredUnits(f, grassroots))).toEqual([
      'army: đánh giá, xếp loại theo hệ thống riêng (quân đội, công an)',
      'body: xếp loại: Hoàn thành xuất sắc nhiệm vụ',
      'cell: xếp loại: Hoàn thành tốt nhiệm vụ',
    ]);
    expect(await rowsOf(2021, (f) => consideredUnits(f, ['grassroots-cell']))).toEqual([
      'cell: chưa xếp loại',
      'new: chưa xếp loại',
    ]);
  });
});

describe('members', () => {
  test('count in the unit where they stand on 31 December; who has left by then does not count', async () => {
    expect(await rowsOf(2020, (f) => memberRows(f, {}))).toEqual(['moved @ body', 'stayed @ cell']);
    expect(await rowsOf(2020, (f) => memberRows(f, { level: 'good-or-above' }))).toEqual(['moved @ body']);
  });

  test('who is not counted is told with the reason; its own words stand apart', async () => {
    expect(await rowsOf(2020, (f) => consideredMembers(f))).toContain('young @ cell: lý do khác (đi học nước ngoài)');
    expect(await rowsOf(2019, (f) => consideredMembers(f))).toEqual([
      'died @ cell: chưa xếp loại',
      'moved @ cell: chưa xếp loại',
      'stayed @ cell: chưa xếp loại',
    ]);
  });
});

test('the condition on the day reaches the list of years before the join, so one year costs one pass', async () => {
  const plan = await within(async ({ db }) => {
    const rule = consideredMembers(factSource(db, null));
    const query = sql<{
      'QUERY PLAN': string;
    }>`explain select * from ${rule} r where r.day between ${'2020-01-01'} and ${'2020-12-31'}`;
    return (await query.execute(db)).rows.map((row) => Object.values(row)[0]).join('\n');
  });
  expect(plan).toMatch(/Function Scan on generate_series y.*\n\s+Filter: .*make_date/);
});
