/** A stream of fractions in [0, 1). */
export type Random = () => number;

/**
 * The stream of a key (sfc32): the same three numbers, the same fractions, on every machine.
 * Streams are made by the hundred thousand (one a person), so that nobody has to be kept to be made again:
 * integer arithmetic only, 128 bits of state, twelve rounds to spread the key.
 */
export function random(seed: number, stream: number, index: number): Random {
  let a = seed | 0;
  let b = stream | 0;
  let c = index | 0;
  let counter = 1;
  const round = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i += 1) round();
  return () => round() / 4_294_967_296;
}

/** A whole number from `least` up to and including `most`. */
export function between(r: Random, least: number, most: number): number {
  return least + Math.floor(r() * (most - least + 1));
}

export function chance(r: Random, probability: number): boolean {
  return r() < probability;
}

/** One of the list, each as likely; an empty list is a fault of the caller. */
export function pick<T>(r: Random, list: readonly T[]): T {
  return list[Math.floor(r() * list.length)] as T;
}

/** Values with how often each comes up. */
export interface Weighted<T> {
  values: readonly T[];
  /** Running totals as shares of one; the last is 1. */
  limits: Float64Array;
}

/** Put the frequent values first: drawing walks the list. */
export function weighted<T>(pairs: readonly (readonly [T, number])[]): Weighted<T> {
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  let running = 0;
  const limits = Float64Array.from(pairs, ([, weight]) => {
    running += weight;
    return running / total;
  });
  return { values: pairs.map(([value]) => value), limits };
}

export function draw<T>(r: Random, { values, limits }: Weighted<T>): T {
  const at = r();
  let i = 0;
  while (i < limits.length - 1 && at >= (limits[i] as number)) i += 1;
  return values[i] as T;
}

/** The numbers 0 … size−1 in another order, without a table: `permuted(size, salt)(i)` never gives one number twice. */
export function permuted(size: number, salt: number): (index: number) => number {
  // An affine map is a bijection when its factor shares no divisor with the size; the golden ratio spreads neighbours.
  let factor = Math.max(1, Math.floor(size * 0.6180339887) + (salt % 7));
  while (divisor(factor, size) !== 1) factor += 1;
  const offset = salt % size;
  return (index) => (index * factor + offset) % size;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** A list in another order. */
export function shuffled<T>(r: Random, list: readonly T[]): T[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(r() * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}
