import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { importJournal } from '#/exchange/import/import-journal.ts';
import type { KnownUnit } from '#/exchange/tables/known-units.ts';
import type { TablePlan } from '#/exchange/tables/plan.ts';
import type { PlannedRow } from '#/exchange/tables/planned/planned-row.ts';
import { type PlannedSource, plannedSource } from '#/exchange/tables/planned-source.ts';
import { proposePlan } from '#/exchange/tables/propose-plan.ts';
import type { Writes } from '#/kernel/access/access-log.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { writeCsv } from '#/platform/documents/csv.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { type FramedRow, writeFramed } from '#/platform/documents/xlsx-framed.ts';
import { type Member, member, opening, registered } from '#test/national-member.ts';
import { testWorld, type World } from '#test/world.ts';
import { cleanUp33 } from './clean-up-33.ts';
import { exportNational } from './export-national.ts';
import type { NationalLayout } from './layout.ts';
import { register7 } from './register-7-hsdv.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-round-'));
afterAll(() => rmSync(folder, { recursive: true }));

const units: KnownUnit[] = [
  { code: 'T', name: 'Tỉnh ủy A', kind: 'provincial', parent: null },
  { code: 'T.1', name: 'Đảng bộ phường M', kind: 'commune', parent: 'T' },
  { code: 'T.1.1', name: 'Đảng bộ khu phố 1', kind: 'grassroots-body', parent: 'T.1' },
  { code: 'T.1.2', name: 'Đảng bộ khu phố 2', kind: 'grassroots-body', parent: 'T.1' },
  { code: 'T.1.1.a', name: 'Chi bộ 1', kind: 'cell', parent: 'T.1.1' },
  { code: 'T.1.1.b', name: 'Chi bộ Tổ dân phố 5', kind: 'cell', parent: 'T.1.1' },
  { code: 'T.1.2.a', name: 'Chi bộ 1', kind: 'cell', parent: 'T.1.2' },
];
const established = units.map(
  ({ parent, ...unit }): ActInput => ({
    kind: 'unit.established',
    effectiveOn: '2000-01-01',
    unit: { ...unit, ...(parent === null ? {} : { parent }) },
  }),
);

async function withWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const world = await testWorld();
  try {
    await world.post(established);
    return await work(world);
  } finally {
    await world.close();
  }
}

interface Listed {
  file: string;
  rows: FramedRow[];
}

/** The list with its sensitive values, as a file and as its rows. */
async function listed(world: World, layout: NationalLayout, format: 'xlsx' | 'csv', more = {}): Promise<Listed> {
  const file = join(folder, `list.${format}`);
  const { pool, vault } = world.journal;
  const room: Writes = { write: (asker, work) => inTransaction(pool, asker, work) };
  const context = { actor: 'test', scope: '|', capacity: null };
  const reveal = { room, vault, context, reason: 'Đối chiếu', format, fields: sensitiveFieldNames };
  const rows: FramedRow[] = [];
  await world.read(async (tx) => {
    const list = await exportNational(tx, layout, { on: opening, ...more }, reveal);
    for await (const row of list.rows) rows.push(row);
    const cells = rows.map((row): Cell[] => ('group' in row ? [null, row.group] : [...row]));
    const bytes = format === 'xlsx' ? writeFramed(list.page, rows) : writeCsv(list.headings, cells);
    await pipeline(bytes, createWriteStream(file));
  });
  return { file, rows };
}

const lookup = async () => units;
const proposed = async (file: string): Promise<TablePlan> => ({
  ...(await proposePlan(file, { lookup })).plan,
  opening,
});

test.each([
  [cleanUp33, 'xlsx'],
  [cleanUp33, 'csv'],
  [register7, 'xlsx'],
] as const)(
  'members listed as $name come into an empty register by the headings alone, and go out again the same (%#)',
  async (layout, format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 10 }), async (people) => {
        const before = await withWorld(async (world) => {
          await world.post(people.map(registered));
          return listed(world, layout, format);
        });
        await withWorld(async (world) => {
          const plan = await proposed(before.file);
          expect(plan.newUnits).toEqual([]);
          const source = await plannedSource(before.file, plan, { lookup, repairs: [...sameNames(before.rows, plan)] });
          const problems = [];
          for await (const row of source.rows()) problems.push(...row.problems.filter(({ isBlocking }) => isBlocking));
          expect([...source.planProblems, ...problems]).toEqual([]);
          await importJournal(world.journal, source, { actor: 'test' });
          const after = await listed(world, layout, format);
          expect(byContent(after.rows)).toEqual(byContent(before.rows));
        });
      }),
      { numRuns: 3, endOnFailure: true },
    );
  },
);

/** What stands in each row under its group, without its number: people of one name stand in no order. */
function byContent(rows: readonly FramedRow[]): string[] {
  let group = '';
  const lines: string[] = [];
  for (const row of rows)
    if ('group' in row) group = row.group;
    else lines.push(JSON.stringify([group, ...row.slice(1)]));
  return lines.toSorted();
}

async function rowsOf({ rows }: PlannedSource): Promise<PlannedRow[]> {
  const all: PlannedRow[] = [];
  for await (const row of rows()) all.push(row);
  return all;
}

/** The clerk says of every row that it is nobody else's: names and births are few here. */
function* sameNames(rows: readonly FramedRow[], { sheets }: TablePlan) {
  const [sheet] = sheets;
  if (sheet === undefined) return;
  for (let row = sheet.dataFrom; row < sheet.dataFrom + rows.length + 1; row++)
    yield { sheet: sheet.sheet, row, column: null, value: 'keep' };
}

test('every heading is known for what it is, also as people write them, and in one row', async () => {
  await withWorld(async (world) => {
    await world.post([registered(fc.sample(member, { numRuns: 1, seed: 7 })[0] as Member, 1)]);
    for (const [layout, format, count] of [
      [cleanUp33, 'xlsx', 33],
      [cleanUp33, 'csv', 33],
      [register7, 'xlsx', 14],
    ] as const) {
      const { file } = await listed(world, layout, format);
      const [sheet] = (await proposed(file)).sheets;
      expect(sheet?.columns.map(({ sureness }) => sureness)).toEqual(Array(count).fill('same'));
      expect(sheet?.columns.every(({ target }) => target !== null)).toBe(true);
      expect(sheet?.status).toBe('by-official-date');
    }
  });
});

test('a register filled by hand is read: commas for lines, values left out, other words for the headings', async () => {
  const file = join(folder, 'by-hand.csv');
  const columns = register7.versions[0]?.columns ?? [];
  const headings = columns.map(({ heading }) => heading.replaceAll('\n', ' ').replace('hóa', 'hoá').toUpperCase());
  headings[4] = 'Học vấn, LLCT, chuyên môn, ngoại ngữ';
  const rows = [
    [1, 'Nguyễn Văn Mẫu\n1960', 'Nam, Kinh', 'thôn 1, xã An Mẫu, tỉnh Nam Định', '12/12, Cao cấp, Đại học', 'Nông dân', '3/2/1985 - 3/2/1986', '12345678, 001234 NĐ', 'hưu trí', null, null, null, null, 'Miễn SHĐ từ 01/05/2020; Ở xa'],
    [2, 'Trần Thị Mẫu', 'Nữ', null, '12/12, Trung cấp', null, '3/2/2025', null, null, null, null, null, null, null],
    [3, 'Lê Văn Mẫu', 'Nam', null, null, null, '3/2/1985, 1986', null, null, '01/06/2024 Đảng bộ xã B', null, null, null, null],
  ]; // biome-ignore format: rows of a table
  await pipeline(writeCsv(headings, [[null, 'I. Chi bộ Tổ dân phố 5'], ...rows]), createWriteStream(file));
  const source = await plannedSource(file, await proposed(file), { lookup });
  const [first, second, third] = (await rowsOf(source)).filter(({ kind }) => kind === 'member');
  expect(first).toMatchObject({
    problems: [],
    input: {
      cell: 'T.1.1.b',
      status: 'official',
      exempt: { permanent: true },
      person: {
        name: 'Nguyễn Văn Mẫu',
        born: '1960',
        sex: 'male',
        ethnicity: 'kinh',
        hometown: { detail: 'thôn 1', commune: 'xã An Mẫu', province: 'tỉnh Nam Định' },
        generalEducation: 'upper-secondary',
        theoryLevel: 'advanced',
        qualification: 'university',
        occupation: 'farmer',
        admittedOn: '1985-02-03',
        officialOn: '1986-02-03',
        cards: [{ scheme: 'card-8', number: '12345678' }],
        dossierNumber: '001234 NĐ',
        retired: true,
        details: { exemptedOn: '2020-05-01', note: 'Ở xa' },
      },
    },
  });
  // Intermediate of what: theory or profession?
  expect(second).toMatchObject({ problems: [{ code: 'cell.text', column: 'E', isBlocking: true }] });
  expect(third).toMatchObject({ problems: [{ code: 'member.has-left', isBlocking: true, repair: { value: null } }] });
});

test('who is gone is not registered: each such row is told, with the proposal to leave it out, and the others come in', async () => {
  const people = fc.sample(member, { numRuns: 3, seed: 11 }).map(registered);
  const acts = people.map((act, i) => ({
    ...act,
    person: { ...(act.person as object), code: `P${i}`, name: `Lê Thử ${'ABC'[i]}` },
  }));
  const left = { kind: 'member.died', effectiveOn: '2025-06-01', person: 'P1' };
  for (const layout of [cleanUp33, register7]) {
    const { file } = await withWorld(async (world) => {
      await world.post(acts.map((act) => ({ ...act, effectiveOn: '2025-01-01' })));
      await world.post([left]);
      return listed(world, layout, 'xlsx', { goneSince: '2025-01-01' });
    });
    await withWorld(async (world) => {
      const source = await plannedSource(file, await proposed(file), { lookup });
      const told = (await rowsOf(source)).flatMap(({ problems }) => problems.filter(({ isBlocking }) => isBlocking));
      expect(told).toEqual([
        expect.objectContaining({
          code: 'member.has-left',
          column: null,
          repair: expect.objectContaining({ value: null }),
        }),
      ]);
      const receipt = await importJournal(world.journal, source, { actor: 'test', goodRowsOnly: true });
      expect(receipt.added).toBe(2);
    });
  }
});
