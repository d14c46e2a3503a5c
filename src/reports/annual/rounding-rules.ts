import type { Figure } from '#/kernel/figures/figure.ts';
import { type RoundingMethod, rational, round, shares } from '#/kernel/figures/rounding.ts';
import type { ReportRequest, Rounding } from '../report.ts';

/**
 * How one number of the report is cut: by what was asked for this figure, else for the report. What is no percentage (an
 * average, the fewest meetings of a cell) keeps its own decimals. A method that rounds rows rounds a number alone half up.
 */
export function roundingOf(request: ReportRequest, figure: Pick<Figure, 'name' | 'measure'>): Rounding {
  const { method, decimals } = rowRoundingOf(request, figure.name);
  const own = 'decimals' in figure && figure.measure !== 'percent' ? (figure.decimals as number) : decimals;
  return { method: single(method), decimals: request.ofFigures?.[figure.name]?.decimals ?? own };
}

/** How a complete row of shares of a figure is cut. */
export function rowRoundingOf({ rounding, decimals, ofFigures }: ReportRequest, figure: string): Rounding {
  const own = ofFigures?.[figure];
  return { method: own?.method ?? rounding, decimals: own?.decimals ?? decimals };
}

function single(method: RoundingMethod): RoundingMethod {
  return method === 'truncated' ? 'truncated' : 'half-up';
}

/** One share in percent; null of nothing. */
export function shareOf(part: number, whole: number, { decimals, method }: Rounding): number | null {
  return whole === 0 ? null : round(rational(part * 100, whole), decimals, single(method));
}

/** A complete row of shares, and what they add up to as they are printed. */
export function rowOfShares(counts: readonly number[], { decimals, method }: Rounding): { of: number[]; sum: number } {
  const of = shares(counts, decimals, method).map((share) => share ?? 0);
  const scale = 10 ** decimals;
  return { of, sum: of.reduce((sum, share) => sum + Math.round(share * scale), 0) / scale };
}

/** Refuses decimals that cannot be, also where there is nothing to round. */
export function checkRounding(request: ReportRequest): void {
  round(rational(0), request.decimals);
  for (const { decimals } of Object.values(request.ofFigures ?? {}))
    if (decimals !== undefined) round(rational(0), decimals);
}

export const methodNames: Record<RoundingMethod, string> = {
  'half-up': 'làm tròn nửa lên',
  truncated: 'cắt bỏ phần lẻ',
  'half-up-residual-largest': 'làm tròn nửa lên, phần chênh dồn vào tỷ lệ lớn nhất',
  'largest-remainder': 'theo phần dư lớn nhất',
};

/** Whether a method rounds complete rows. */
export function isOfRows(method: RoundingMethod): boolean {
  return single(method) !== method;
}
