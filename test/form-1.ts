import { afterAll, beforeAll, expect } from 'vitest';
import { memberFigures } from '#/domain/members/figures.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import { rebuildTallies } from '#/kernel/figures/tally.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import type { ReportAnswer, ReportRequest } from '#/reports/report.ts';
import { openReport, runReport } from '#/reports/reports.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type Facts, handMadeFacts, idOf } from './facts.ts';

let database: TestDatabase;
const figures = catalogue(memberFigures);

/** Gives the test file a database of its own. */
export function useDatabase(): void {
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
}

export function within<T>(work: (tx: Tx) => Promise<T>, scope = wholeTenant, readOnly = true): Promise<T> {
  return inTransaction(database.appPool(), { actor: 'test', scope, readOnly }, work);
}

/** Puts hand-made facts in place of what is there. */
export async function write(facts: Facts): Promise<void> {
  const all = async ({ client, db }: Tx) => {
    await facts.insert(client);
    await rebuildTallies(db, memberFigures);
  };
  await within(all, wholeTenant, false);
}

/**
 * A province of two districts: P over D1 (G1: c11, c12; G2: c21) and D2 (G3: c31). The register opened on 1/1/2023 with
 * ten members, m0 to m9, in c11; the test says where they stand.
 */
export async function given(build: (facts: Facts) => void): Promise<void> {
  const facts = handMadeFacts();
  const units: [string, string, string | null][] = [
    ['P', 'provincial', null],
    ['D1', 'district', 'P'],
    ['D2', 'district', 'P'],
    ['G1', 'grassroots-body', 'D1'],
    ['G2', 'grassroots-body', 'D1'],
    ['G3', 'grassroots-body', 'D2'],
    ['c11', 'cell', 'G1'],
    ['c12', 'cell', 'G1'],
    ['c21', 'cell', 'G2'],
    ['c31', 'cell', 'G3'],
  ];
  for (const [name, kind, parent] of units) {
    facts.unit(name, kind, '2020-01-01');
    if (parent !== null) facts.under(name, parent, '2020-01-01');
  }
  for (const name of everybody) {
    facts.person(name);
    facts.event(name, '2023-01-01', 'registered', null, 'c11');
  }
  build(facts);
  await write(facts);
}

export const everybody: readonly string[] = Array.from({ length: 10 }, (_, i) => `m${i}`);

/** Members that stay in c11 from the opening on. */
export function staying(facts: Facts, names: readonly string[]): void {
  for (const name of names) facts.standing(name, 'c11', '2023-01-01', null);
}

export function allBut(...names: string[]): string[] {
  return everybody.filter((name) => !names.includes(name));
}

function asked(unit: string, from: string, to: string): ReportRequest {
  return { unitId: idOf(unit), from, to, knownAt: null, rounding: 'half-up', decimals: 1 };
}

/** The whole answer; of the year 2024 unless told. */
export function report(
  unit: string,
  from = '2024-01-01',
  to = '2024-12-31',
  scope = wholeTenant,
  rounding: ReportRequest['rounding'] = 'half-up',
): Promise<ReportAnswer> {
  return within(({ db }) => runReport(db, figures, 'form-1', { ...asked(unit, from, to), rounding }), scope);
}

/** The rows that are not 0, as value. */
export async function rowsOf(unit: string, from?: string, to?: string): Promise<Record<string, number>> {
  const { rows } = await report(unit, from, to);
  const value = (row: string): number => rows.find((one) => one.row === row)?.value ?? 0;
  expect(value('D')).toBe(value('A') + value('B') - value('C'));
  return Object.fromEntries(rows.filter((row) => row.value !== 0).map(({ row }) => [row, value(row)]));
}

/** The list of a row. */
export function open(unit: string, row: string, from = '2024-01-01', to = '2024-12-31'): Promise<ListEntry[]> {
  return within(({ db }) => openReport(db, figures, 'form-1', asked(unit, from, to), row));
}

/** The names on the list of a row. */
export async function namesOf(unit: string, row: string): Promise<(string | null)[]> {
  return (await open(unit, row)).map((entry) => entry.label);
}
