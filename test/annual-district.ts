import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { ReportAnswer, ReportRequest } from '#/reports/report.ts';
import { openReport, runReport } from '#/reports/reports.ts';
import { unitIds } from './ask.ts';
import { testWorld, type World } from './world.ts';

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

const people: ActInput[] = [
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
];

const work: ActInput[] = [
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
  act('member.contestEntered', '2020-05-19', { person: 'An', contest: 'tim-hieu-lich-su-dang', prize: 'second' }),
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
];

/** The district, its report over a period, and the lists behind it. */
export interface District {
  world: World;
  report: (code: string, from?: string, to?: string, more?: Partial<ReportRequest>) => Promise<ReportAnswer>;
  /** Of the year 2020. */
  open: (row: string) => Promise<ListEntry[]>;
}

export async function annualDistrict(acts: readonly ActInput[][] = [people, work]): Promise<District> {
  const world = await testWorld();
  for (const batch of acts) await world.post(batch);
  const ids = await unitIds(world);
  const figures = catalogue(world.journal.register.figures);
  const requestFor = (code: string, from: string, to: string, more: Partial<ReportRequest> = {}): ReportRequest => ({
    unitId: ids.get(code) as string,
    from,
    to,
    knownAt: null,
    rounding: 'half-up-residual-largest',
    decimals: 1,
    ...more,
  });
  return {
    world,
    report: (code, from = '2020-01-01', to = '2020-12-31', more) =>
      world.read(({ db }) => runReport(db, figures, 'annual', requestFor(code, from, to, more))),
    open: (row) =>
      world.read(({ db }) => openReport(db, figures, 'annual', requestFor('H', '2020-01-01', '2020-12-31'), row)),
  };
}

export const paragraphsOf = ({ sections = [] }: ReportAnswer) => sections.flatMap(({ paragraphs }) => paragraphs);

export const textOf = (answer: ReportAnswer) =>
  paragraphsOf(answer)
    .map(({ text }) => text)
    .join('\n');
