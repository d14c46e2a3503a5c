import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import type { ProfileName } from '../profiles.ts';
import { random } from '../random.ts';

export const OPENING: Day = '2025-07-01';

/** Which province it is: the code of its root, its name, and how a decision of its committee names it. */
export interface Home {
  code: string;
  /** "tỉnh Phương Mẫu" */
  name: string;
  committee: string;
  /** The suffix of its committee's papers: "TU". */
  suffix: string;
  /** Members of a cell, on the average. */
  cellSize: number;
}

export const PHUONG_MAU: Home = {
  code: 'PM',
  name: 'tỉnh Phương Mẫu',
  committee: 'Tỉnh ủy Phương Mẫu',
  suffix: 'TU',
  cellSize: 40,
};

/** One commune: 8 grassroots bodies of 9 cells, then 8 grassroots cells. 12,000 cells make 150 of them. */
const CELLS = 80;
const BODIES = 8;
const CELLS_OF_BODY = 9;
const IN_BODIES = BODIES * CELLS_OF_BODY;

const bodies: readonly [string, string, ProfileName, string][] = [
  ['khu dân cư số 1', 'commune', 'village', 'thôn'],
  ['khu dân cư số 2', 'commune', 'village', 'thôn'],
  ['khu dân cư số 3', 'commune', 'village', 'thôn'],
  ['khu dân cư số 4', 'commune', 'village', 'thôn'],
  ['khu dân cư trung tâm', 'commune', 'quarter', 'tổ dân phố số'],
  ['Ủy ban nhân dân xã', 'state-agency', 'communeOffice', 'phòng'],
  ['khối trường học', 'public-service-unit', 'school', 'trường số'],
  ['khối doanh nghiệp', 'enterprise-joint-stock', 'enterprise', 'công ty số'],
];
const alone: readonly [string, string, ProfileName][] = [
  ['Công an xã', 'police', 'police'],
  ['Quân sự xã', 'army', 'army'],
  ['Trạm Y tế xã', 'public-service-unit', 'clinic'],
  ['các cơ quan Đảng xã', 'party-agency', 'partyOffice'],
  ['Trường THPT', 'public-service-unit', 'school'],
  ['Hợp tác xã nông nghiệp', 'cooperative', 'village'],
  ['Chi nhánh Ngân hàng', 'enterprise-state-100', 'enterprise'],
  ['Hạt Kiểm lâm', 'state-agency', 'stateOffice'],
];

const first = 'An,Bình,Đông,Hòa,Hưng,Long,Minh,Phú,Quang,Sơn,Tân,Thanh,Vĩnh,Xuân,Yên'.split(',');
const second = 'Lạc,Thịnh,Mỹ,Lộc,Khê,Hà,Lâm,Trung,Thượng,Đồng,Giang,Phong,Nghĩa,Lương'.split(',');

/** A province's tree, held as numbers: where each cell's members begin. */
export interface ProvinceTree {
  home: Home;
  members: number;
  cells: number;
  communes: number;
  /** Index of the first member of each cell; one more at the end. */
  starts: Int32Array;
}

/** Grassroots cells stay under 30 members (Charter 2011, article 21). */
export function provinceTree(seed: number, members: number, home: Home = PHUONG_MAU): ProvinceTree {
  const cells = Math.max(1, Math.round(members / home.cellSize));
  const r = random(seed, 2, 0);
  const weights = Float64Array.from({ length: cells }, (_, cell) =>
    cell % CELLS < IN_BODIES ? 0.75 + r() * 0.62 : 0.4 + r() * 0.24,
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const starts = new Int32Array(cells + 1);
  let running = 0;
  weights.forEach((weight, cell) => {
    running += weight;
    starts[cell + 1] = Math.round((members * running) / whole);
  });
  return { home, members, cells, communes: Math.ceil(cells / CELLS), starts };
}

/** The cell of a member of the opening day. */
export function cellOf({ starts, cells }: ProvinceTree, member: number): number {
  let low = 0;
  let high = cells - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= member) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const communeOf = (cell: number): number => Math.floor(cell / CELLS);
/** Cells of one grassroots body have the same number; a grassroots cell has its own. */
export function grassrootsOf(cell: number): number {
  const at = cell % CELLS;
  return communeOf(cell) * 100 + (at < IN_BODIES ? Math.floor(at / CELLS_OF_BODY) : at);
}

export const profileOf = (cell: number): ProfileName => {
  const at = cell % CELLS;
  const row = at < IN_BODIES ? bodies[Math.floor(at / CELLS_OF_BODY)] : alone[at - IN_BODIES];
  return (row as readonly [string, string, ProfileName])[2];
};

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
export const communeCode = ({ home }: ProvinceTree, commune: number): string => `${home.code}.${pad(commune + 1, 3)}`;

export function cellCode(tree: ProvinceTree, cell: number): string {
  const at = cell % CELLS;
  const commune = communeCode(tree, communeOf(cell));
  if (at >= IN_BODIES) return `${commune}.${pad(at - IN_BODIES + BODIES + 1, 2)}`;
  return `${commune}.${pad(Math.floor(at / CELLS_OF_BODY) + 1, 2)}.${pad((at % CELLS_OF_BODY) + 1, 2)}`;
}

export function communeName(commune: number): string {
  const round = Math.floor(commune / (first.length * second.length));
  const name = `xã ${first[commune % first.length]} ${second[Math.floor(commune / first.length) % second.length]}`;
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** Every unit from the root down, a superior before what is under it. */
export function* founding(tree: ProvinceTree): Generator<ActInput> {
  const { home } = tree;
  const paper = {
    issuer: `Ban Thường vụ ${home.committee}`,
    number: `01-QĐ/${home.suffix}`,
    issuedOn: '2025-06-30',
    type: 'Quyết định',
  };
  const act = (unit: Record<string, unknown>): ActInput => ({
    kind: 'unit.established',
    effectiveOn: OPENING,
    paper,
    unit,
  });
  yield act({ code: home.code, name: `Đảng bộ ${home.name}`, kind: 'provincial' });
  for (let cell = 0; cell < tree.cells; cell += 1) {
    const at = cell % CELLS;
    const commune = communeCode(tree, communeOf(cell));
    if (at === 0)
      yield act({
        code: commune,
        name: `Đảng bộ ${communeName(communeOf(cell))}`,
        kind: 'commune',
        type: 'commune',
        parent: home.code,
      });
    if (at >= IN_BODIES) {
      const [name, type] = alone[at - IN_BODIES] as (typeof alone)[number];
      yield act({ code: cellCode(tree, cell), name: `Chi bộ ${name}`, kind: 'grassroots-cell', type, parent: commune });
      continue;
    }
    const n = Math.floor(at / CELLS_OF_BODY);
    const [name, type, , sort] = bodies[n] as (typeof bodies)[number];
    const body = `${commune}.${pad(n + 1, 2)}`;
    if (at % CELLS_OF_BODY === 0)
      yield act({ code: body, name: `Đảng bộ ${name}`, kind: 'grassroots-body', type, parent: commune });
    yield act({
      code: cellCode(tree, cell),
      name: `Chi bộ ${sort} ${(at % CELLS_OF_BODY) + 1}`,
      kind: 'cell',
      parent: body,
    });
  }
}
