import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { catalogues } from '#/domain/catalogues/api.ts';
import { importJournal } from '#/exchange/import/import-journal.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { writeCsv } from '#/platform/documents/csv.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { writeSheet } from '#/platform/documents/xlsx-writer.ts';
import { testWorld, type World } from '#test/world.ts';
import { mask } from './cell-types.ts';
import { exportMembers } from './export-members.ts';
import { tableSource } from './import-tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-members-'));
afterAll(() => rmSync(folder, { recursive: true }));

const openingDay = '2025-01-01';
const unit = (code: string, kind: string, parent?: string): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2000-01-01',
  unit: { code, name: `Tổ chức ${code}`, kind, ...(parent === undefined ? {} : { parent }) },
});
const units = [
  unit('T', 'provincial'),
  unit('T.1', 'district', 'T'),
  unit('T.1.1', 'grassroots-body', 'T.1'),
  ...['a', 'b'].map((c) => unit(`T.1.1.${c}`, 'cell', 'T.1.1')),
];

const registered = (person: object, more: object = {}): ActInput => ({
  kind: 'member.registered',
  effectiveOn: openingDay,
  person,
  cell: 'T.1.1.a',
  status: 'official',
  ...more,
});

async function withWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const world = await testWorld();
  try {
    await world.post(units);
    return await work(world);
  } finally {
    await world.close();
  }
}

/** The members' file of a world. */
async function exported(world: World, format: 'xlsx' | 'csv', on = openingDay): Promise<string> {
  const file = join(folder, `members.${format}`);
  await world.read(async (tx) => {
    const { columns, rows } = await exportMembers(tx, { on });
    const written =
      format === 'xlsx'
        ? writeSheet('Đảng viên', columns, rows)
        : writeCsv(
            columns.map(({ heading }) => heading),
            rows,
          );
    await pipeline(written, createWriteStream(file));
  });
  return file;
}

async function tableOf(world: World, question: { on: string; unit?: string }): Promise<Record<string, Cell>[]> {
  return world.read(async (tx) => {
    const unitId =
      question.unit === undefined
        ? undefined
        : (await tx.client.query('select unit_id from unit_code where code = $1', [question.unit])).rows[0].unit_id;
    const { columns, rows } = await exportMembers(tx, { on: question.on, unitId });
    const found: Record<string, Cell>[] = [];
    for await (const row of rows)
      found.push(Object.fromEntries(columns.map(({ heading }, at) => [heading, row[at] ?? null])));
    return found;
  });
}

/** Every fact about persons, with codes for ids. */
function factsOf(world: World): Promise<unknown[]> {
  return world.read(async ({ client }) => {
    const { rows } = await client.query(`
      select to_jsonb(f) as fact from (
        select p.code, to_jsonb(r) - array['person_id', 'act_id', 'ordinal', 'known_from', 'scope'] as record,
          (select jsonb_agg(jsonb_build_array(u.code, s.status, s.valid, s.in_transit, s.entry, s.exit)) from standing s join unit_code u using (unit_id) where s.person_id = p.person_id) as standing,
          (select jsonb_agg(jsonb_build_array(n.scheme, n.number, n.valid, n.issued_on, n.issued_at) order by n.scheme) from member_number n where n.person_id = p.person_id) as numbers,
          (select jsonb_agg(jsonb_build_array(e.kind, e.valid)) from exemption e where e.person_id = p.person_id) as exemptions,
          (select jsonb_agg(jsonb_build_array(m.event, m.on_day, m.decided_on)) from member_event m where m.person_id = p.person_id) as events
        from person p left join person_record r using (person_id)) f
      order by 1`);
    return rows.map(({ fact }) => fact);
  });
}

const twoDigits = (n: number) => String(n).padStart(2, '0');
const partialDay = (from: number, to: number) =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(4, 7, 10),
    )
    .map(([year, month, date, length]) => `${year}-${twoDigits(month)}-${twoDigits(date)}`.slice(0, length));
const words = fc.oneof(
  fc.constantFrom('=1+1', '+84', "'x", '00123', '3/2/1998', '1998', 'có', 'a;b,c', 'hai\ndòng', '_x0041_', 'Ê-đê', '-'),
  fc
    .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
    .filter((text) => text.isWellFormed() && text.trim() !== ''),
);
const code = (list: keyof typeof catalogues) => fc.constantFrom(...catalogues[list].entries.map((entry) => entry.code));
const given = fc.constantFrom('Nguyễn Văn Mẫu', 'Trần Thị Mẫu', 'Lê Mẫu', 'Y-Mẫu Ê-ban');
const card = (scheme: string) =>
  fc.record(
    { scheme: fc.constant(scheme), number: words, issuedOn: partialDay(1990, 2024), issuedAt: words },
    { requiredKeys: ['scheme', 'number'] },
  );

const person = fc.record(
  {
    name: given,
    birthName: given,
    otherName: given,
    born: partialDay(1890, 1980),
    sex: code('sex'),
    ethnicity: code('ethnicity'),
    religion: code('religion'),
    foreignOrigin: fc.boolean(),
    occupation: code('occupation'),
    retired: fc.boolean(),
    youthUnion: fc.boolean(),
    generalEducation: code('generalEducation'),
    qualification: code('qualification'),
    academicTitle: code('academicTitle'),
    theoryLevel: code('theoryLevel'),
    admissionDecidedOn: partialDay(1985, 2020),
    admittedOn: partialDay(1985, 2020),
    officialOn: partialDay(1985, 2021),
    dossierNumber: words,
    cards: fc
      .subarray(['card-12', 'card-8', 'badge', 'lms-9', 'x'], { minLength: 1 })
      .chain((schemes) => fc.tuple(...schemes.map(card))),
    details: fc.dictionary(fc.constantFrom('birthPlace', 'introducers', 'partyHistory', 'languages'), words, {
      noNullPrototype: true,
    }),
  },
  { requiredKeys: ['name'] },
);
const exempt = fc.constantFrom(undefined, { permanent: true }, { permanent: false }, { until: '2025-06-30' });
const member = fc.record({
  person,
  cell: fc.constantFrom('T.1.1.a', 'T.1.1.b'),
  status: fc.constantFrom('official', 'probationary'),
  exempt,
});

test.each(['xlsx', 'csv'] as const)(
  'members exported as %s come into an empty register with the same facts, for any records',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(member, { maxLength: 12 }), async (people) => {
        const acts = people.map(({ person: who, ...rest }, i) =>
          registered({ ...who, ...(i % 2 ? { code: `P${i}` } : {}) }, rest),
        );
        const [file, facts] = await withWorld(async (world) => {
          await world.post(acts);
          return [await exported(world, format), await factsOf(world)] as const;
        });
        await withWorld(async (world) => {
          await importJournal(world.journal, await tableSource(file, { kind: 'members' }), { actor: 'test' });
          expect(await factsOf(world)).toEqual(facts);
        });
      }),
      { numRuns: 5, endOnFailure: true },
    );
  },
);

test('what is sensitive is masked, whether all of it is known or a part', async () => {
  await withWorld(async (world) => {
    await world.post([
      registered({ name: 'Nguyễn Văn Mẫu', citizenId: '001098000001', hometown: { province: 'Tỉnh A' } }),
    ]);
    const [row] = await tableOf(world, { on: openingDay });
    expect(row).toMatchObject({
      'Số định danh cá nhân': mask,
      'Quê quán: tỉnh': mask,
      'Quê quán: xã': mask,
      'Điện thoại': null,
    });
    expect(JSON.stringify(row)).not.toMatch(/001098000001|Tỉnh A/);
    const file = await exported(world, 'xlsx');
    for await (const { input } of (await tableSource(file)).read())
      expect(input?.person).toEqual({ name: 'Nguyễn Văn Mẫu' });
  });
});

test('the members of a unit, all below it included, as of a day', async () => {
  await withWorld(async (world) => {
    await world.post([
      registered({ code: 'P1', name: 'Nguyễn Văn Mẫu', cards: [{ scheme: 'card-8', number: '00000001' }] }),
      registered({ code: 'P2', name: 'Trần Thị Mẫu' }, { cell: 'T.1.1.b', status: 'probationary' }),
      { kind: 'member.transferred', effectiveOn: '2025-03-01', person: 'P1', to: 'T.1.1.b' },
      { kind: 'member.died', effectiveOn: '2025-05-01', person: 'P2' },
    ]);
    const codes = async (on: string, of?: string) =>
      (await tableOf(world, { on, unit: of })).map((row) => [row.Mã, row['Mã chi bộ']]);
    expect(await codes('2024-12-31')).toEqual([]);
    expect(await codes('2025-02-28')).toEqual([
      ['P1', 'T.1.1.a'],
      ['P2', 'T.1.1.b'],
    ]);
    expect(await codes('2025-02-28', 'T.1.1.a')).toEqual([['P1', 'T.1.1.a']]);
    expect(await codes('2025-04-01', 'T.1.1.b')).toEqual([
      ['P1', 'T.1.1.b'],
      ['P2', 'T.1.1.b'],
    ]);
    expect(await codes('2025-05-01', 'T')).toEqual([['P1', 'T.1.1.b']]);
    const [row] = await tableOf(world, { on: '2025-02-28', unit: 'T.1.1.a' });
    expect(row).toMatchObject({
      'Số thẻ đảng viên cũ': '00000001',
      'Tình trạng': 'Chính thức',
      'Ngày mở sổ': new Date('2025-02-28'),
    });
  });
});

test('an import of a table that is refused names the cells; with the good rows only, the others come in', async () => {
  await withWorld(async (world) => {
    const file = join(folder, 'bad.csv');
    const lines = [
      'Họ và tên;Ngày sinh;Mã chi bộ;Tình trạng;Ngày mở sổ;Dân tộc;Số định danh cá nhân',
      'Nguyễn Văn Mẫu;1/2/1990;T.1.1.a;Chính thức;1/1/2025;Kinh;001090000001',
      'Trần Thị Mẫu;30/2/1990;T.1.1.a;Chính thức;1/1/2025;Tầy;123',
      'Lê Thị Mẫu;1/2/2030;T.1.1.a;Chính thức;1/1/2025;;',
      'Lê Văn Mẫu;;T.9;;1/1/2025;;',
    ];
    await pipeline([lines.join('\n')], createWriteStream(file));
    const source = await tableSource(file);
    const error = await importJournal(world.journal, source, { actor: 'test' }).catch((reason) => reason);
    const places = (faults: { line?: number; cell?: string; field?: string; code: string }[]) =>
      faults.map(({ line, cell, field, code: reason }) => [line, cell, field, reason]);
    expect(places(error.fields)).toEqual([
      [3, 'B3', 'person.born', 'cell.day'],
      [3, 'G3', 'person.citizenId', 'cell.digits'],
      [3, 'F3', 'person.ethnicity', 'field.invalid'],
      [5, 'D5', 'status', 'field.missing'],
    ]);
    const receipt = await importJournal(world.journal, source, { actor: 'test', goodRowsOnly: true });
    expect(receipt.added).toBe(1);
    expect(places(receipt.leftOut)).toContainEqual([4, expect.anything(), expect.anything(), 'member.before-birth']);
    expect(await tableOf(world, { on: openingDay })).toHaveLength(1);
  });
});
