import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerFigure } from '#/kernel/figures/answer.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { FigureAnswer, ListEntry } from '#/kernel/figures/figure.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { post } from '#/kernel/journal/post.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import { makeVault } from '#/kernel/journal/vault.ts';
import type { Part } from '#/kernel/part.ts';
import { makeRegister } from '#/kernel/register.ts';
import { readRules } from '#/kernel/rulebook/load.ts';
import { rulebook } from '#/kernel/rulebook/rulebook.ts';
import { fixedClock } from '#/platform/clock.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { grassrootsKinds } from './contract.ts';
import { unitsPart } from './part.ts';

// The bloc of the seed of 2020-2023 in small: organisations that come in by a change of superior, some established, some
// dissolved, one merged, one upgraded; and the end of the bloc on 1/7/2025.

const nobody: Part = {
  name: 'nobody',
  kinds: [],
  tables: [],
  figures: [],
  models: [{ type: 'person', tables: [], finish: () => ({}) }],
};
const register = makeRegister([unitsPart, nobody], grassrootsKinds);
const figures = catalogue(register.figures);
const paper = { issuer: 'Đảng ủy Khối A', number: '1-QĐ/ĐUK', issuedOn: '2019-12-31' };

const at = (effectiveOn: string, kind: string, fields: object): ActInput => ({ kind, effectiveOn, paper, ...fields });
const established = (day: string, code: string, kind: string, parent?: string, more: object = {}) =>
  at(day, 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent, ...more } });

const acts: ActInput[] = [
  established('2010-01-01', 'T', 'provincial'),
  established('2010-01-01', 'K', 'bloc', 'T'),
  established('2010-01-01', 'C', 'bloc', 'T'),
  ...['1', '2', '3', '4'].map((n) =>
    established('2010-01-01', `C.${n}`, 'grassroots-cell', 'C', { type: 'enterprise-limited' }),
  ),
  established('2010-01-01', 'C.5', 'grassroots-body', 'C', { type: 'state-agency' }),
  established('2010-01-01', 'C.5.1', 'cell', 'C.5'),
  established('2010-01-01', 'C.5.2', 'section', 'C.5'),
  ...['1', '2', '3', '4', '5'].map((n) =>
    at('2020-06-01', 'unit.moved', { unit: `C.${n}`, parent: 'K', handover: true }),
  ),
  established('2021-03-01', 'K.6', 'grassroots-cell', 'K', { type: 'enterprise-foreign-100', zone: 'industrial' }),
  established('2021-04-01', 'K.7', 'grassroots-cell', 'K', { type: 'party-agency' }),
  at('2021-05-01', 'unit.upgraded', { unit: 'C.1' }),
  at('2021-06-01', 'unit.dissolved', { unit: 'C.2' }),
  at('2021-07-01', 'unit.merged', { units: ['C.3'], into: 'C.4' }),
  at('2021-08-01', 'unit.dissolved', { unit: 'K.7', asDiscipline: true }),
  at('2021-09-01', 'unit.split', {
    unit: 'C.5.1',
    into: [{ code: 'C.5.3', name: 'Chi bộ 3', kind: 'cell', parent: 'C.5' }],
  }),
  at('2021-09-01', 'unit.renamed', { unit: 'C.5', name: 'Đảng bộ Sở A' }),
  at('2025-07-01', 'unit.merged', { units: ['C.4'], into: 'C.1' }),
  at('2025-07-01', 'unit.ended', { unit: 'K', successor: 'T' }),
  at('2025-07-01', 'unit.ended', { unit: 'C', successor: 'T' }),
];

let database: TestDatabase;
let journal: Journal;
beforeAll(async () => {
  database = await testDatabase();
  const key = () => randomBytes(32);
  journal = {
    pool: database.appPool(),
    register,
    rulebook: rulebook(await readRules()),
    vault: makeVault({ keyId: 'testtest', encryption: key(), lookup: key(), content: key() }),
    tenant: 'T',
    clock: fixedClock('2026-11-23T03:00:00Z'),
  };
  await post(journal, { actor: 'test', source: { via: 'api' } }, acts);
});
afterAll(() => database?.close());

const unitIdOf = new Map<string, string>();

async function ask(
  name: string,
  code: string,
  days: string | [string, string],
  args: Record<string, string> = {},
): Promise<FigureAnswer> {
  const [from, to] = typeof days === 'string' ? [null, days] : days;
  return inTransaction(journal.pool, { actor: 'test', scope: wholeTenant, readOnly: true }, async ({ db, client }) => {
    if (unitIdOf.size === 0)
      for (const row of (await client.query('select code, unit_id from unit_code')).rows)
        unitIdOf.set(row.code, row.unit_id);
    const unitId = unitIdOf.get(code) as string;
    const question = { unitId, on: to, from, to: from === null ? null : to, args, knownAt: null };
    return answerFigure(db, figures, { figure: name, ...question }, { list: true, notCounted: true, byUnit: true });
  });
}

const value = async (...question: Parameters<typeof ask>) => (await ask(...question)).value;
const term: [string, string] = ['2020-06-01', '2023-05-29'];
const why = (answer: FigureAnswer) => answer.notCounted?.map((entry) => entry.why).toSorted();

describe('units that exist', () => {
  test('grassroots organisations are bodies and cells of that kind, on the day asked', async () => {
    expect(await value('grassroots-units', 'K', '2020-05-31')).toBe(0);
    expect(await value('grassroots-units', 'K', '2020-06-01')).toBe(5);
    expect(await value('grassroots-units', 'C', '2020-05-31')).toBe(5);
    expect(await value('grassroots-units', 'K', '2021-07-31')).toBe(5); // 5 came, 2 established, 1 dissolved, 1 merged
    expect(await value('grassroots-bodies', 'K', '2021-07-31')).toBe(2);
    expect(await value('grassroots-cells', 'K', '2021-07-31')).toBe(3);
    expect(await value('grassroots-units', 'C.5', '2021-07-31')).toBe(1); // the unit itself
    expect(await value('grassroots-units', 'T', '2025-07-01')).toBe(3);
  });

  test('a row of Form 5 counts its parts, and the others are named with the reason (11-HD/BTCTW, 13/12/2021)', async () => {
    expect(await value('grassroots-units', 'K', '2021-07-31', { type: 'enterprise' })).toBe(3);
    expect(await value('grassroots-units', 'K', '2021-07-31', { type: 'enterprise-foreign' })).toBe(1);
    const industrial = await ask('grassroots-units', 'K', '2021-07-31', { zone: 'industrial' });
    expect((industrial.list as ListEntry[]).map(({ label }) => label)).toEqual(['Đảng bộ K.6']);
    expect(industrial.notCounted).toHaveLength(5); // the four others, and the section
  });

  test('cells are counted at every level: of grassroots bodies, and grassroots cells', async () => {
    expect(await value('cells', 'K', '2020-06-01')).toBe(5);
    expect(await value('subordinate-cells', 'K', '2021-09-01')).toBe(2);
    expect(await value('sections', 'K', '2021-09-01')).toBe(1);
    expect(await value('units', 'K', '2020-06-01', { kind: 'section' })).toBe(1);
    expect(await value('units', 'K', '2020-06-01')).toBe(8); // itself, 5, and the cell and section of one
  });
});

describe('what happened to units', () => {
  test('a unit that comes in by a change of superior does not count as established', async () => {
    const answer = await ask('grassroots-units-established', 'K', term);
    expect(answer.value).toBe(2);
    expect(why(answer)?.filter((reason) => reason.startsWith('Chuyển'))).toHaveLength(5);
    expect(await value('grassroots-units-established', 'K', term, { zone: 'industrial' })).toBe(1);
    expect(await value('grassroots-units-established', 'K', ['2020-06-01', '2021-02-28'])).toBe(0);
    expect(await value('grassroots-units-established', 'K', ['2021-03-01', '2021-03-01'])).toBe(1);
  });

  test('dissolved is neither merged nor disbanded, and counts with the superior on the first day without the unit', async () => {
    const answer = await ask('grassroots-units-dissolved', 'K', term);
    expect((answer.list as ListEntry[]).map(({ label, on }) => [label, on])).toEqual([['Đảng bộ C.2', '2021-06-01']]);
    expect(why(answer)).toEqual([
      'Giải tán là hình thức kỷ luật, không phải giải thể',
      'Sáp nhập, hợp nhất, không phải giải thể',
    ]);
    expect(await value('grassroots-units-dissolved', 'T', ['2021-06-01', '2021-06-01'])).toBe(1);
    expect(await value('grassroots-units-dissolved', 'C', term)).toBe(0);
    expect(await value('units-disbanded', 'K', term)).toBe(1);
  });

  test('opening, established, dissolved, disbanded and merged give the closing count', async () => {
    const sum = async (name: string) => (await value(name, 'K', ['2020-06-02', '2023-05-29'])) as number;
    const gone =
      (await sum('grassroots-units-dissolved')) + (await sum('units-disbanded')) + (await sum('units-merged'));
    const closing =
      ((await value('grassroots-units', 'K', '2020-06-01')) as number) +
      (await sum('grassroots-units-established')) -
      gone;
    expect(await value('grassroots-units', 'K', '2023-05-29')).toBe(closing);
  });

  test('upgrades, splits, renames and moves are counted on their day', async () => {
    expect(await value('units-upgraded-to-grassroots-body', 'K', term)).toBe(1);
    expect(await value('units-split', 'K', term)).toBe(1);
    expect(await value('units-split', 'K', term, { kind: 'grassroots-body' })).toBe(0);
    expect(await value('units-renamed', 'C.5', term)).toBe(1);
    expect(await value('units-moved', 'K', term)).toBe(5);
    expect(await value('units-handed-over', 'C', term)).toBe(0); // counted at the new superior
  });

  test('what ends together with its superior counts with the nearest one still there', async () => {
    const day: [string, string] = ['2025-07-01', '2025-07-01'];
    expect(await value('units-merged', 'T', day)).toBe(1);
    expect(await value('units-merged', 'C.1', day)).toBe(0);
  });
});

test('the rulebook refuses a cell under a cell, and warns of what is unusual', async () => {
  const poster = { actor: 'test', source: { via: 'api' } } as const;
  await expect(post(journal, poster, [established('2022-01-01', 'Z.1', 'cell', 'K.6')])).rejects.toMatchObject({
    code: 'rule.unit.kinds-undivided',
  });
  const { warnings } = await post(journal, poster, [established('2022-01-01', 'Z.2', 'cell', 'K')]);
  expect(warnings.map(({ code, field }) => [code, field])).toEqual([['rule.unit.parent-kinds', 'unit.parent']]);
});
