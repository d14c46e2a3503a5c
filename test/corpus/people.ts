import type { Day } from '#/platform/day.ts';

/** Somebody made up, as a clean list knows them. */
export interface Somebody {
  name: string;
  sex: 'male' | 'female';
  born: Day;
  ethnicity: 'kinh' | 'tay' | 'hmong';
  religion: 'none' | 'catholicism';
  admittedOn: Day;
  /** Null: still on probation. */
  officialOn: Day | null;
  card: string;
  cardOn: Day;
  citizenId: string;
  phone: string;
  hometown: { province: string; commune: string; detail: string };
  residence: { province: string; commune: string; detail: string };
  generalEducation: 'lower-secondary' | 'upper-secondary';
  qualification: 'intermediate' | 'college' | 'university' | 'master';
  theoryLevel: 'elementary' | 'intermediate' | 'advanced';
  cell: string;
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đỗ', 'Vũ', 'Bùi', 'Đặng', 'Ngô'];
const middles = { male: ['Văn', 'Đức', 'Hữu', 'Quang'], female: ['Thị', 'Thị Thu', 'Ngọc', 'Thúy'] };
const givens = {
  male: ['Mẫu', 'Tuấn', 'Hùng', 'Dũng', 'Sơn', 'Phước'],
  female: ['Hương', 'Ánh', 'Yến', 'Thảo', 'Nguyệt', 'Lụa'],
};

export const cellNames = ['Chi bộ Tổ dân phố 1', 'Chi bộ Tổ dân phố 2', 'Chi bộ Trường Tiểu học An Mẫu'];

/** The same people for the same numbers; no two alike in name, numbers or birth. */
export function people(count: number, seed = 1): Somebody[] {
  return Array.from({ length: count }, (_, at) => somebody(at, seed));
}

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;
const two = (number: number) => String(number).padStart(2, '0');

function somebody(at: number, seed: number): Somebody {
  const number = at * 7 + seed * 13;
  const sex = number % 3 === 0 ? 'female' : 'male';
  const year = 1950 + ((number * 5) % 48);
  const born = `${year}-${two(1 + (number % 12))}-${two(13 + (at % 15))}`;
  const admitted = Math.min(year + 24, 2023) + (at % 2);
  const admittedOn = `${admitted}-${two(1 + (at % 9))}-${two(3 + (at % 20))}`;
  const isOnProbation = at % 5 === 4;
  const place = pick(['Nam Mẫu', 'Đông Mẫu', 'Tây Mẫu'], number);
  return {
    name: `${pick(families, number)} ${pick(middles[sex], at)} ${pick(givens[sex], Math.floor(number / 3))}`,
    sex,
    born,
    ethnicity: pick(['kinh', 'kinh', 'tay', 'kinh', 'hmong'], at),
    religion: pick(['none', 'none', 'none', 'catholicism'], at),
    admittedOn,
    officialOn: isOnProbation ? null : `${admitted + 1}${admittedOn.slice(4)}`,
    card: `0${String(11_000_000_000 + seed * 1_000_003 + at * 97).padStart(11, '0')}`,
    cardOn: `${admitted + 2}-02-03`,
    citizenId: `036${sex === 'male' ? 0 : 1}${born.slice(2, 4)}${String(seed * 1_000 + at).padStart(6, '0')}`,
    phone: `09${String(10_000_000 + seed * 5_003 + at * 31).padStart(8, '0')}`,
    hometown: { detail: `thôn ${1 + (at % 9)}`, commune: `xã ${place}`, province: 'tỉnh Phương Mẫu' },
    residence: { detail: `số ${10 + at}, tổ ${1 + (at % 4)}`, commune: 'phường An Mẫu', province: 'tỉnh Phương Mẫu' },
    generalEducation: at % 4 === 0 ? 'lower-secondary' : 'upper-secondary',
    qualification: pick(['university', 'intermediate', 'master', 'college'], at),
    theoryLevel: pick(['elementary', 'intermediate', 'advanced'], at),
    cell: pick(cellNames, Math.floor((at * cellNames.length) / 12)),
  };
}
