import type { Day } from '#/platform/day.ts';
import type { ProfileName } from '../profiles.ts';
import { between, random, weighted } from '../random.ts';
import { apportion, type Cell, type Grassroots, Roster } from '../roster.ts';

export const PROVINCE = 'VM';
export const WARD = 'VM.P01';
/** Two-level government and Regulation 294-QĐ/TW (26/5/2025): ward bodies above grassroots organisations. */
export const FOUNDED: Day = '2025-07-01';
/** Regulation 208-QĐ/TW (26/7/2026): the ward body is itself the grassroots organisation, all below are its cells and sub-bodies. */
export const RETYPED: Day = '2026-07-26';

/** Bodies of agencies that end on that day; their cells come directly under the ward's committee. */
export const ENDS_IN_2026: readonly string[] = [`${WARD}.01`, `${WARD}.02`];

const bodies: readonly [string, string, ProfileName, string][] = [
  [
    'các cơ quan Đảng phường',
    'party-agency',
    'partyOffice',
    'Văn phòng Đảng ủy,Các ban xây dựng Đảng,Mặt trận và đoàn thể',
  ],
  [
    'Ủy ban nhân dân phường',
    'state-agency',
    'communeOffice',
    'Văn phòng,Kinh tế - Hạ tầng và Đô thị,Văn hóa - Xã hội,Trung tâm Hành chính công',
  ],
  ['Công an phường', 'police', 'police', 'Tổ An ninh,Tổ Trật tự xã hội,Tổ Phòng chống tội phạm'],
  [
    'Bệnh viện Đa khoa khu vực Sông Mới',
    'public-service-unit',
    'clinic',
    'Khối Hành chính,Khối Nội,Khối Ngoại,Khối Sản - Nhi,Khối Cận lâm sàng',
  ],
  [
    'Trường Cao đẳng Kỹ thuật Vân Mẫu',
    'public-service-unit',
    'university',
    'Khối Phòng ban,Khoa Cơ khí,Khoa Điện,Khoa Kinh tế',
  ],
  ['Công ty cổ phần Dệt may Vân Mẫu', 'enterprise-joint-stock', 'enterprise', 'Văn phòng,Xưởng dệt,Xưởng may'],
  ['Công ty cổ phần Vận tải Sông Mới', 'enterprise-joint-stock', 'enterprise', 'Văn phòng,Đội xe,Bến bãi'],
  ['Công ty TNHH một thành viên Cấp nước Vân Mẫu', 'enterprise-state-100', 'enterprise', 'Văn phòng,Nhà máy nước'],
];

const STREETS = 40;
const cells: readonly [string, string, ProfileName][] = [
  ...[
    'Trường THPT Sông Mới',
    'Trường THCS Sông Mới',
    'Trường THCS Đồng Sen',
    'Trường THCS Bến Gỗ',
    'Trường Tiểu học Sông Mới',
    'Trường Tiểu học Đồng Sen',
    'Trường Tiểu học Bến Gỗ',
    'Trường Mầm non Hoa Sen',
    'Trường Mầm non Bến Gỗ',
  ].map((name): [string, string, ProfileName] => [name, 'public-service-unit', 'school']),
  ['Quân sự phường', 'army', 'army'],
  ['Trạm Y tế phường', 'public-service-unit', 'clinic'],
  ['Công ty cổ phần Xây dựng Đồng Sen', 'enterprise-joint-stock', 'enterprise'],
  ['Công ty TNHH Cơ khí Bến Gỗ', 'enterprise-limited', 'enterprise'],
  ['Doanh nghiệp tư nhân Thương mại Hoa Sen', 'enterprise-private', 'enterprise'],
  ['Hợp tác xã Nông nghiệp Đồng Sen', 'cooperative', 'village'],
  ['Chợ Trung tâm', 'public-service-unit', 'communeOffice'],
];

const two = (n: number): string => String(n).padStart(2, '0');

/** 8 bodies with 27 cells and 56 grassroots cells in 2025; from 26/7/2026 6 sub-bodies and 83 cells: 89 organisations. */
export function wardOrganisations(): Grassroots[] {
  const organisations: Grassroots[] = [];
  const add = (name: string, kind: Grassroots['kind'], type: string, below: (code: string) => Cell[]) => {
    const code = `${WARD}.${two(organisations.length + 1)}`;
    const title = `${kind === 'grassroots-body' ? 'Đảng bộ' : 'Chi bộ'} ${name}`;
    organisations.push({ code, name: title, place: name, kind, type, founded: FOUNDED, cells: below(code) });
  };
  const one = (name: string, profile: ProfileName) => (code: string) => [
    { code, name: `Chi bộ ${name}`, profile, founded: FOUNDED },
  ];
  for (const [name, type, profile, below] of bodies)
    add(name, 'grassroots-body', type, (code) =>
      below
        .split(',')
        .map((cell, i) => ({ code: `${code}.${two(i + 1)}`, name: `Chi bộ ${cell}`, profile, founded: FOUNDED })),
    );
  for (const [name, type, profile] of cells) add(name, 'grassroots-cell', type, one(name, profile));
  for (let street = 1; street <= STREETS; street += 1)
    add(`tổ dân phố số ${street}`, 'grassroots-cell', 'ward', one(`tổ dân phố số ${street}`, 'quarter'));
  return organisations;
}

/** Grassroots cells stay under 30 members (Charter 2011, article 21); the bodies' cells share the rest. */
export function wardRoster(seed: number, organisations: readonly Grassroots[], total: number): Roster {
  const r = random(seed, 2, 0);
  const alone = organisations.filter(({ kind }) => kind === 'grassroots-cell');
  const small = alone.map(({ place }) => {
    const size = place.startsWith('tổ dân phố') ? between(r, 23, 28) : between(r, 15, 27);
    return Math.min(27, Math.max(4, Math.round((size * total) / 2500)));
  });
  const inBodies = organisations.filter(({ kind }) => kind === 'grassroots-body').flatMap((body) => body.cells);
  const rest = total - small.reduce((a, b) => a + b, 0);
  const left = apportion(
    rest,
    inBodies.map(() => 0.7 + r() * 0.6),
  );
  const rows = organisations.flatMap((organisation) =>
    organisation.cells.map((cell) => {
      const size = organisation.kind === 'grassroots-cell' ? small.shift() : left.shift();
      return [organisation, cell, size as number] as const;
    }),
  );
  const mix = {
    ethnicities: weighted([
      ['kinh', 962],
      ['muong', 22],
      ['thai', 8],
      ['tay', 5],
      ['hoa', 3],
    ]),
    religions: weighted([
      ['none', 94],
      ['buddhism', 3.4],
      ['catholicism', 2.5],
      ['protestantism', 0.1],
    ]),
    province: 'Vân Mẫu',
    communes: ['phường Sông Mới', 'phường Sông Mới', 'xã Đồng Sen', 'xã Bến Gỗ'],
    dossierLetters: 'VM',
  } as const;
  return new Roster({ seed, opening: FOUNDED, prefix: 'VM', mix, sizes: rows });
}
