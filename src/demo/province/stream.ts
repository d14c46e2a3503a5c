import type { ActInput } from '#/kernel/journal/act.ts';
import { day, spread, YEAR } from './calendar.ts';
import type { FateName, Fates } from './fates.ts';
import type { PaperOf } from './papers.ts';
import { memberCode } from './people.ts';
import { cellOf, type ProvinceTree } from './tree.ts';

/** One stream of acts: the n-th comes on a day that never decreases with n. */
export interface Stream {
  count: number;
  on: (n: number) => number;
  act: (n: number, on: number) => ActInput;
  /** A later act that follows from it: receipt, ceremony, return. */
  follow?: (n: number, on: number, line: ActInput) => { on: number; act: () => ActInput };
}

export interface Year {
  seed: number;
  tree: ProvinceTree;
  fates: Fates;
  paper: PaperOf;
}

const provinces = ['Tỉnh ủy Ninh Bình', 'Thành ủy Hà Nội', 'Tỉnh ủy Lào Cai', 'Thành ủy Hải Phòng', 'Tỉnh ủy Đồng Nai'];
export const elsewhere = (n: number): { place: string; name: string } =>
  n % 7 === 0
    ? { place: 'army', name: 'Đảng ủy Quân khu 2' }
    : { place: 'province', name: provinces[n % provinces.length] as string };

export const act = (kind: string, on: number, paper: unknown, body: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn: day(on),
  paper,
  ...body,
});

/** A stream of things that befall members of the opening day. */
export function befalls(
  { fates, tree }: Year,
  fate: FateName,
  act: (code: string, cell: number, n: number, on: number) => ActInput,
): Stream {
  const count = fates.count[fate];
  return {
    count,
    on: (n) => spread(n, count, 3, YEAR - 4),
    act: (n, on) => {
      const member = fates.member(fate, n);
      return act(memberCode(member), cellOf(tree, member), n, on);
    },
  };
}
