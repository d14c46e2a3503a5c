import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure, unitIds } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';
import type { ReportAnswer, ReportFigure, ReportRequest } from '../report.ts';
import { openReport, reportText, runReport } from '../reports.ts';

// A small district over two years, with something of every part of the work.

const act = (kind: string, effectiveOn: string, fields: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Hải Mẫu', number: '7-QĐ/HU', issuedOn: effectiveOn },
  ...fields,
});
const unit = (code: string, kind: string, name: string, parent?: string) =>
  act('unit.established', '2018-01-01', { unit: { code, name, kind, parent } });
const person = (code: string, more: object = {}) => ({
  code,
  name: `Trần Thị ${code}`,
  sex: 'female',
  born: '1996-03-04',
  ...more,
});
const registered = (code: string, cell: string, more: object = {}) =>
  act('member.registered', '2018-12-31', { person: person(code, more), cell, status: 'official' });
const admitted = (code: string, cell: string, on: string) =>
  act('member.admitted', on, {
    person: person(code),
    cell,
    paper: { issuer: 'Huyện ủy Hải Mẫu', number: '9-QĐ/HU', issuedOn: on },
  });
const grade = (code: string, level: object, year = 2020) =>
  act('unit.classified', `${year + 1}-01-20`, { unit: code, forYear: year, ...level });
const rate = (code: string, level: string, year = 2020) =>
  act('member.classified', `${year}-12-20`, { person: code, forYear: year, level });
const target = (figure: string, year: number, value: number, more: object = {}) =>
  act('target.assigned', `${year}-01-05`, {
    unit: 'H',
    figure,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    value,
    measure: 'count',
    ...more,
  });

let world: World;
let ids: Map<string, string>;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial', 'Đảng bộ tỉnh Mẫu'),
    unit('H', 'district', 'Đảng bộ huyện Hải Mẫu', 'T'),
    unit('A', 'grassroots-body', 'Đảng bộ xã A', 'H'),
    unit('A1', 'cell', 'Chi bộ thôn 1', 'A'),
    unit('A2', 'cell', 'Chi bộ thôn 2', 'A'),
    unit('B', 'grassroots-cell', 'Chi bộ Cơ quan B', 'H'),
    unit('Q', 'grassroots-cell', 'Chi bộ Quân sự', 'H'),
    unit('E', 'district', 'Đảng bộ huyện Chưa Có Gì', 'T'),
    ...['An', 'Ba', 'Ca', 'Da'].map((code) => registered(code, 'A1', { sex: 'male' })),
    registered('Em', 'A2', { born: undefined }),
    registered('Gi', 'B'),
    registered('Hu', 'Q'),
    admitted('I9', 'A1', '2019-05-19'),
    admitted('K0', 'A1', '2020-05-19'),
    admitted('L0', 'B', '2020-09-02'),
    act('member.died', '2020-03-08', { person: 'Da' }),
  ]);
  await world.post([
    target('admissions', 2020, 1),
    target('members-good-or-above', 2020, 90, { measure: 'percent', atLeast: true }),
    target('admissions', 2021, 3, { atLeast: true }),
    target('grassroots-units-good-or-above', 2021, 90, { measure: 'percent', atLeast: true }),
    grade('A', { level: 'good' }),
    grade('B', { level: 'excellent' }),
    grade('Q', { omitted: 'own-system' }),
    grade('A', { level: 'completed' }, 2019),
    grade('B', { level: 'good' }, 2019),
    ...['An', 'Ba', 'Ca'].map((code) => rate(code, 'good')),
    rate('Em', 'completed'),
    act('document.issued', '2020-02-03', { unit: 'H', type: 'resolution', thematic: true }),
    act('document.issued', '2020-03-03', { unit: 'H', type: 'plan' }),
    act('meeting.held', '2020-03-03', { unit: 'A1', sort: 'regular', convened: 5, present: 4 }),
    act('unit.inspected', '2020-06-01', {
      unit: 'A',
      topic: 'compliance',
      actor: { unit: 'H', body: 'standing-committee' },
    }),
    act('member.inspected', '2020-06-02', {
      person: 'An',
      topic: 'compliance',
      actor: { unit: 'H', body: 'inspection-commission' },
    }),
    act('unit.commended', '2021-02-03', { unit: 'B', form: 'certificate', level: 'district' }),
    act('member.commended', '2020-12-12', { person: 'Gi', form: 'certificate', level: 'district' }),
    act('course.held', '2020-04-17', { unit: 'H', course: 'awareness', participants: 84 }),
    act('count.declared', '2020-12-31', {
      unit: 'A',
      figure: 'admissions',
      from: '2020-01-01',
      to: '2020-12-31',
      amount: 3,
    }),
  ]);
  ids = await unitIds(world);
});
afterAll(() => world?.close());

const requestFor = (code: string, from: string, to: string, more: Partial<ReportRequest> = {}): ReportRequest => ({
  unitId: ids.get(code) as string,
  from,
  to,
  knownAt: null,
  rounding: 'half-up-residual-largest',
  decimals: 1,
  ...more,
});

const figures = () => catalogue(world.journal.register.figures);
const report = (code: string, from = '2020-01-01', to = '2020-12-31', more: Partial<ReportRequest> = {}) =>
  world.read(({ db }) => runReport(db, figures(), 'annual', requestFor(code, from, to, more)));

const paragraphs = ({ sections = [] }: ReportAnswer) => sections.flatMap(({ paragraphs: all }) => all);
const said = (answer: ReportAnswer) =>
  paragraphs(answer)
    .map(({ text }) => text)
    .join('\n');

test('a district reads as an officer would write it', async () => {
  const text = said(await report('H'));
  for (const sentence of [
    'Trong năm 2020, Huyện ủy Hải Mẫu ban hành 2 văn bản lãnh đạo, chỉ đạo, trong đó có 1 nghị quyết (1 nghị quyết chuyên đề), 1 kế hoạch; tăng 2 văn bản so với năm 2019 (năm 2019 không có).',
    'Đến ngày 31/12/2020, Đảng bộ có 3 tổ chức cơ sở đảng (1 đảng bộ cơ sở, 2 chi bộ cơ sở); không thay đổi so với năm 2019; dưới các đảng ủy cơ sở có 2 chi bộ trực thuộc.',
    'Trong năm 2020, không có tổ chức cơ sở đảng nào được thành lập mới hoặc giải thể.',
    'Đã kết nạp 5 đảng viên mới (gồm 2 có tên trong sổ và 3 theo số liệu đơn vị báo cáo, không mở được danh sách), đạt 500% chỉ tiêu (1 đảng viên), vượt kế hoạch năm; tăng 4 đảng viên (400%) so với năm 2019.',
    'Đến ngày 31/12/2020, toàn Đảng bộ có 9 đảng viên (6 đảng viên chính thức, 3 đảng viên dự bị), tăng 1 đảng viên (12,5%) so với năm 2019.',
    'Hồ sơ của 1 đảng viên chưa ghi ngày sinh nên không tính theo tuổi.',
    'Kết quả năm 2020: có 2 tổ chức cơ sở đảng được đánh giá, xếp loại, gồm: 1 tổ chức hoàn thành xuất sắc nhiệm vụ, bằng 50%; 1 tổ chức hoàn thành tốt nhiệm vụ, bằng 50%. Còn 1 tổ chức cơ sở đảng không xếp loại, do đánh giá, xếp loại theo hệ thống riêng (quân đội, công an). Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên đạt 100%, tăng 50 điểm phần trăm so với năm 2019.',
    'Trong năm 2020, các chi bộ tổ chức 1 kỳ sinh hoạt thường kỳ. Còn 4 chi bộ có tháng chưa ghi kỳ sinh hoạt thường kỳ nào trong sổ. Tỷ lệ đảng viên dự sinh hoạt đạt 80%.',
    'Còn 5 đảng viên chưa có kết quả xếp loại trong sổ. Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ trở lên đạt 75%; thấp hơn chỉ tiêu 15 điểm phần trăm (chỉ tiêu từ 90% trở lên).',
    'Trong năm 2020, có 1 cá nhân được khen thưởng (1 giấy khen)',
    'mở 1 lớp đào tạo, bồi dưỡng cho 84 lượt người, gồm 1 lớp bồi dưỡng nhận thức về Đảng',
    'tiến hành kiểm tra đối với 1 lượt tổ chức đảng và 1 lượt đảng viên.',
    'Trong năm 2020, không có tổ chức đảng, đảng viên bị thi hành kỷ luật.',
    'Phấn đấu thực hiện các chỉ tiêu năm 2021: kết nạp từ 3 đảng viên mới trở lên; tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên đạt từ 90% trở lên.',
  ])
    expect(text).toContain(sentence);
});

test('work that is not recorded here is said to be so, in its part', async () => {
  const { sections = [] } = await report('H');
  expect(sections.map(({ number, title }) => `${number} ${title}`)).toHaveLength(8);
  for (const number of [5, 6])
    expect(sections[number - 1]?.paragraphs.map(({ text }) => text).join()).toMatch(/không có số liệu/);
});

/** Every number that a reader sees outside of figures: days, years, names of periods. */
const withoutFigures = (answer: ReportAnswer) =>
  paragraphs(answer).map(({ text, spans }) =>
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
      for (const { text, spans } of paragraphs(answer)) {
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
    const alone = await askFigure(world, one.figure, 'H', { on: period.to, from: period.from, args: one.args ?? {} });
    const places = one.figure.startsWith('target') ? alone.value : roundedAs(one, alone.value as number);
    expect([one.row, one.value]).toEqual([one.row, places]);
    if (alone.type !== 'count') continue;
    const list = await world.read(({ db }) =>
      openReport(db, figures(), 'annual', requestFor('H', '2020-01-01', '2020-12-31'), one.row as string),
    );
    expect([one.row, list.reduce((sum, { declared = 1 }) => sum + declared, 0)]).toEqual([one.row, one.value]);
  }
});

const roundedAs = ({ rounding }: ReportFigure, value: number) =>
  rounding === undefined ? value : Number(value.toFixed(rounding.decimals));

test('who was not counted opens too; a row that is none is refused', async () => {
  const open = (row: string) =>
    world.read(({ db }) => openReport(db, figures(), 'annual', requestFor('H', '2020-01-01', '2020-12-31'), row));
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

test('a half-year tells last year’s classification, and how far the target of the year has come', async () => {
  const answer = await report('H', '2020-01-01', '2020-06-30');
  const text = said(answer);
  expect(answer.title).toBe(
    'Sơ kết công tác tổ chức xây dựng Đảng 6 tháng đầu năm 2020; phương hướng, nhiệm vụ 6 tháng cuối năm 2020',
  );
  expect(text).toContain('Kết quả năm 2019: có 2 tổ chức cơ sở đảng được đánh giá, xếp loại');
  expect(text).toContain('đạt 100% chỉ tiêu cả năm (1 đảng viên); bằng cùng kỳ năm 2019.');
});

test('over several years nothing happened "the year before"; what stands is compared with the beginning', async () => {
  const answer = await report('H', '2019-01-01', '2020-12-31');
  const text = said(answer);
  expect(answer.title).toContain('giai đoạn 2019 - 2020');
  expect(text).toContain(
    'có 9 đảng viên (6 đảng viên chính thức, 3 đảng viên dự bị), tăng 2 đảng viên (28,6%) so với đầu giai đoạn.',
  );
  expect(text).toContain(
    'Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên hằng năm: năm 2019 đạt 50%; năm 2020 đạt 100%.',
  );
  expect(text).toContain(
    'Riêng năm 2020, còn 4 chi bộ có tháng chưa ghi kỳ sinh hoạt thường kỳ nào trong sổ. Tỷ lệ đảng viên dự sinh hoạt đạt 80%.',
  );
  expect(text).toContain('đạt 75%; thấp hơn chỉ tiêu 15 điểm phần trăm');
  expect(text).not.toContain('so với năm 2018');
});

test('a grassroots body, a cell and a body without anything omit what they do not have', async () => {
  const grassroots = said(await report('A'));
  expect(grassroots).toContain('Đến ngày 31/12/2020, Đảng bộ có 2 chi bộ trực thuộc; không thay đổi so với năm 2019.');
  expect(grassroots).toContain('Đảng bộ được xếp loại hoàn thành tốt nhiệm vụ năm 2020.');
  expect(grassroots).not.toContain('tổ chức cơ sở đảng');
  const cell = await report('A1');
  expect(said(cell)).toContain('Trong năm 2020, Chi bộ tổ chức 1 kỳ sinh hoạt thường kỳ.');
  expect(said(cell)).not.toMatch(/Đảng bộ|cấp dưới|chi bộ trực thuộc/);
  expect(cell.heading).toMatchObject({
    superior: 'Đảng ủy xã A',
    issuer: 'Chi bộ thôn 1',
    signing: ['T/M CHI BỘ', 'BÍ THƯ'],
  });
  const empty = said(await report('E'));
  expect(empty).toContain('Đến ngày 31/12/2020, Đảng bộ không có tổ chức cơ sở đảng trực thuộc.');
  expect(empty).toContain('Đến ngày 31/12/2020, Đảng bộ không có đảng viên.');
});
