import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { KnownUnit } from '#/exchange/tables/known-units.ts';
import { toTcvn3 } from '#/platform/text/tcvn3.ts';
import { writeBook } from './book.ts';
import { membersOf, readFile, readRepaired, told } from './reading.ts';

// Whole sheets as wards keep them, each written by hand with what a careful clerk would make of it.

const folder = mkdtempSync(join(tmpdir(), 'sotay-wards-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'ward.xlsx');

test('a list of one cell with two heading rows, numbers below, specialities, old cards and identity numbers, and signatures', async () => {
  await writeBook(file, [
    {
      name: 'KP3',
      rows: [
        ['ĐẢNG BỘ PHƯỜNG HÒA MẪU', null, null, null, null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
        ['CHI BỘ KHU PHỐ 3', null, null, null, null, null, null, 'Hòa Mẫu, ngày 05 tháng 01 năm 2025'],
        [],
        ['DANH SÁCH TRÍCH NGANG ĐẢNG VIÊN'],
        ['(Thời điểm 31/12/2024)'],
        [
          'STT',
          'Họ và tên',
          'Ngày, tháng, năm sinh',
          null,
          'Dân tộc',
          'Tôn giáo',
          'Quê quán',
          'Nơi ở hiện nay',
          'Trình độ',
          null,
          null,
          'Ngày vào Đảng',
          null,
          'Số thẻ ĐV',
          'Số CMND/CCCD',
          'Chức vụ',
          'Ghi chú',
        ],
        [null, null, 'Nam', 'Nữ', null, null, null, null, 'GDPT', 'Chuyên môn', 'LLCT', 'Kết nạp', 'CT'],
        Array.from({ length: 17 }, (_, at) => at + 1),
        [
          1,
          'Nguyễn Văn Mẫu',
          '12/3/1956',
          null,
          'Kinh',
          'Không',
          'xã A, huyện B, tỉnh C',
          '12 đường X, KP3',
          '10/10',
          'Kỹ sư xây dựng',
          'Cao cấp LLCT',
          '3/2/1985',
          '3/2/1986',
          '12.345.678',
          '012345678',
          'Bí thư',
          null,
        ],
        [
          2,
          'Đ/c Trần Thị Mẫu',
          null,
          1960,
          'Kinh',
          'Phật',
          'xã A, B, C',
          'KP3',
          '12/12',
          'Cử nhân Luật',
          'TC',
          '19/5/90',
          '19/5/91',
          1_234_567,
          '036160000123',
          'PBT',
          'hưu',
        ],
        [
          3,
          'LÊ VĂN MẪU',
          new Date('1980-01-02'),
          null,
          '-nt-',
          'Ko',
          'P. Z, TP Hà Nội',
          '-',
          '9/12',
          'Chưa qua đào tạo',
          'Chưa',
          new Date('2024-06-01'),
          null,
          '011001000003',
          36_060_000_124,
          null,
          'Miễn SH',
        ],
        ['Tổng cộng: 03 đồng chí'],
        [null, null, null, null, null, null, null, 'T/M CHI ỦY'],
        [null, null, null, null, null, null, null, '(đã ký)'],
        [null, null, null, null, null, null, null, 'Nguyễn Văn Mẫu'],
      ],
      merges: [
        [6, 2, 6, 3],
        [6, 8, 6, 10],
        [6, 11, 6, 12],
        [6, 0, 7, 0],
        [6, 1, 7, 1],
      ],
    },
  ]);
  const first = await readFile(file);
  expect(told(first.rows)).toEqual([
    "cell.name-title 'KP3'!B10 → Trần Thị Mẫu",
    "cell.day-short 'KP3'!L10 → 19/05/1990",
    "cell.day-short 'KP3'!M10 → 19/05/1991",
    "cell.lost-zeros 'KP3'!N10 → 01234567",
    "cell.capitals 'KP3'!B11 → Lê Văn Mẫu",
    "cell.ditto 'KP3'!E11 → Kinh",
    "cell.lost-zeros 'KP3'!O11 → 036060000124",
  ]);
  const { plan, planProblems, rows } = await readRepaired(file);
  expect(planProblems).toEqual([]);
  expect(plan).toMatchObject({
    opening: '2024-12-31',
    superior: { code: 'HM', name: 'Đảng bộ phường Hòa Mẫu', kind: 'grassroots-body' },
    newUnits: [{ code: 'HM.01', name: 'Chi bộ Khu phố 3', kind: 'cell', parent: 'HM' }],
  });
  const common = { kind: 'member.registered', effectiveOn: '2024-12-31', cell: 'HM.01' };
  expect(membersOf(rows)).toEqual([
    {
      ...common,
      status: 'official',
      person: {
        name: 'Nguyễn Văn Mẫu',
        sex: 'male',
        born: '1956-03-12',
        ethnicity: 'kinh',
        religion: 'none',
        hometown: { commune: 'xã A', detail: 'huyện B', province: 'tỉnh C' },
        residence: { detail: '12 đường X, KP3' },
        generalEducation: 'upper-secondary',
        qualification: 'university',
        theoryLevel: 'advanced',
        admittedOn: '1985-02-03',
        officialOn: '1986-02-03',
        oldIdentityNumber: '012345678',
        details: { qualificationAsWritten: 'Kỹ sư xây dựng', post: 'Bí thư' },
        cards: [{ scheme: 'card-8', number: '12345678' }],
      },
    },
    {
      ...common,
      status: 'official',
      person: {
        name: 'Trần Thị Mẫu',
        sex: 'female',
        born: '1960',
        ethnicity: 'kinh',
        religion: 'buddhism',
        hometown: { commune: 'xã A', detail: 'B, C' },
        residence: { detail: 'KP3' },
        generalEducation: 'upper-secondary',
        qualification: 'university',
        theoryLevel: 'intermediate',
        admittedOn: '1990-05-19',
        officialOn: '1991-05-19',
        citizenId: '036160000123',
        details: { qualificationAsWritten: 'Cử nhân Luật', post: 'PBT' },
        cards: [{ scheme: 'card-8', number: '01234567' }],
      },
    },
    {
      ...common,
      status: 'probationary',
      person: {
        name: 'Lê Văn Mẫu',
        sex: 'male',
        born: '1980-01-02',
        ethnicity: 'kinh',
        religion: 'none',
        hometown: { commune: 'P. Z', province: 'TP Hà Nội' },
        generalEducation: 'lower-secondary',
        admittedOn: '2024-06-01',
        citizenId: '036060000124',
        cards: [{ scheme: 'card-12', number: '011001000003' }],
      },
    },
  ]);
  expect(plan.sheets[0]?.columns.find(({ heading }) => heading === 'Ghi chú')?.target).toBeNull();
});

test('a list of several cells, names typed for ABC fonts under Unicode headings, days as far as they are known', async () => {
  const register: KnownUnit[] = [
    { code: 'MS', name: 'Đảng bộ xã Mẫu Sơn', kind: 'grassroots-body', parent: null },
    { code: 'MS.1', name: 'Chi bộ thôn Đông', kind: 'cell', parent: 'MS' },
  ];
  await writeBook(file, [
    {
      name: 'Sheet1',
      rows: [
        ['TỔNG HỢP ĐẢNG VIÊN CÁC CHI BỘ TRỰC THUỘC ĐẢNG ỦY XÃ MẪU SƠN'],
        [
          'TT',
          'Họ tên (chữ in hoa)',
          'Giới tính',
          'Năm sinh',
          'Quê quán',
          'Ngày vào Đảng',
          'Ngày vào Đảng chính thức',
          'Số thẻ',
          'Đơn vị',
          'Điện thoại',
          'Email',
        ],
        ['I', 'Chi bộ thôn Đông'],
        [
          1,
          toTcvn3('Nguyễn Thị Hương'),
          'Nữ',
          '1/1/1970',
          'Mẫu Sơn',
          '2000',
          '2001',
          '00123456',
          'CB thôn Đông',
          '0912 345 678/0987654321',
          'a@b.vn',
        ],
        [
          2,
          toTcvn3('Phạm Đức Ánh'),
          'nam',
          '00/00/1971',
          'nt',
          '02/2001',
          '...',
          '00123457',
          'Thôn Đông',
          912_345_678,
          '-',
        ],
        [3, toTcvn3('Đỗ Quỳnh Thảo'), 'Nu', '1972', 'nt', '02/2001', '03/2002', '00123458', 'Thôn Tây', null, '-'],
      ],
    },
  ]);
  const { plan, planProblems, rows } = await readRepaired(file, register);
  expect(planProblems.map(({ code }) => code)).toEqual(['plan.no-opening']);
  expect(plan.newUnits).toEqual([
    { code: 'MS.01', isCodeProposed: true, name: 'Chi bộ Thôn Tây', kind: 'cell', parent: 'MS' },
  ]);
  const people = membersOf(rows).map((act) => ({ ...(act?.person as object), cell: act?.cell, status: act?.status }));
  const hometown = { detail: 'Mẫu Sơn' };
  const card = (number: string) => ({ cards: [{ scheme: 'card-8', number }] });
  expect(people).toEqual([
    {
      name: 'Nguyễn Thị Hương',
      sex: 'female',
      born: '1970-01-01',
      hometown,
      admittedOn: '2000',
      officialOn: '2001',
      ...card('00123456'),
      phone: '0912 345 678/0987654321',
      email: 'a@b.vn',
      cell: 'MS.1',
      status: 'official',
    },
    {
      name: 'Phạm Đức Ánh',
      sex: 'male',
      born: '1971',
      hometown,
      admittedOn: '2001-02',
      ...card('00123457'),
      phone: '0912345678',
      cell: 'MS.1',
      status: 'probationary',
    },
    {
      name: 'Đỗ Quỳnh Thảo',
      sex: 'female',
      born: '1972',
      hometown,
      admittedOn: '2001-02',
      officialOn: '2002-03',
      ...card('00123458'),
      cell: 'MS.01',
      status: 'official',
    },
  ]);
});
