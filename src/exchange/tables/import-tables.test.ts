import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import type { ReadLine } from '#/exchange/import/lines.ts';
import { type Cell, columnLetters } from '#/platform/documents/table.ts';
import { Problem } from '#/platform/errors.ts';
import { tableSource } from './import-tables.ts';
import { templateWorkbook } from './template.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function workbook(sheets: Record<string, Cell[][]>): Promise<string> {
  const file = join(folder, 'a.xlsx');
  writeFileSync(file, await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) }));
  return file;
}

function csv(text: string): string {
  const file = join(folder, 'a.csv');
  writeFileSync(file, text);
  return file;
}

async function linesOf(file: string, options?: Parameters<typeof tableSource>[1]): Promise<ReadLine[]> {
  const lines: ReadLine[] = [];
  for await (const line of (await tableSource(file, options)).read()) lines.push(line);
  return lines;
}

async function faultsOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason) => reason,
  );
  if (!(error instanceof Problem)) throw new Error(`no problem, but ${error}`);
  return error.fields.map(({ cell, code }) => [code, cell]);
}

const units: Cell[][] = [
  [
    'Mã cấp trên',
    'Mã',
    'Tên',
    'Loại',
    'Loại hình',
    'Ngày thành lập',
    'Số quyết định',
    'Ngày quyết định',
    'Cơ quan quyết định',
  ],
  [null, 'A', 'Đảng bộ huyện A', 'Đảng bộ huyện, quận, thị xã', null, new Date('2000-01-01'), null, null, null],
  ['A', 'A.01', 'Chi bộ xóm 1', 'cell', 'Xã', '15/1/2020', '12-QĐ/HU', '10/01/2020', 'Huyện ủy A'],
];
const members: Cell[][] = [
  [
    'Mã',
    'Họ và tên',
    'Ngày sinh',
    'Giới tính',
    'Dân tộc',
    'Mã chi bộ',
    'Tình trạng',
    'Số thẻ đảng viên',
    'Ngày cấp số thẻ đảng viên',
    'Nơi thường trú: tỉnh',
    'Miễn sinh hoạt',
    'Ngày mở sổ',
  ],
  [
    'P1',
    'Nguyễn Văn Mẫu',
    '02/1965',
    'Nam',
    'Ê đê',
    'A.01',
    'Chính thức',
    '001234567890',
    new Date('2025-08-01'),
    'Tỉnh A',
    'Tạm',
    null,
  ],
  [null, null, null, null, null, null, null, null, null, null, null, null],
  ['P2', 'Trần Thị Mẫu', 1990, 'female', 'kinh', 'A.01', 'ĐVDB', null, null, '•••', 'Không', '1/2/2025'],
];

test('rows of our template become the lines of a journal file, units first; a line is a row of the sheet', async () => {
  const lines = await linesOf(
    await workbook({ 'Đảng viên': members, 'Ghi chú': [['gì cũng được']], 'Tổ chức': units }),
    { opening: '2025-01-01' },
  );
  expect(lines).toEqual([
    {
      line: 2,
      problems: [],
      input: {
        kind: 'unit.established',
        effectiveOn: '2000-01-01',
        unit: { code: 'A', name: 'Đảng bộ huyện A', kind: 'district' },
      },
    },
    {
      line: 3,
      problems: [],
      input: {
        kind: 'unit.established',
        effectiveOn: '2020-01-15',
        paper: { number: '12-QĐ/HU', issuedOn: '2020-01-10', issuer: 'Huyện ủy A' },
        unit: { code: 'A.01', name: 'Chi bộ xóm 1', kind: 'cell', type: 'commune', parent: 'A' },
      },
    },
    {
      line: 2_000_002,
      problems: [],
      input: {
        kind: 'member.registered',
        effectiveOn: '2025-01-01',
        person: {
          code: 'P1',
          name: 'Nguyễn Văn Mẫu',
          born: '1965-02',
          sex: 'male',
          ethnicity: 'e-de',
          residence: { province: 'Tỉnh A' },
          cards: [{ scheme: 'card-12', number: '001234567890', issuedOn: '2025-08-01' }],
        },
        cell: 'A.01',
        status: 'official',
        exempt: { permanent: false },
      },
    },
    {
      line: 2_000_004,
      problems: [],
      input: {
        kind: 'member.registered',
        effectiveOn: '2025-02-01',
        person: { code: 'P2', name: 'Trần Thị Mẫu', born: '1990', sex: 'female', ethnicity: 'kinh' },
        cell: 'A.01',
        status: 'probationary',
      },
    },
  ]);
});

test('a line has the same number whichever kind is asked for, and each reading gives the same lines', async () => {
  const file = await workbook({ 'Tổ chức': units, 'Đảng viên': members });
  const source = await tableSource(file, { kind: 'members' });
  for (let i = 0; i < 2; i++) {
    const lines: number[] = [];
    for await (const { line } of source.read()) lines.push(line);
    expect(lines).toEqual([2_000_002, 2_000_004]);
  }
  expect((await linesOf(file, { kind: 'units' })).map(({ line }) => line)).toEqual([2, 3]);
});

test('a CSV file, or a single sheet of another name, is known by its headings or by what is asked for', async () => {
  const text = '\u{FEFF}Mã;Tên;Loại\nA;Đảng bộ A;cell\n';
  expect((await linesOf(csv(text))).map(({ line, input }) => [line, input?.kind])).toEqual([[2, 'unit.established']]);
  expect(
    (await linesOf(csv('Họ và tên,Mã chi bộ,Tình trạng\nNguyễn Văn Mẫu,A,Dự bị\n'))).map(({ input }) => input?.kind),
  ).toEqual(['member.registered']);
  expect((await linesOf(await workbook({ Sheet1: members }))).map(({ line }) => line)).toEqual([2, 4]);
  expect(await faultsOf(tableSource(await workbook({ Sheet1: members, Sheet2: [['x']] })))).toEqual([
    ['table.sheet', undefined],
  ]);
  expect(await faultsOf(tableSource(csv('')))).toEqual([['table.empty', undefined]]);
  expect(await faultsOf(tableSource(csv(text), { kind: 'members' }))).toContainEqual(['heading.unknown', 'B1']);
});

test('a heading that is unknown, double or missing is named with its cell', async () => {
  const file = await workbook({
    'Đảng viên': [[], ['Họ tên', 'Sở thích', 'Họ và tên', '#REF!', 'Mã chi bộ', 'Mục khác: a', 'mục khác: a']],
  });
  expect(await faultsOf(tableSource(file))).toEqual([
    ['heading.unknown', "'Đảng viên'!B2"],
    ['cell.error', "'Đảng viên'!D2"],
    ['heading.twice', "'Đảng viên'!C2"],
    ['heading.twice', "'Đảng viên'!G2"],
    ['heading.missing', undefined],
  ]);
});

test('lines read another way have other ids: the opening day and the map are part of what names them', async () => {
  const file = csv('Họ và tên;Mã chi bộ;Tình trạng\nNguyễn Văn Mẫu;A.01;Dự bị\n');
  const hashes = [
    {},
    { kind: 'members' as const },
    { opening: '2025-01-01' },
    { opening: '2025-01-02' },
    { headings: { a: 'b' } },
  ];
  const found = await Promise.all(hashes.map(async (options) => (await tableSource(file, options)).hash));
  expect(found[1]).toBe(found[0]);
  expect(new Set(found).size).toBe(4);
  for (const hash of found) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('a column that is mapped to null is not read', async () => {
  const file = csv('Họ và tên;Mã chi bộ;Tình trạng;Ghi chú\nNguyễn Văn Mẫu;A.01;Dự bị;x\n');
  const [line] = await linesOf(file, { headings: { 'ghi chú': null }, opening: '2025-01-01' });
  expect(line).toMatchObject({ line: 2, input: { cell: 'A.01' }, problems: [] });
  expect(await faultsOf(tableSource(file))).toContainEqual(['heading.unknown', 'D1']);
});

describe('what is wrong with a row', () => {
  const bad: Cell[][] = [
    [
      'Họ và tên',
      'Ngày sinh',
      'Mã chi bộ',
      'Tình trạng',
      'Số định danh cá nhân',
      'Đã nghỉ hưu',
      'Quê quán: tỉnh',
      'Số thẻ đảng viên',
    ],
    ['Nguyễn Văn Mẫu', '31/02/1990', 38.168, 'Chính thức', 38_098_000_001, 'có lẽ', '#N/A', 1_234, 'lạc'],
  ];

  test('is told for all its cells at once, each by its place', async () => {
    const [line] = await linesOf(await workbook({ 'Đảng viên': bad }));
    expect(line?.problems?.map(({ cell, field, code, line: at }) => [cell, field, code, at])).toEqual([
      ["'Đảng viên'!B2", 'person.born', 'cell.day', 2],
      ["'Đảng viên'!C2", 'cell', 'cell.not-text', 2],
      ["'Đảng viên'!E2", 'person.citizenId', 'cell.lost-zeros', 2],
      ["'Đảng viên'!F2", 'person.retired', 'cell.flag', 2],
      ["'Đảng viên'!G2", 'person.hometown.province', 'cell.error', 2],
      ["'Đảng viên'!H2", 'person.cards', 'cell.lost-zeros', 2],
      ["'Đảng viên'!I2", undefined, 'cell.no-heading', 2],
    ]);
  });

  test('and seen later, in the act, is led back to its cell', async () => {
    const { locate } = await tableSource(await workbook({ 'Tổ chức': units, 'Đảng viên': members }));
    const place = (line: number, field?: string) => {
      const { line: row, cell } = locate?.({ line, field, code: 'x', message: '' }) ?? {};
      return [row, cell];
    };
    expect(place(3, 'unit.parent')).toEqual([3, "'Tổ chức'!A3"]);
    expect(place(2_000_004, 'person.born')).toEqual([4, "'Đảng viên'!C4"]);
    expect(place(2_000_004, 'person.cards.0.number')).toEqual([4, "'Đảng viên'!H4"]);
    expect(place(2_000_004, 'person.residence')).toEqual([4, "'Đảng viên'!J4"]);
    expect(place(2_000_004, 'person')).toEqual([4, "'Đảng viên'!4:4"]);
    expect(place(2_000_004)).toEqual([4, "'Đảng viên'!4:4"]);
    expect(place(2_000_004, 'effectiveOn')).toEqual([4, "'Đảng viên'!L4"]);
  });
});

test('the empty template has all headings, says what each means, and brings in nothing', async () => {
  const file = join(folder, 'template.xlsx');
  writeFileSync(file, await templateWorkbook());
  expect(await linesOf(file)).toEqual([]);
  const { openWorkbook } = await import('#/platform/documents/xlsx.ts');
  const { sheets, rows, close } = await openWorkbook(file);
  expect(sheets).toEqual(['Tổ chức', 'Đảng viên', 'Hướng dẫn', 'Danh mục']);
  const guide: Cell[][] = [];
  for await (const { values } of rows('Hướng dẫn')) guide.push(values);
  expect(guide.filter(([sheet]) => sheet === 'Tổ chức').map(([, heading]) => heading)).toContain('Mã cấp trên');
  expect(guide.find(([, heading]) => heading === 'Dân tộc')?.[5]).toMatch(/^Kinh; Tày; /);
  const validations = (await readXlsx(readFileSync(file))).sheets[1]?.dataValidations ?? [];
  const ofPeoples = validations.find(({ inputTitle }) => inputTitle === 'Dân tộc');
  const [, column, last] = /^'Danh mục'!\$([A-Z]+)\$2:\$\1\$(\d+)$/.exec(ofPeoples?.formula1 ?? '') ?? [];
  const lists: Cell[][] = [];
  for await (const { values } of rows('Danh mục')) lists.push(values);
  const at = lists[0]?.indexOf('Dân tộc') ?? -1;
  expect([column, last, lists[1]?.[at]]).toEqual([columnLetters(at), '57', 'Kinh']);
  close();
});
