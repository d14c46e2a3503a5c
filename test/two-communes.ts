import { derivedId } from '#/platform/ids.ts';

// A province with two communes that have nothing to do with each other, and a second province: for tests of who sees what.

export const id = (name: string) => derivedId('two-communes', name);
const paper = { issuer: 'Tỉnh ủy A', number: '1-QĐ/TU', issuedOn: '2018-05-25' };

const unit = (code: string, kind: string, parent?: string) => ({
  id: id(code),
  kind: 'unit.established',
  effectiveOn: '2018-06-01',
  paper,
  unit: {
    id: id(`unit ${code}`),
    code,
    name: `Đơn vị ${code}`,
    kind,
    ...(parent === undefined ? {} : { parent }),
    ...(kind === 'grassroots-body' ? { type: 'commune' } : {}),
  },
});

const member = (code: string, name: string, cell: string, phone: string) => ({
  id: id(`registered ${code}`),
  kind: 'member.registered',
  effectiveOn: '2020-01-01',
  person: {
    id: id(`person ${code}`),
    code,
    name,
    born: '1970-01-01',
    sex: 'female',
    admittedOn: '1995-05-19',
    officialOn: '1996-05-19',
    phone,
    health: `Sức khỏe ${code}`,
  },
  cell,
  status: 'official',
});

/** Inside, in commune A.1; outside, in commune A.2 of the same province. */
export const ofA = [
  unit('A', 'provincial'),
  unit('A.1', 'grassroots-body', 'A'),
  unit('A.1.1', 'cell', 'A.1'),
  unit('A.1.2', 'cell', 'A.1'),
  unit('A.2', 'grassroots-body', 'A'),
  unit('A.2.1', 'cell', 'A.2'),
  member('P1', 'Nguyễn Thị Trong', 'A.1.1', '0900000001'),
  member('P2', 'Trần Thị Ngoài', 'A.2.1', '0900000002'),
  ...['A.1.1', 'A.2.1'].map((cell, i) => ({
    id: id(`post ${cell}`),
    kind: 'post.assumed',
    effectiveOn: '2020-02-01',
    paper,
    person: `P${i + 1}`,
    unit: cell,
    post: 'secretary',
    how: 'elected',
  })),
];

export const ofB = [
  unit('B', 'provincial'),
  unit('B.1', 'grassroots-cell', 'B'),
  member('Q1', 'Lê Thị Xa', 'B.1', '0900000003'),
];
