/** A small complete journal file: a tree of four units, and what a year brings to five people. All names are made up. */
export const sampleFile: readonly Record<string, unknown>[] = [
  {
    kind: 'unit.established',
    effectiveOn: '2018-06-01',
    paper: { issuer: 'Tỉnh ủy A', number: '5-QĐ/TU', issuedOn: '2018-05-25' },
    unit: { code: 'A', name: 'Đảng bộ tỉnh A', kind: 'provincial' },
  },
  {
    kind: 'unit.established',
    effectiveOn: '2018-06-01',
    paper: { issuer: 'Tỉnh ủy A', number: '6-QĐ/TU', issuedOn: '2018-05-25' },
    unit: { code: 'A.H', name: 'Đảng bộ huyện H', kind: 'district', parent: 'A' },
  },
  {
    kind: 'unit.established',
    effectiveOn: '2018-07-01',
    paper: { issuer: 'Huyện ủy H', number: '3-QĐ/HU', issuedOn: '2018-06-20' },
    unit: { code: 'A.H.01', name: 'Đảng bộ xã M', kind: 'grassroots-body', type: 'commune', parent: 'A.H' },
  },
  {
    kind: 'unit.established',
    effectiveOn: '2018-07-01',
    paper: { issuer: 'Đảng ủy xã M', number: '1-QĐ/ĐU', issuedOn: '2018-07-01' },
    unit: { code: 'A.H.01.1', name: 'Chi bộ thôn Một', kind: 'cell', parent: 'A.H.01' },
  },
  {
    kind: 'unit.established',
    effectiveOn: '2018-07-01',
    paper: { issuer: 'Đảng ủy xã M', number: '2-QĐ/ĐU', issuedOn: '2018-07-01' },
    unit: { code: 'A.H.01.2', name: 'Chi bộ thôn Hai', kind: 'cell', parent: 'A.H.01' },
  },
  ...['Nguyễn Văn Mẫu', 'Trần Thị Ví Dụ', 'Lê Văn Thử'].map((name, i) => ({
    kind: 'member.registered',
    effectiveOn: '2020-01-01',
    person: {
      code: `P${i + 1}`,
      name,
      born: `19${60 + i * 9}`,
      sex: i === 1 ? 'female' : 'male',
      admittedOn: `199${i}-05-19`,
      officialOn: `199${i + 1}-05-19`,
    },
    cell: i < 2 ? 'A.H.01.1' : 'A.H.01.2',
    status: 'official',
  })),
  {
    kind: 'member.admitted',
    effectiveOn: '2020-05-19',
    paper: { issuer: 'Huyện ủy H', number: '77-QĐ/HU', issuedOn: '2020-05-04' },
    person: { code: 'P4', name: 'Phạm Thị Mới', born: '1998-02-03', sex: 'female' },
    cell: 'A.H.01.2',
  },
  {
    kind: 'member.transferred',
    effectiveOn: '2020-08-01',
    paper: { issuer: 'Đảng ủy xã M', number: '12-GT/ĐU', issuedOn: '2020-08-01' },
    person: 'P2',
    to: 'A.H.01.2',
  },
  {
    kind: 'member.died',
    effectiveOn: '2020-11-11',
    person: 'P1',
  },
];
