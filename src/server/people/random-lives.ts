import fc from 'fast-check';

// Members who do not exist, with what a list may ask of them: for the tests of this folder.

const cells = ['R.1.1', 'R.1.2', 'R.2'];
export const unitsOf: Record<string, string[]> = {
  R: cells,
  'R.1': ['R.1.1', 'R.1.2'],
  'R.1.1': ['R.1.1'],
  'R.2': ['R.2'],
};
const paper = { issuer: 'Tỉnh ủy R', number: '1', issuedOn: '2015-01-01' };
export const unit = (code: string, kind: string, parent?: string) => ({
  kind: 'unit.established',
  effectiveOn: '2015-01-01',
  paper,
  unit: {
    code,
    name: `Đơn vị ${code}`,
    kind,
    ...(parent === undefined ? {} : { parent }),
    ...(kind === 'grassroots-body' ? { type: 'commune' } : {}),
  },
});

export const pick = <T>(...values: T[]) => fc.constantFrom(...values);
export const life = fc.record({
  name: fc
    .tuple(pick('Nguyễn', 'Lê', 'Đỗ', 'Vi'), pick('Văn', 'Thị', 'An'), pick('Hà', 'Hạ', 'Bình', 'Ánh', 'Đức'))
    .map((w) => w.join(' ')),
  born: fc.option(pick('1940', '1960-02-29', '1975-07'), { nil: undefined }),
  sex: fc.option(pick('male', 'female'), { nil: undefined }),
  ethnicity: fc.option(pick('kinh', 'tay', 'muong'), { nil: undefined }),
  retired: fc.option(fc.boolean(), { nil: undefined }),
  admittedOn: fc.option(pick('1996-06-19', '1997', '2010-09'), { nil: undefined }),
  admissionDecidedOn: fc.option(pick('1985-04-30', '1996-05-30'), { nil: undefined }),
  status: pick('official', 'probationary'),
  cell: pick(...cells),
  fate: pick('stays', 'moves', 'is exempt', 'leaves', 'comes back', 'is updated', 'leads'),
});

/** What is recorded of somebody, as the `i`th of the register. */
export function actsOf(one: typeof life extends fc.Arbitrary<infer T> ? T : never, i: number): object[] {
  const { cell, fate, ...record } = one;
  const { status: drawn, ...told } = record;
  // Only who is official holds a post (the Statute of 2011, article 3).
  const status = fate === 'leads' ? 'official' : drawn;
  const person = `P${i}`;
  const at = { person, paper };
  const registered = {
    kind: 'member.registered',
    effectiveOn: '2016-01-01',
    person: { code: person, ...told },
    cell,
    status,
  };
  const more: Record<typeof fate, object[]> = {
    stays: [],
    moves: [
      { kind: 'member.transferred', effectiveOn: '2018-03-01', ...at, to: cells.find((other) => other !== cell) },
    ],
    'is exempt': [{ kind: 'member.exempted', effectiveOn: '2018-03-01', ...at, permanent: true }],
    leaves: [{ kind: 'member.nameRemoved', effectiveOn: '2018-03-01', ...at, reason: 'x' }],
    'comes back': [
      { kind: 'member.nameRemoved', effectiveOn: '2017-03-01', ...at, reason: 'x' },
      {
        kind: 'member.readmitted',
        effectiveOn: '2022-04-10',
        ...at,
        paper: { ...paper, issuedOn: '2022-03-03' },
        cell,
      },
    ],
    'is updated': [
      { kind: 'member.updated', effectiveOn: '2018-03-01', person, record: { ethnicity: 'kinh', name: 'Đỗ Thị Ước' } },
    ],
    leads: [{ kind: 'post.assumed', effectiveOn: '2017-01-01', ...at, unit: cell, post: 'secretary', how: 'elected' }],
  };
  return [registered, ...(more[fate] ?? [])];
}
