import type { Day } from '#/platform/day.ts';
import type { Mix, ProfileName } from '../profiles.ts';
import { between, type Random, random, weighted } from '../random.ts';
import { type Cell, type Grassroots, Roster } from '../roster.ts';

/** The register of Thái Bình opens with the year of the case. */
export const OPENING: Day = '2023-01-01';

/** A corner of the province: two districts and the bloc of its agencies. */
export const superiors = [
  { code: 'VT', name: 'Đảng bộ huyện Vũ Thư', kind: 'district', committee: 'Huyện ủy Vũ Thư', suffix: 'HU' },
  { code: 'TTH', name: 'Đảng bộ huyện Thái Thụy', kind: 'district', committee: 'Huyện ủy Thái Thụy', suffix: 'HU' },
  {
    code: 'TBK',
    name: 'Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Thái Bình',
    kind: 'bloc',
    committee: 'Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh Thái Bình',
    suffix: 'ĐUK',
  },
] as const;

export type Superior = (typeof superiors)[number];

export const superiorOf = ({ code }: { code: string }): Superior =>
  superiors.find((superior) => code.startsWith(`${superior.code}.`)) as Superior;

const communes: Record<string, readonly string[]> = {
  VT: ['Song An', 'Minh Quang', 'Tân Hòa'],
  TTH: ['Thụy Trường', 'Thái Phúc', 'Sơn Hà'],
};

const offices: Record<string, readonly [string, string, ProfileName][]> = {
  VT: [
    ['Ban Tổ chức Huyện ủy Vũ Thư', 'party-agency', 'partyOffice'],
    ['Phòng Nội vụ huyện Vũ Thư', 'state-agency', 'stateOffice'],
    ['Trường THPT Vũ Tiên Mới', 'public-service-unit', 'school'],
  ],
  TTH: [
    ['Ban Tổ chức Huyện ủy Thái Thụy', 'party-agency', 'partyOffice'],
    ['Phòng Nông nghiệp huyện Thái Thụy', 'state-agency', 'stateOffice'],
    ['Công ty cổ phần Thủy sản Diêm Điền Mới', 'enterprise-joint-stock', 'enterprise'],
  ],
  TBK: [
    ['Ban Tổ chức Tỉnh ủy Thái Bình', 'party-agency', 'partyOffice'],
    ['Văn phòng Tỉnh ủy Thái Bình', 'party-agency', 'partyOffice'],
    ['Sở Nội vụ Thái Bình', 'state-agency', 'stateOffice'],
    ['Sở Tư pháp Thái Bình', 'state-agency', 'stateOffice'],
    ['Công ty TNHH May Trà Lý', 'enterprise-limited', 'enterprise'],
  ],
};

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

export function grassroots(seed: number): Grassroots[] {
  const r = random(seed, 31, 0);
  return superiors.flatMap(({ code: superior }) => [
    ...(communes[superior] ?? []).map((name, i) => commune(r, `${superior}.${pad(i + 1, 3)}`, `xã ${name}`)),
    ...(offices[superior] ?? []).map(([name, type, profile], i): Grassroots => {
      const own = { code: `${superior}.${pad(i + 11, 3)}`, name: `Chi bộ ${name}`, founded: foundingDay(r) };
      return { ...own, place: name, kind: 'grassroots-cell', type, cells: [{ ...own, profile }] };
    }),
  ]);
}

const foundingDay = (r: Random): Day =>
  `${between(r, 1996, 2014)}-${pad(between(r, 1, 12), 2)}-${pad(between(r, 1, 28), 2)}`;

function commune(r: Random, code: string, place: string): Grassroots {
  const villages = Array.from({ length: between(r, 4, 6) }, (_, i): [string, ProfileName] => [
    `thôn ${i + 1}`,
    'village',
  ]);
  const rest: [string, ProfileName][] = [
    ['Cơ quan xã', 'communeOffice'],
    ['Trường Tiểu học và Trung học cơ sở', 'school'],
    // The conference asked for good meetings in the cells of the commune police.
    ['Công an xã', 'police'],
  ];
  const cells = [...villages, ...rest].map(
    ([name, profile], i): Cell => ({
      code: `${code}.${pad(i + 1, 2)}`,
      name: `Chi bộ ${name}`,
      profile,
      founded: profile === 'police' ? '2020-03-02' : '1997-01-01',
    }),
  );
  return {
    code,
    name: `Đảng bộ ${place}`,
    place,
    kind: 'grassroots-body',
    type: 'commune',
    founded: '1997-01-01',
    cells,
  };
}

const sizes: Partial<Record<ProfileName, readonly [number, number]>> = { village: [16, 34], police: [5, 6] };

/** Who stands where on the opening day. */
export function makeRoster(seed: number, organisations: readonly Grassroots[]): Roster {
  const r = random(seed, 32, 0);
  return new Roster({
    seed: seed + 2_000_003,
    opening: OPENING,
    prefix: 'TB',
    numbersFrom: 600_000,
    mix,
    sizes: organisations.flatMap((organisation) =>
      organisation.cells.map((cell) => [organisation, cell, between(r, ...(sizes[cell.profile] ?? [9, 22]))] as const),
    ),
  });
}

const mix: Mix = {
  ethnicities: weighted([
    ['kinh', 998],
    ['muong', 1],
    ['tay', 1],
  ]),
  religions: weighted([
    ['none', 947],
    ['catholicism', 36],
    ['buddhism', 17],
  ]),
  province: 'Thái Bình',
  communes: Object.values(communes).flatMap((names) => names.map((name) => `xã ${name}`)),
  dossierLetters: 'TB',
};
