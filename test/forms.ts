import { afterAll, beforeAll } from 'vitest';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { ReportAnswer, ReportRequest } from '#/reports/report.ts';
import { openReport, runReport } from '#/reports/reports.ts';
import { testWorld, type World } from './world.ts';

interface FormPeriod {
  from: string;
  to: string;
  knownAt?: string | null;
}

const year2024: FormPeriod = { from: '2024-01-01', to: '2024-12-31' };

/** A world with a small organisation, for a file of tests; `acts` are recorded into it. */
export function formsWorld(acts: readonly ActInput[]): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await testWorld();
    await world.post(acts);
  });
  afterAll(() => world?.close());
  return () => world as World;
}

async function requestFor(world: World, code: string, period: FormPeriod): Promise<ReportRequest> {
  const { from, to, knownAt = null } = period;
  const unit = await world.read(({ client }) =>
    client.query('select unit_id from unit_code where code = $1 and valid @> $2::date', [code, to]),
  );
  return { unitId: unit.rows[0].unit_id, from, to, knownAt, rounding: 'half-up', decimals: 1 };
}

export async function askForm(
  world: World,
  name: string,
  code: string,
  period: FormPeriod = year2024,
): Promise<ReportAnswer> {
  const request = await requestFor(world, code, period);
  const figures = catalogue(world.journal.register.figures);
  return world.read(({ db }) => runReport(db, figures, name, request));
}

/** The cells that are not 0 and no heading, by row (and column where there are several). */
export function numbersOf({ rows }: ReportAnswer): Record<string, number | null> {
  return Object.fromEntries(
    rows
      .filter(({ isHeading }) => isHeading !== true)
      .flatMap(({ row, cells, value }): [string, number | null][] =>
        cells === undefined
          ? [[row, value]]
          : Object.entries(cells).map(([key, cell]): [string, number | null] => [`${row}/${key}`, cell.value]),
      )
      .filter(([, value]) => value !== 0),
  );
}

export async function openForm(
  world: World,
  name: string,
  code: string,
  row: string,
  period: FormPeriod = year2024,
): Promise<ListEntry[]> {
  const request = await requestFor(world, code, period);
  const figures = catalogue(world.journal.register.figures);
  return world.read(({ db }) => openReport(db, figures, name, request, row));
}

let papers = 0;
const paper = (issuedOn: string) => ({ issuer: 'Huyện ủy Mẫu', number: `${++papers}-QĐ/HU`, issuedOn });

const unit = (code: string, kind: string, parent: string | null, type?: string): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2020-01-01',
  paper: paper('2019-12-20'),
  unit: { code, name: `Đơn vị ${code}`, kind, type, ...(parent === null ? {} : { parent }) },
});

const registered = (code: string, cell: string, record: object = {}): ActInput => ({
  kind: 'member.registered',
  effectiveOn: '2020-01-01',
  person: { code, name: `Nguyễn Văn ${code}`, ...record },
  cell,
  status: 'official',
});

const admitted = (code: string, cell: string, on: string, record: object): ActInput => ({
  kind: 'member.admitted',
  effectiveOn: on,
  paper: paper(on),
  person: { code, name: `Trần Thị ${code}`, ...record },
  cell,
});

const nonMembers = (code: string, effectiveOn: string, left: boolean): ActInput => ({
  kind: 'unit.nonMembersTold',
  effectiveOn,
  paper: { issuer: `Chi bộ ${code}`, number: `${left ? 2 : 1}-BC/CB`, issuedOn: effectiveOn },
  unit: code,
  left,
});

/**
 * A district of three grassroots organisations: the commune A (a section S with the cell A2, and the cell A1), the agency B
 * (one cell, with no non-members left from 1/12/2024 to the end of February), the enterprise C of which it is not told what kind (the cell C1). Five members when the register opened on
 * 1/1/2020 and one who left in 2021; in 2024 two are admitted and that one comes back.
 */
export const smallDistrict: readonly ActInput[] = [
  unit('P', 'provincial', null),
  unit('H', 'district', 'P'),
  unit('A', 'grassroots-body', 'H', 'commune'),
  unit('S', 'section', 'A'),
  unit('A1', 'cell', 'A'),
  unit('A2', 'cell', 'S'),
  unit('B', 'grassroots-cell', 'H', 'state-agency'),
  unit('C', 'grassroots-body', 'H', 'enterprise'),
  unit('C1', 'cell', 'C'),
  registered('old', 'A1', {
    born: '1950-03-01',
    sex: 'male',
    ethnicity: 'kinh',
    religion: 'none',
    retired: true,
    occupation: 'farmer',
    admittedOn: '1970-02-03',
    generalEducation: 'lower-secondary',
    theoryLevel: 'elementary',
  }),
  registered('tay', 'A1', {
    born: '1990-06-30',
    sex: 'female',
    ethnicity: 'tay',
    religion: 'buddhism',
    occupation: 'farmer',
    admittedOn: '2015-05-05',
    generalEducation: 'upper-secondary',
    foreignSpouse: true,
  }),
  registered('year', 'A2', { born: '1952', sex: 'male', occupation: 'enterprise', admittedOn: '1975' }),
  registered('docent', 'B', {
    born: '1955-05-05',
    sex: 'female',
    ethnicity: 'kinh',
    religion: 'catholicism',
    occupation: 'state-cadre',
    retired: false,
    admittedOn: '1975-05-01',
    qualification: 'university',
    academicTitle: 'associate-professor',
    foreignOrigin: true,
  }),
  registered('mute', 'C1'),
  registered('back', 'A1', { born: '1970-01-01', sex: 'male', ethnicity: 'kinh', admittedOn: '1995-01-01' }),
  { kind: 'member.left', effectiveOn: '2020-06-01', paper: paper('2020-06-01'), person: 'back' },
  {
    kind: 'member.exempted',
    effectiveOn: '2024-05-01',
    paper: { issuer: 'Chi bộ A1', number: '6-NQ/CB', issuedOn: '2024-05-01' },
    person: 'old',
    permanent: true,
  },
  admitted('young', 'A1', '2024-05-19', {
    born: '1993-05-20',
    sex: 'female',
    ethnicity: 'muong',
    religion: 'none',
    occupation: 'student',
    youthUnion: true,
    generalEducation: 'upper-secondary',
  }),
  admitted('owner', 'B', '2024-11-07', {
    born: '1989-11-07',
    sex: 'male',
    privateOwner: true,
    occupation: 'enterprise.manager',
  }),
  nonMembers('B', '2024-12-01', false),
  nonMembers('B', '2025-03-01', true),
  { kind: 'member.readmitted', effectiveOn: '2024-09-02', paper: paper('2024-08-20'), person: 'back', cell: 'A1' },
];
