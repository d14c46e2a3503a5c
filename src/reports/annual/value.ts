import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Figure } from '#/kernel/figures/figure.ts';
import type { Rational } from '#/kernel/figures/rounding.ts';
import { Problem } from '#/platform/errors.ts';
import type { Period } from '../period.ts';
import type { Rounding } from '../report.ts';

type Args = Record<string, string>;

/** A figure that a section speaks of. Null in a section's list: not asked at this level of the tree. */
export interface Ask {
  figure: string;
  args: Args;
  /** Another time than the report's; `before` goes with it, and is taken for known. */
  during?: { period: Period; before: Period | null };
  /** Not compared with the year before: its number would not be printed, and costs a scan. */
  alone?: boolean;
  /** Also who was considered and not counted, by reason. */
  reasons?: boolean;
}

/** How many were not counted for one reason. */
export interface Reason {
  why: string;
  count: number;
}

export function ask(figure: string, args: Args = {}, more: Omit<Ask, 'figure' | 'args'> = {}): Ask {
  return { figure, args, ...more };
}

/** What the report knows of one figure. */
export interface Value {
  /** What `--row` takes: `admissions`, `units-classified:kind=cell,level=good`, with `@from..to` for another period. */
  key: string;
  figure: string;
  args: Args;
  label: string;
  type: Figure['type'];
  measure: string;
  time: 'stock' | 'flow';
  period: Period;
  /** Set where it is another than the report's. */
  isElsewhen: boolean;
  /** Null: not known, a ratio without denominator, or a range. */
  value: number | null;
  /** The value before it was cut: verdicts are not passed on rounded numbers. */
  exact: Rational | null;
  previous: number | null;
  declared: number;
  /** Its counts never have names (people on a course): that needs no telling. */
  isUnnamed: boolean;
  min: number | null;
  max: number | null;
  target: AppliedTarget | null;
  rounding: Rounding;
  reasons: Reason[];
  share: number | null;
  /** How the share was cut, where it stands in a complete row. */
  rowRounding: Rounding | null;
  attainment: number | null;
}

/** A target in force. */
export interface AppliedTarget {
  key: string;
  value: number;
  measure: 'count' | 'percent';
  atLeast: boolean;
  /** The days it is for. */
  period: Period;
}

/** A figure's name in the report. */
export function keyOf(figure: string, args: Args, elsewhen: Period | null): string {
  const names = Object.keys(args).toSorted();
  const narrowed = names.length > 0 ? `:${names.map((name) => `${name}=${args[name]}`).join(',')}` : '';
  return `${figure}${narrowed}${elsewhen === null ? '' : `@${elsewhen.from}..${elsewhen.to}`}`;
}

/** The asked figure, its arguments checked; null where the catalogue has none of that name or it takes other arguments. */
export function figureOf(catalogue: Catalogue, { figure, args }: Pick<Ask, 'figure' | 'args'>): Figure | null {
  try {
    return catalogue.ask(figure, args).figure;
  } catch (error) {
    if (error instanceof Problem && ['figure.unknown', 'figure.args'].includes(error.code)) return null;
    throw error;
  }
}

/** The value of what was not asked, or is not in the catalogue: nothing is said of it. */
export function unknownValue(period: Period): Value {
  return {
    key: '',
    figure: '',
    args: {},
    label: '',
    type: 'count',
    measure: '',
    time: 'flow',
    period,
    isElsewhen: false,
    value: null,
    exact: null,
    previous: null,
    declared: 0,
    isUnnamed: false,
    min: null,
    max: null,
    target: null,
    rounding: { method: 'half-up', decimals: 1 },
    reasons: [],
    share: null,
    rowRounding: null,
    attainment: null,
  };
}
