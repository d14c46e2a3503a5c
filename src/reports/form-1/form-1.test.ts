import { expect, test } from 'vitest';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { allBut, everybody, given, open, report, staying, useDatabase } from '#test/form-1.ts';
import { reports, reportText } from '../reports.ts';

useDatabase();

test('compares with the same period last year, and leaves the comparison open where nothing is known of it', async () => {
  await given((facts) => {
    staying(facts, allBut('m0', 'm1', 'm2'));
    for (const [name, on] of [
      ['m0', '2023-03-01'],
      ['m1', '2024-03-01'],
      ['m2', '2024-03-01'],
    ] as const) {
      facts.standing(name, 'c11', '2023-01-01', on, { exit: 'died' });
      facts.event(name, on, 'died', 'c11', null);
    }
  });
  const { rows } = await report('P');
  const row = (name: string) => rows.find((one) => one.row === name);
  expect(row('C1')).toMatchObject({ value: 2, previous: 1, percent: 200 });
  expect(row('A')).toMatchObject({ value: 9, previous: 10, percent: 90 });
  expect(row('D')).toMatchObject({ value: 7, previous: 9, percent: 77.8 });
  expect(row('B1')).toMatchObject({ value: 0, previous: 0, percent: null });
  const opening = await report('P', '2023-01-01', '2023-12-31');
  expect(opening.rows[0]).toMatchObject({ row: 'A', value: 10, previous: null, percent: null });
  expect(opening.notes).toEqual(['Sổ mở ngày 01/01/2023: A là số đảng viên đưa vào sổ ngày đó.']);
});

test('prints as a table; B4, B5 and C6 stand under it, c) only where the unit has a superior below the province', async () => {
  await given((facts) => {
    staying(facts, everybody);
    facts.person('late');
    facts.event('late', '2024-05-05', 'registered', null, 'c12');
    facts.standing('late', 'c12', '2024-05-05', null);
  });
  const answer = await report('G1');
  const lines = reportText({ ...answer, knownAt: '2026-01-01T00:00:00Z' }).split('\n');
  expect(lines[0]).toMatch(/^Đơn vị G1 \(G1\) {2,}Biểu số 1-BTCTW$/);
  expect(lines.find((line) => line.startsWith('D.'))).toMatch(/cuối kỳ báo cáo +11 +10 +110,0$/);
  expect(lines.find((line) => line.startsWith('B.'))).toMatch(/tăng trong kỳ +1 +0 +–$/);
  expect(lines).toContain('- Bổ sung hồ sơ (trong mục B): 1; cùng kỳ năm trước: 0.');
  expect(lines).toContain(
    '- A là số đảng viên trong danh sách ngày 31/12/2023: chưa có báo cáo kỳ trước được chốt trong sổ.',
  );
  const printed = lines.filter((line) => /^( {2})*([A-D1-5]\.|[abc]\)|Trong)/.test(line));
  expect(printed.map((line) => line.trim().split(/ {2}/)[0])).toEqual([
    'A. Tổng số đảng viên cuối kỳ trước chuyển sang',
    'B. Đảng viên tăng trong kỳ',
    '1. Kết nạp',
    '2. Chuyển đến',
    'a) Tỉnh khác chuyển đến',
    'b) Huyện khác trong tỉnh chuyển đến',
    'c) Đơn vị khác trong cùng đảng bộ cấp trên chuyển đến',
    '3. Phục hồi đảng tịch',
    'C. Đảng viên giảm trong kỳ',
    '1. Từ trần',
    '2. Khai trừ',
    '3. Xóa tên',
    'Trong đó: đảng viên dự bị',
    '4. Xin ra khỏi Đảng',
    '5. Chuyển đi',
    'a) Chuyển đi tỉnh khác',
    'b) Chuyển đi huyện khác trong tỉnh',
    'c) Chuyển đi đơn vị khác trong cùng đảng bộ cấp trên',
    'D. Đảng viên trong danh sách cuối kỳ báo cáo',
  ]);
  expect(reportText(await report('D1'))).not.toContain('cùng đảng bộ cấp trên');
  const figure = { figure: 'form-1', args: { row: 'B5' }, label: 'Bổ sung hồ sơ', value: 1, previous: 0 };
  expect(answer).toMatchObject({
    report: 'form-1',
    unit: { code: 'G1', name: 'Đơn vị G1' },
    from: '2024-01-01',
    to: '2024-12-31',
    rounding: { method: 'half-up', decimals: 1 },
    figures: expect.arrayContaining([figure]),
  });
});

test('a row that does not exist is refused; a unit out of the asker’s scope is not found', async () => {
  await given((facts) => staying(facts, everybody));
  expect(Object.keys(reports)).toEqual([
    'annual',
    'form-1',
    'form-2',
    'form-3',
    'form-4',
    'form-5',
    'form-6f',
    'form-7',
    'headcount-minutes',
  ]);
  await expect(open('P', 'B9')).rejects.toMatchObject({ code: 'report.row' });
  const outside = report('D1', '2024-01-01', '2024-12-31', '|P.D2.');
  await expect(outside).rejects.toMatchObject({ code: 'unit.unknown' });
});

test('rounding for a complete row of shares is refused: the percents of Form 1 stand each alone', async () => {
  await given((facts) => staying(facts, everybody));
  const rounded = report('P', '2022-01-01', '2022-12-31', wholeTenant, 'largest-remainder');
  await expect(rounded).rejects.toMatchObject({ code: 'rounding.needs-row' });
});
