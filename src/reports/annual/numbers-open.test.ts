import { afterAll, beforeAll, expect, test } from 'vitest';
import { annualDistrict, type District, paragraphsOf } from '#test/annual-district.ts';
import { askFigure } from '#test/ask.ts';
import type { ReportAnswer, ReportFigure } from '../report.ts';
import { reportText } from '../reports.ts';

let district: District;
beforeAll(async () => {
  district = await annualDistrict();
});
afterAll(() => district?.world.close());

const report: District['report'] = (...asked) => district.report(...asked);

/** Every number that a reader sees outside of figures: days, years, names of periods. */
const withoutFigures = (answer: ReportAnswer) =>
  paragraphsOf(answer).map(({ text, spans }) =>
    spans
      .toReversed()
      .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
      .replaceAll(/thôn \d/g, ''),
  );

const everywhere = [
  ['T', '2020-01-01', '2020-12-31'],
  ['H', '2020-01-01', '2020-12-31'],
  ['H', '2020-01-01', '2020-06-30'],
  ['H', '2020-04-01', '2020-06-30'],
  ['H', '2019-01-01', '2020-12-31'],
  ['H', '2018-03-05', '2021-05-29'],
  ['A', '2020-01-01', '2020-12-31'],
  ['B', '2020-01-01', '2020-12-31'],
  ['A1', '2020-01-01', '2020-12-31'],
  ['E', '2020-01-01', '2020-12-31'],
  ['E', '2010-01-01', '2017-12-31'],
] as const;

test.each(everywhere)(
  '%s from %s to %s: every number in the prose opens a figure, and nothing is left to fill in',
  async (code, from, to) => {
    for (const style of ['exact', 'words'] as const) {
      const answer = await report(code, from, to, { style });
      for (const rest of withoutFigures(answer))
        expect(
          rest.replaceAll(
            /(năm|tháng|ngày|từ|đến|kỳ|đoạn|lượt người \() [\d/ -]+|\d+ tháng|\d+ năm tuổi đảng|từ 18 đến 30 tuổi/g,
            '',
          ),
        ).not.toMatch(/\d/);
      for (const { text, spans } of paragraphsOf(answer)) {
        expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|[,;:] ?[.,;]|\(\)|\( |–/);
        expect(text).toMatch(/^\p{Lu}.*\.$|^\d.*\.$/su);
        for (const { start, end, figure } of spans) {
          expect(text.slice(start, end)).toMatch(/^(trên |hơn |gần )?[\d.]+(,\d+)?%?$/);
          expect(answer.figures[figure]).toBeDefined();
        }
      }
      expect(reportText(answer)).toContain('BÁO CÁO');
    }
  },
);

test('each figure of the report is what the catalogue gives, and its row opens into a list as long', async () => {
  const answer = await report('H');
  const shownOnes = answer.figures.filter(({ value }) => value !== null);
  expect(shownOnes.length).toBeGreaterThan(100);
  for (const one of shownOnes) {
    const period = { from: one.from ?? '2020-01-01', to: one.to ?? '2020-12-31' };
    const alone = await askFigure(district.world, one.figure, 'H', {
      on: period.to,
      from: period.from,
      args: one.args ?? {},
    });
    const places = one.figure.startsWith('target') ? alone.value : roundedAs(one, alone.value as number);
    expect([one.row, one.value]).toEqual([one.row, places]);
    if (alone.type !== 'count') continue;
    const list = await district.open(one.row as string);
    expect([one.row, list.reduce((sum, { declared = 1 }) => sum + declared, 0)]).toEqual([one.row, one.value]);
  }
});

const roundedAs = ({ rounding }: ReportFigure, value: number) =>
  rounding === undefined ? value : Number(value.toFixed(rounding.decimals));

test('who was not counted opens too; a row that is none is refused', async () => {
  const { open } = district;
  expect((await open('grassroots-units-classified/not-counted')).map(({ label }) => label)).toEqual(['Chi bộ Quân sự']);
  expect(await open('members-good-or-above')).toHaveLength(3);
  expect(await open('members-good-or-above/denominator')).toHaveLength(4);
  expect(await open('grassroots-units-classified:level=good@2019-01-01..2019-12-31')).toHaveLength(1);
  for (const row of ['nothing', 'admissions/denominator', 'admissions:x=1', '', 'admissions@x..y'])
    await expect(open(row)).rejects.toMatchObject({ code: 'report.row' });
});

test('the numbers of the JSON carry share, target, attainment and what was declared', async () => {
  const { figures: all } = await report('H');
  const one = (row: string) => all.find((figure) => figure.row === row);
  expect(one('admissions')).toMatchObject({
    value: 5,
    previous: 1,
    declared: 3,
    target: { value: 1, measure: 'count', atLeast: false },
    attainment: 500,
    rounding: { method: 'half-up', decimals: 1 },
  });
  expect(one('grassroots-units-classified:level=good')).toMatchObject({ value: 1, share: 50 });
  expect(one('members-good-or-above')).toMatchObject({
    value: 75,
    target: { value: 90, atLeast: true },
    attainment: 83.3,
  });
});

test('the decimals and the method of one figure may be its own, and the notes say so', async () => {
  const own = { ofFigures: { 'members-good-or-above': { decimals: 2 } }, rounding: 'truncated' as const };
  const answer = await report('H', '2020-01-01', '2020-12-31', own);
  expect(answer.notes[0]).toBe('Tỷ lệ %: 1 chữ số thập phân, cắt bỏ phần lẻ.');
  expect(answer.notes).toContain('Làm tròn riêng: members-good-or-above: 2 chữ số thập phân.');
});
