import fc from 'fast-check';
import { catalogues } from '#/domain/catalogues/api.ts';
import type { ActInput } from '#/kernel/journal/act.ts';

// Members as the national lists can hold them, with everything that is hard to write and to read back.

/** When the register opens. */
export const opening = '2025-06-01';

const twoDigits = (n: number) => String(n).padStart(2, '0');
const partialDay = (from: number, to: number) =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(4, 7, 10),
    )
    .map(([year, month, date, length]) => `${year}-${twoDigits(month)}-${twoDigits(date)}`.slice(0, length));
const wholeDay = (from: number, to: number) => partialDay(from, to).filter((day) => day.length === 10);
const words = fc.constantFrom(
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+84 912',
  '-Bí danh',
  '@mẫu',
  '＝1',
  '00123',
  '_x0041_',
  'Ê-đê; Mẫu',
  '<b>&amp;',
  'Năm Thử',
);
const code = (list: keyof typeof catalogues) => fc.constantFrom(...catalogues[list].entries.map((entry) => entry.code));
const given = fc.constantFrom('Nguyễn Văn Mẫu', 'Trần Thị Mẫu', 'Lê Thử', 'Y Mẫu Ê-ban', 'Phạm Thị Ví Dụ');
const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
const address = fc.record(
  {
    country: fc.constantFrom('Việt Nam', 'Liên bang Nga'),
    province: fc.constantFrom('Tỉnh Nam Định', 'Thành phố Hà Nội', 'Tỉnh Lào Cai'),
    commune: fc.constantFrom('Xã An Mẫu', 'Phường Thử', 'Thị trấn Mẫu'),
    detail: fc.constantFrom('Thôn 1', 'Số 5, ngõ 2, đường Mẫu', 'Tổ dân phố 3'),
  },
  { requiredKeys: ['province', 'commune'] },
);
const person = fc.record(
  {
    name: given,
    birthName: given,
    otherName: words,
    born: partialDay(1930, 1980),
    sex: code('sex'),
    ethnicity: code('ethnicity'),
    religion: code('religion'),
    generalEducation: code('generalEducation'),
    theoryLevel: code('theoryLevel'),
    qualification: code('qualification'),
    occupation: code('occupation'),
    retired: fc.constant(true),
    admittedOn: partialDay(1985, 2015),
    officialOn: partialDay(2016, 2021),
    dossierNumber: fc.constantFrom('001234 NĐ', '=12', '99 ABC'),
    oldIdentityNumber: digits(9),
    birthRegistration: address,
    hometown: address,
    residence: address,
    details: fc.record(
      {
        languages: fc.constantFrom('Tiếng Anh B', '=Anh'),
        occupationBefore: fc.constantFrom('Làm ruộng', 'Học sinh, bộ đội'),
        service: fc.constantFrom('Bộ đội', 'Công an'),
        note: fc.constantFrom('Ở xa', '=ghi chú', 'Đi học'),
        arrival: fc.constant('01/02/2020\nĐảng bộ xã B'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['name'] },
);
const exempt = fc.constantFrom(undefined, { permanent: true }, { permanent: false }, { until: '2025-12-31' });
export const member = fc.record({
  person,
  citizen: fc.boolean(),
  card: fc.constantFrom('none', 'card-12', 'card-8', 'both'),
  issuedOn: wholeDay(2025, 2025),
  cell: fc.constantFrom('T.1.1.a', 'T.1.1.b', 'T.1.2.a'),
  exempt,
  exemptedOn: fc.option(partialDay(2015, 2024), { nil: undefined }),
});
export type Member = typeof member extends fc.Arbitrary<infer M> ? M : never;

/** Numbers are nobody else's, so they count up. */
export function registered(
  { person: who, citizen, card, issuedOn, cell, exempt: free, exemptedOn }: Member,
  at: number,
): ActInput {
  const no = String(at).padStart(3, '0');
  const cards = [
    ...(card === 'card-12' || card === 'both'
      ? [{ scheme: 'card-12', number: `012345678${no}`, issuedOn, issuedAt: 'Tỉnh ủy A' }]
      : []),
    ...(card === 'card-8' || card === 'both' ? [{ scheme: 'card-8', number: `01234${no}` }] : []),
    { scheme: 'national-id', number: `=${no}` },
    { scheme: 'badge', number: `B${no}` },
  ];
  const details = { ...who.details, ...(free === undefined || exemptedOn === undefined ? {} : { exemptedOn }) };
  return {
    kind: 'member.registered',
    effectiveOn: opening,
    person: { ...who, details, cards, ...(citizen ? { citizenId: `001060000${no}` } : {}) },
    cell,
    status: who.officialOn === undefined ? 'probationary' : 'official',
    ...(free === undefined ? {} : { exempt: free }),
  };
}
