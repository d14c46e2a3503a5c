import { rational } from '#/kernel/figures/rounding.ts';
import { bodyWords } from '#/reports/annual/body-words.ts';
import type { Pen } from '#/reports/annual/pen.ts';
import { periodWords } from '#/reports/annual/period-words.ts';
import type { Scene } from '#/reports/annual/scene.ts';
import { type AppliedTarget, unknownValue, type Value } from '#/reports/annual/value.ts';
import type { ReportRequest } from '#/reports/report.ts';

// For the tests of the wording: a pen and values without a register behind them.

export function penFor(more: Partial<ReportRequest> = {}, kind = 'district', name = 'Đảng bộ huyện Hải Mẫu'): Pen {
  const request: ReportRequest = {
    unitId: '',
    from: '2020-01-01',
    to: '2020-12-31',
    knownAt: null,
    rounding: 'half-up-residual-largest',
    decimals: 1,
    ...more,
  };
  const period = { from: request.from, to: request.to };
  const words = periodWords(period);
  const year = words.years.at(-1) ?? 2020;
  const scene: Scene = {
    request,
    unit: { code: 'HM', name },
    kind,
    body: bodyWords(kind, name),
    isSameKindBefore: true,
    superior: 'Tỉnh ủy Mẫu',
    period,
    words,
    classified: {
      year,
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
      before: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    },
    openedOn: null,
    isKnownBefore: { stock: true, flow: words.flowsBefore !== null },
    foundedOn: null,
    isOpenedWithIt: false,
    members: 14_712,
    contests: ['tim-hieu-lich-su-dang'],
  };
  return { scene, remarks: new Set(), missing: new Set() };
}

/** A count known by its number, and what it was the year before. */
export function countOf(value: number, previous: number | null = null, more: Partial<Value> = {}): Value {
  const exact = Number.isInteger(value) ? rational(value) : null;
  const known = { key: 'k', figure: 'admissions', measure: 'persons', value, exact, previous };
  return { ...unknownValue({ from: '2020-01-01', to: '2020-12-31' }), ...known, ...more };
}

/** A percentage of exactly so many of so many. */
export function percentOf(part: number, whole: number, value: number, previous: number | null = null): Value {
  const exact = rational(part * 100, whole);
  return countOf(value, previous, { type: 'ratio', measure: 'percent', figure: 'members-good-or-above', exact });
}

export function targetOf(value: number, more: Partial<AppliedTarget> = {}): AppliedTarget {
  return {
    key: 't',
    value,
    measure: 'count',
    atLeast: false,
    period: { from: '2020-01-01', to: '2020-12-31' },
    ...more,
  };
}
