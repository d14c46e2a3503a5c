import { expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askForm, formsWorld, numbersOf, openForm, smallDistrict } from '#test/forms.ts';
import { reportText } from '../reports.ts';

const reviewed = (kind: string, who: object, more: object = {}, on = '2024-12-10'): ActInput => ({
  kind: `${kind}.reviewed`,
  effectiveOn: on,
  paper: { issuer: 'Đảng ủy A', number: `${JSON.stringify(who).length}-BC/ĐU`, issuedOn: on },
  ...who,
  forYear: 2024,
  ...more,
});
const unit = (code: string, more: object = {}) => reviewed('unit', { unit: code }, more);
const member = (code: string, more: object = {}) => reviewed('member', { person: code }, more, '2025-01-15');

const world = formsWorld([
  ...smallDistrict,
  unit('A', { suggestedBy: 'district' }),
  unit('A1'),
  unit('B', { suggestedBy: 'province' }),
  unit('S', { omitted: 'newly-established' }),
  unit('C', { omitted: 'own-system' }),
  member('tay', { suggestedBy: 'grassroots' }),
  member('docent'),
  member('old', { omitted: 'exempt' }),
  member('owner', { omitted: 'admitted-under-6-months' }),
  member('year', { omitted: 'suspended' }),
]);

test('who had to be reviewed, was, was not and why, and whom which level had suggested what to', async () => {
  expect(numbersOf(await askForm(world(), 'form-6f', 'H'))).toEqual({
    '1/collectives': 8, // H, A, S, A1, A2, B, C, C1
    '1/members': 8,
    '2/collectives': 3,
    '2/members': 2,
    '3/collectives': 5,
    '3/members': 6,
    '3.newly-established/collectives': 1,
    '3.admitted-under-6-months/members': 1,
    '3.exempt/members': 1,
    '3.suspended/members': 1,
    '3.own-system/collectives': 1,
    '3.untold/collectives': 3,
    '3.untold/members': 3,
    '4/collectives': 2,
    '4/members': 1,
    '4.province/collectives': 1,
    '4.district/collectives': 1,
    '4.grassroots/members': 1,
  });
  const untold = await openForm(world(), 'form-6f', 'H', '3.untold/members');
  expect(untold.map(({ label }) => label).toSorted()).toEqual(['Nguyễn Văn back', 'Nguyễn Văn mute', 'Trần Thị young']);
});

test('a half year holds no 31 December: no row is filled, and each says why', async () => {
  const half = { from: '2024-01-01', to: '2024-06-30' };
  const answer = await askForm(world(), 'form-6f', 'H', half);
  for (const { isHeading, cells = {} } of answer.rows)
    if (!isHeading)
      for (const cell of Object.values(cells)) expect(cell).toMatchObject({ value: null, reason: expect.anything() });
  expect(reportText(answer)).toContain('kỳ này không có ngày 31/12');
  await expect(openForm(world(), 'form-6f', 'H', '1', half)).rejects.toMatchObject({ code: 'report.row-not-filled' });
});

test('the row of the district is printed for the years to 2024, that of the commune from 2025 on', async () => {
  const managing = async (year: number) =>
    (await askForm(world(), 'form-6f', 'H', { from: `${year}-01-01`, to: `${year}-12-31` })).rows
      .filter(({ row, print }) => row.startsWith('4.') && print === 'row')
      .map(({ row }) => row);
  expect(await managing(2023)).toEqual(['4.province', '4.district', '4.grassroots']);
  // In 2025 the district row is still told, for last year had one.
  expect(await managing(2026)).toEqual(['4.province', '4.commune', '4.grassroots']);
});

test('the printed text leaves × where a column has no such row', async () => {
  expect(reportText(await askForm(world(), 'form-6f', 'H'))).toMatch(/3\.1\. Tập thể thành lập mới +1 +×/);
});
