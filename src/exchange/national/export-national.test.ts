import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { mask } from '#/exchange/tables/cell-types.ts';
import type { Writes } from '#/kernel/access/access-log.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { openWorkbook } from '#/platform/documents/xlsx.ts';
import { writeFramed } from '#/platform/documents/xlsx-framed.ts';
import { testWorld, type World } from '#test/world.ts';
import { cleanUp33 } from './clean-up-33.ts';
import { exportNational } from './export-national.ts';
import type { NationalLayout } from './layout.ts';
import type { ListQuestion } from './listed-members.ts';
import { register7 } from './register-7-hsdv.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-national-'));
let world: World;
const opening = '2025-01-01';
const unit = (code: string, name: string, kind: string, parent?: string): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2000-01-01',
  unit: { code, name, kind, ...(parent === undefined ? {} : { parent }) },
});
const registered = (person: object, cell: string, more: object = {}): ActInput => ({
  kind: 'member.registered',
  effectiveOn: opening,
  person,
  cell,
  status: 'official',
  ...more,
});

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'Tỉnh ủy A', 'provincial'),
    unit('T.1', 'Đảng bộ phường M', 'commune', 'T'),
    unit('T.1.1', 'Đảng bộ khu phố 1', 'grassroots-body', 'T.1'),
    unit('T.1.2', 'Đảng bộ khu phố 2', 'grassroots-body', 'T.1'),
    unit('T.1.1.a', 'Chi bộ 1', 'cell', 'T.1.1'),
    unit('T.1.1.b', 'Chi bộ 2', 'cell', 'T.1.1'),
    unit('T.1.2.a', 'Chi bộ 1', 'cell', 'T.1.2'),
    registered(
      {
        code: 'P1',
        name: 'Nguyễn Văn Mẫu',
        birthName: 'Nguyễn Văn Thử',
        born: '1960-02-03',
        sex: 'male',
        ethnicity: 'kinh',
        religion: 'none',
        citizenId: '001060000001',
        hometown: { country: 'Việt Nam', province: 'Tỉnh B', commune: 'Xã C', detail: 'Thôn 1' },
        residence: { province: 'Tỉnh A', commune: 'Phường M', detail: 'Tổ 5' },
        generalEducation: 'upper-secondary',
        qualification: 'intermediate',
        occupation: 'farmer',
        retired: true,
        admittedOn: '1985-05-19',
        officialOn: '1986',
        dossierNumber: '001234 AB',
        cards: [
          { scheme: 'card-12', number: '012345678901', issuedOn: '2025-09-02', issuedAt: 'Tỉnh ủy A' },
          { scheme: 'badge', number: '5566' },
          { scheme: 'national-id', number: '0009' },
        ],
        details: { languages: 'Tiếng Anh', service: 'Bộ đội' },
      },
      'T.1.1.a',
      { exempt: { permanent: true } },
    ),
    registered({ code: 'P2', name: 'Trần Thị Mẫu' }, 'T.1.1.b', { status: 'probationary' }),
    registered({ code: 'P3', name: 'Lê Văn Mẫu' }, 'T.1.2.a'),
    registered({ code: 'P4', name: 'Lê Thị Mẫu' }, 'T.1.1.a'),
    { kind: 'member.exempted', effectiveOn: '2025-02-01', person: 'P4', until: '2025-12-31' },
    { kind: 'member.transferred', effectiveOn: '2025-03-01', person: 'P3', to: 'T.1.1.b' },
    { kind: 'member.died', effectiveOn: '2025-05-01', person: 'P2' },
  ]);
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true });
});

interface Found {
  titles: Cell[][];
  rows: Cell[][];
}

/** The list as it stands in the workbook, below the row of numbers. */
async function listed(
  layout: NationalLayout,
  question: ListQuestion & { unit?: string },
  reason?: string,
): Promise<Found> {
  const file = join(folder, 'list.xlsx');
  await world.read(async (tx) => {
    const found = await tx.client.query('select unit_id from unit_code where code = $1', [question.unit ?? 'T']);
    const context = { actor: 'test', scope: '|', capacity: null };
    const { pool, vault } = world.journal;
    const room: Writes = { write: (asker, work) => inTransaction(pool, asker, work) };
    const fields = sensitiveFieldNames;
    const reveal = reason === undefined ? undefined : { room, context, vault, reason, format: 'xlsx', fields };
    const { page, rows } = await exportNational(tx, layout, { ...question, unitId: found.rows[0].unit_id }, reveal);
    await pipeline(writeFramed(page, rows), createWriteStream(file));
  });
  const workbook = await openWorkbook(file);
  const all: Cell[][] = [];
  try {
    for await (const { values } of workbook.rows(layout.sheet)) all.push(values);
  } finally {
    workbook.close();
  }
  const numbers = all.findIndex((values) => values[0] === 1 && values[1] === 2);
  return { titles: all.slice(0, numbers), rows: all.slice(numbers + 1) };
}

const day = (text: string) => new Date(text);
const accessLog = () =>
  world.read(async ({ client }) => (await client.query('select * from access_log order by at')).rows);

describe('the clean-up list', () => {
  test('has its columns in their order, with sensitive values masked, as of a day', async () => {
    const { rows } = await listed(cleanUp33, { on: '2025-02-15' });
    expect(rows).toHaveLength(4);
    expect(rows.every((row) => row.length === 33)).toBe(true);
    // By cell and name.
    expect(rows.map((row) => [row[0], row[2], row[13], row[26], row[27]])).toEqual([
      [1, 'Lê Thị Mẫu', 'Chi bộ 1, Đảng bộ khu phố 1', 'Tạm miễn sinh hoạt Đảng', day('2025-02-01')],
      // Exempt when the register opened: since when is not known, and not invented.
      [2, 'Nguyễn Văn Mẫu', 'Chi bộ 1, Đảng bộ khu phố 1', 'Miễn sinh hoạt Đảng', null],
      [3, 'Trần Thị Mẫu', 'Chi bộ 2', 'Đang sinh hoạt Đảng', null],
      [4, 'Lê Văn Mẫu', 'Chi bộ 1, Đảng bộ khu phố 2', 'Đang sinh hoạt Đảng', null],
    ]);
    expect(rows[1]).toEqual([
      2, '0009', 'Nguyễn Văn Mẫu', null, 'Nam', day('1960-02-03'), 'Kinh', 'Không', mask, '012345678901', 'Tỉnh ủy A',
      day('2025-09-02'), null, 'Chi bộ 1, Đảng bộ khu phố 1', null, null, null, mask, mask, mask, mask, mask, mask,
      day('1985-05-19'), '1986', null, 'Miễn sinh hoạt Đảng', null, null, null, null, mask, mask,
    ]); // biome-ignore format: a row
  });

  test('reveals for a reason that is in the log before the first row', async () => {
    const { rows } = await listed(cleanUp33, { on: '2025-02-15', unit: 'T.1.1.a' }, 'Đối chiếu với hệ thống quốc gia');
    expect(rows[1]?.slice(17, 23)).toEqual(['Việt Nam', 'Tỉnh B', 'Thôn 1, Xã C', null, 'Tỉnh A', 'Tổ 5, Phường M']);
    expect(rows[1]?.[8]).toBe('001060000001');
    expect(rows[1]?.slice(29)).toEqual([null, null, 'Phường M', 'Tổ 5']);
    const [entry] = await accessLog();
    expect(entry).toMatchObject({
      actor: 'test',
      action: 'members.exported',
      reason: 'Đối chiếu với hệ thống quốc gia',
      person_count: 2,
      detail: {
        layout: 'clean-up-33',
        on: '2025-02-15',
        fields: ['citizenId', 'oldIdentityNumber', 'birthRegistration', 'hometown', 'residence'],
      },
    });
  });

  test('without a reason nothing is revealed; where the log cannot be written, nothing leaves', async () => {
    await expect(listed(cleanUp33, { on: opening }, ' ')).rejects.toMatchObject({ code: 'reveal.reason' });
    await world.tamper('revoke insert on access_log from sotay_app');
    await expect(listed(cleanUp33, { on: opening }, 'x')).rejects.toThrow('permission denied');
    await world.tamper('grant insert on access_log to sotay_app');
    expect(await accessLog()).toHaveLength(1);
  });

  test('lists those who are gone since a day, with how and when, in the unit they left', async () => {
    const goneSince = '2025-03-01';
    const { rows } = await listed(cleanUp33, { on: '2025-06-01', unit: 'T.1.2', goneSince });
    expect(rows.map((row) => [row[2], row[13], row[26], row[27]])).toEqual([
      ['Lê Văn Mẫu', 'Chi bộ 1, Đảng bộ khu phố 2', 'Đã chuyển sinh hoạt', day('2025-03-01')],
    ]);
    const all = await listed(cleanUp33, { on: '2025-06-01', goneSince });
    expect(all.rows.map((row) => [row[2], row[26]])).toContainEqual(['Trần Thị Mẫu', 'Đã từ trần']);
    expect(all.rows.filter((row) => row[2] === 'Lê Văn Mẫu')).toHaveLength(1);
    expect((await listed(cleanUp33, { on: '2025-06-01', goneSince: '2025-05-02' })).rows).toHaveLength(3);
  });
});

describe('the register 7-HSĐV', () => {
  test('holds several values in a cell, names the cells in rows of their own, and ends with the signatures', async () => {
    const { titles, rows } = await listed(register7, { on: '2025-02-15', unit: 'T.1.1' });
    expect(titles.map((row) => row.filter((cell) => cell !== null)).filter((row) => row.length > 0)).toEqual([
      ['Đảng bộ phường M', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      ['Đảng bộ khu phố 1'],
      ['SỔ DANH SÁCH ĐẢNG VIÊN'],
      ['(Mẫu 7-HSĐV)'],
      ['Đến ngày 15/02/2025'],
      expect.arrayContaining(['Số TT', 'QUÊ QUÁN', 'Ghi chú']),
    ]);
    expect(rows[0]?.[1]).toBe('I. Chi bộ 1, Đảng bộ khu phố 1');
    expect(rows[2]).toEqual([
      2,
      'Nguyễn Văn Mẫu\nNguyễn Văn Thử\n03/02/1960',
      'Nam\nKinh\nKhông',
      mask,
      'Trung học phổ thông\n–\nTrung cấp\nTiếng Anh',
      '–\nNgười làm nông, lâm, ngư nghiệp',
      '19/05/1985\n1986',
      '012345678901\n001234 AB\n5566',
      'Bộ đội, Hưu trí',
      null,
      null,
      null,
      null,
      'Miễn sinh hoạt đảng',
    ]);
    expect(rows[1]?.[13]).toBe('Tạm miễn sinh hoạt đảng từ 01/02/2025\nChính thức');
    expect(rows.at(-2)?.filter((cell) => cell !== null)).toEqual(['NGƯỜI LẬP SỔ', 'T/M CẤP ỦY']);
  });

  test('tells who moved, died or left in the columns for it; of one cell no row names it', async () => {
    const { rows } = await listed(register7, { on: '2025-06-01', unit: 'T.1.1.b', goneSince: opening });
    const people = rows.filter((row) => typeof row[0] === 'number');
    expect(people.map((row) => [row[1], row[9], row[10], row[11]])).toEqual([
      ['Lê Văn Mẫu\n–\n–', null, '01/03/2025\nChi bộ 1, Đảng bộ khu phố 2', null],
      ['Trần Thị Mẫu\n–\n–', null, null, '01/05/2025\n–'],
    ]);
    expect(rows[0]).toEqual(people[0]);
  });

  test('reveals the home of the fathers in one cell', async () => {
    const { rows } = await listed(register7, { on: opening, unit: 'T.1.1.a' }, 'Lập sổ');
    expect(rows.map((row) => row[3])).toContain('Thôn 1, Xã C, Tỉnh B, Việt Nam');
  });
});
