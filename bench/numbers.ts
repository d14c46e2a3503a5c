/** 1234567.8 → "1,234,567.8"; without `decimals` as many as a reader needs. */
export function number(value: number, decimals?: number): string {
  const digits = decimals ?? (Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2);
  return value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits });
}

/** The value below which that share of the values lies (nearest rank); 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** "12.3 / 45 ms" */
export function halfAndMost(milliseconds: readonly number[]): string {
  return `${number(percentile(milliseconds, 0.5))} / ${number(percentile(milliseconds, 0.95))} ms`;
}

export function seconds(milliseconds: number): string {
  return `${number(milliseconds / 1000, milliseconds < 10_000 ? 1 : 0)} s`;
}

export function mebibytes(bytes: number | null): string {
  if (bytes === null) return '?';
  const size = bytes / 2 ** 20;
  return size < 1024 ? `${number(size, size < 10 ? 1 : 0)} MiB` : `${number(size / 1024, 1)} GiB`;
}

/** How long it took, in milliseconds, and what came of it. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
