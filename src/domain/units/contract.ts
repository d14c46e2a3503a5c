// Not from the journal, which has the same: screens import this file, and with that type would come all of the server's.
import type { Bilingual } from '#/platform/contract/shapes.ts';

/**
 * Places in the system, with the name on paper. Which of them exist when, and which may stand under which, are rules
 * (unit.kinds, unit.parent-kinds): a register of 2020 draws the tree of 2020.
 */
export const kindLabels = {
  central: { vi: 'Đảng bộ trực thuộc Trung ương (toàn quốc)', en: 'Central' },
  provincial: { vi: 'Đảng bộ tỉnh, thành phố và tương đương', en: 'Provincial body' },
  district: { vi: 'Đảng bộ huyện, quận, thị xã (đến 30/6/2025)', en: 'District body (to 30/6/2025)' },
  bloc: { vi: 'Đảng bộ khối (đến năm 2025)', en: 'Bloc body, equal to a district (to 2025)' },
  commune: { vi: 'Đảng bộ xã, phường, đặc khu cấp trên trực tiếp của cơ sở', en: 'Commune body above the grassroots' },
  'agency-body': { vi: 'Đảng bộ các cơ quan Đảng, Ủy ban nhân dân', en: 'Body of agencies' },
  'grassroots-body': { vi: 'Đảng bộ cơ sở', en: 'Grassroots body' },
  'grassroots-cell': { vi: 'Chi bộ cơ sở', en: 'Grassroots cell' },
  section: { vi: 'Đảng bộ bộ phận (đến 25/7/2026)', en: 'Section (to 25/7/2026)' },
  'sub-grassroots-body': { vi: 'Đảng bộ trực thuộc cơ sở (từ 26/7/2026)', en: 'Sub-grassroots body (from 26/7/2026)' },
  cell: { vi: 'Chi bộ trực thuộc; chi bộ', en: 'Cell' },
} as const satisfies Record<string, Bilingual>;

export type UnitKind = keyof typeof kindLabels;

export const unitKinds = Object.keys(kindLabels) as [UnitKind, ...UnitKind[]];

/** Grassroots organisations (tổ chức cơ sở đảng): what most counts are about. */
export const grassrootsKinds = ['grassroots-body', 'grassroots-cell'] as const satisfies readonly UnitKind[];

/** Every cell, whatever it stands under: the unit in which a member lives. */
export const cellKinds = ['grassroots-cell', 'cell'] as const satisfies readonly UnitKind[];

interface TypeEntry extends Bilingual {
  /** The row that this one is a part of. */
  within?: string;
}

/**
 * Statistical types: the rows of Form 5 (11-HD/BTCTW, 13/12/2021), and the special zone of 2025. A row that has parts
 * may be given itself where the part is not known. Codes never change their meaning.
 */
export const typeLabels = {
  commune: { vi: 'Xã', en: 'Commune' },
  ward: { vi: 'Phường', en: 'Ward' },
  township: { vi: 'Thị trấn', en: 'Township' },
  'special-zone': { vi: 'Đặc khu', en: 'Special zone' },
  'party-agency': { vi: 'Cơ quan Đảng, MTTQ, đoàn thể CT-XH', en: 'Party, Front and mass organisations' },
  'state-agency': { vi: 'Cơ quan Nhà nước', en: 'State agency' },
  'service-unit': { vi: 'Đơn vị sự nghiệp', en: 'Service unit' },
  'public-service-unit': { vi: 'Đơn vị sự nghiệp công lập', en: 'Public service unit', within: 'service-unit' },
  'non-public-service-unit': {
    vi: 'Đơn vị sự nghiệp ngoài công lập',
    en: 'Non-public service unit',
    within: 'service-unit',
  },
  army: { vi: 'Quân đội', en: 'Army' },
  police: { vi: 'Công an', en: 'Police' },
  enterprise: { vi: 'Doanh nghiệp và hợp tác xã', en: 'Enterprises and cooperatives' },
  'enterprise-state': { vi: 'Doanh nghiệp có vốn Nhà nước', en: 'With State capital', within: 'enterprise' },
  'enterprise-state-100': { vi: '100% vốn Nhà nước', en: 'State capital 100%', within: 'enterprise-state' },
  'enterprise-state-50': { vi: 'Vốn Nhà nước từ 50%', en: 'State capital 50% or more', within: 'enterprise-state' },
  'enterprise-state-below-50': {
    vi: 'Vốn Nhà nước dưới 50%',
    en: 'State capital below 50%',
    within: 'enterprise-state',
  },
  'enterprise-non-state': {
    vi: 'Doanh nghiệp ngoài khu vực Nhà nước',
    en: 'Outside the State sector',
    within: 'enterprise',
  },
  'enterprise-joint-stock': { vi: 'Công ty cổ phần', en: 'Joint-stock company', within: 'enterprise-non-state' },
  'enterprise-private': { vi: 'Doanh nghiệp tư nhân', en: 'Private enterprise', within: 'enterprise-non-state' },
  'enterprise-limited': { vi: 'Công ty TNHH', en: 'Limited company', within: 'enterprise-non-state' },
  'enterprise-partnership': { vi: 'Công ty hợp danh', en: 'Partnership', within: 'enterprise-non-state' },
  'enterprise-foreign': { vi: 'Có vốn nước ngoài', en: 'With foreign capital', within: 'enterprise-non-state' },
  'enterprise-foreign-100': {
    vi: '100% vốn nước ngoài',
    en: 'Foreign capital 100%',
    within: 'enterprise-foreign',
  },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative', within: 'enterprise' },
  overseas: { vi: 'Ở ngoài nước', en: 'Overseas' },
  other: { vi: 'Loại hình khác', en: 'Other' },
} as const satisfies Record<string, TypeEntry>;

export type UnitType = keyof typeof typeLabels;

export const unitTypes = Object.keys(typeLabels) as [UnitType, ...UnitType[]];

/** The type itself and all that are parts of it: what a row of Form 5 adds up. */
export function typesWithin(type: string): UnitType[] {
  return unitTypes.filter((candidate) => isWithin(candidate, type));
}

/** Asks for what has no type, and after a type with parts for what is not told of as which part: rows that complete Form 5's sums. */
const UNTOLD = 'untold';

/** What a figure by type may be asked for. */
export const askableTypes = [
  ...unitTypes,
  UNTOLD,
  ...unitTypes.filter((type) => typesWithin(type).length > 1).map((type) => `${type}.${UNTOLD}` as const),
] as [string, ...string[]];

const asked = new Map<string, readonly (string | null)[]>([
  [UNTOLD, [null]],
  ...unitTypes.flatMap((type): [string, readonly string[]][] => [
    [type, typesWithin(type)],
    [`${type}.${UNTOLD}`, [type]],
  ]),
]);

/** The types that an asked one stands for; [null]: none is told. */
export const typesAsked = (type: string): readonly (string | null)[] => asked.get(type) ?? [];

function isWithin(type: UnitType, group: string): boolean {
  const { within } = typeLabels[type] as TypeEntry;
  return type === group || (within !== undefined && isWithin(within as UnitType, group));
}
