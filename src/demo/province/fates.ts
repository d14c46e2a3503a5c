import { permuted } from '../random.ts';

/**
 * What happens to whom in the year, without a list of it: members are numbered in another order, and each run of those
 * numbers meets with one thing. So nobody meets with two, and who the 500th to die is needs no memory.
 */
export const shares = {
  /** Admitted in the year before the opening: probationers, recognised twelve months after the ceremony. */
  recognised: 0.029,
  died: 0.0078,
  sentAway: 0.006,
  transferred: 0.012,
  /** From cell to cell of one grassroots body. */
  moved: 0.004,
  exempted: 0.006,
  away: 0.004,
  updated: 0.01,
  nameRemoved: 0.0006,
  expelled: 0.0001,
} as const;

/** People who come: admitted, and from other provinces. */
export const newcomers = { admitted: 0.031, received: 0.0058 } as const;

export type FateName = keyof typeof shares;

export interface Fates {
  count: Record<FateName, number>;
  /** The member who is the n-th of that fate. */
  member: (fate: FateName, n: number) => number;
  /** What a member meets with, and as the how-manieth; null: nothing. */
  of: (member: number) => { fate: FateName; n: number } | null;
}

export function fates(seed: number, members: number): Fates {
  const names = Object.keys(shares) as FateName[];
  const count = Object.fromEntries(names.map((name) => [name, Math.round(members * shares[name])])) as Record<
    FateName,
    number
  >;
  const { rank, member } = order(seed, members);
  const ends: number[] = [];
  let end = 0;
  for (const name of names) {
    end += count[name];
    ends.push(end);
  }
  const begin = (i: number): number => (ends[i] as number) - count[names[i] as FateName];
  return {
    count,
    member: (fate, n) => member(begin(names.indexOf(fate)) + n),
    of: (one) => {
      const at = rank(one);
      if (at >= end) return null;
      const i = ends.findIndex((limit) => at < limit);
      return { fate: names[i] as FateName, n: at - begin(i) };
    },
  };
}

/** Numbers in another order, both ways. Products stay under 10^12: plain numbers are exact. */
function order(seed: number, size: number): { rank: (member: number) => number; member: (rank: number) => number } {
  const member = permuted(size, Math.abs(seed) + 11);
  const offset = member(0);
  const inverse = inverseOf((member(1) - offset + size) % size, size);
  return { member, rank: (one) => (((one - offset + size) % size) * inverse) % size };
}

/** By Euclid: factor × inverse ≡ 1 (mod size). */
function inverseOf(factor: number, size: number): number {
  let [a, b, x, y] = [factor, size, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return ((x % size) + size) % size;
}
