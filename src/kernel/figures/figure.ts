import type { Expression } from 'kysely';
import type { z } from 'zod';
import type { Day } from '#/platform/day.ts';
import type { SensitiveClass } from '../access/roles.ts';
import type { Bilingual } from '../journal/kind.ts';
import type { Breakdown } from './breakdown-rows.ts';
import type { RoundingMethod } from './rounding.ts';
import type { FactSource } from './source.ts';

/** What a figure is asked for. Both ends of a period are included. */
export interface Question {
  unitId: string;
  /** A single day (`on`), or a period. For a period `on` is its last day. */
  on: Day;
  from: Day | null;
  to: Day | null;
  args: Record<string, string>;
  /** Null: as known now. */
  knownAt: string | null;
}

/** A question that names its figure. */
export interface FigureQuestion extends Question {
  figure: string;
}

interface Row {
  /** What makes a row distinct: a person's id, an occurrence's id. */
  id: string;
  /** The person or unit that the row is about (its name is the row's label). */
  subjectId: string;
  /** Where it counts; a row without a unit, or whose unit does not exist on the day, counts nowhere. */
  unitId: string | null;
  actId: string;
}

/** One row that a stock counts: true for every day of `valid`. */
export interface StockRow extends Row {
  valid: string;
}

/** One row that a flow counts: it happened on `day`. */
export interface FlowRow extends Row {
  day: string;
}

/** So many that nobody names. */
export interface Amount {
  unitId: string;
  actId: string;
  day: string;
  amount: number;
}

/** The days that a figure is asked for, the first and the last included; of a stock one day. And where, if that is little. */
export interface AskedDays {
  from: Day;
  to: Day;
  /** The units under the asked one, as PostgreSQL's own text of an array, where they are few: a rule may begin there. */
  units: string | null;
}

interface Described {
  /** kebab-case noun; the command line's NAME. */
  name: string;
  title: Bilingual;
  /** What is counted, on which day, at which place: shown beside the figure. */
  definition: Bilingual;
  measure: 'persons' | 'units' | 'occurrences' | 'percent' | 'years';
  /** Number and date of the instrument that defines it, where there is one. */
  instrument?: string;
  args?: z.ZodObject;
}

/** `groups` are values of the argument that stand for several others. */
export interface Partition {
  arg: string;
  groups?: Readonly<Record<string, readonly string[]>>;
  /** Its values are 'own' and 'subordinate' (see `whose`): what a unit below declared as its own lies below the asked one. */
  whose?: true;
}

/** A number that is the length of its list. `id` is what makes a row distinct. */
export interface CountFigure extends Described {
  type: 'count';
  of: 'person' | 'unit' | 'act';
  counts: 'distinct' | 'occurrences';
  place: 'subject' | 'actor';
  /** stock: as on a day, rows carry `valid`; flow: over a period, rows carry `day`. The kernel applies day, place in the tree, and known-at. */
  time: 'stock' | 'flow';
  /**
   * A flow whose rows last, such as the roster of a term: they carry `valid` in place of `day`, and an id counts once in
   * every period that it touches, where it stood on the last day it shares with it. Only with `counts: 'distinct'`.
   */
  lasting?: boolean;
  /**
   * The rule, written once; it knows neither the asked unit nor the asked day (only args). `asked` may spare it work: rows
   * that count on none of those days, or lie in none of those units, may be left out, and nothing else may follow from it.
   */
  rows: (
    facts: FactSource,
    args: Record<string, string>,
    asked?: AskedDays,
  ) => Expression<StockRow> | Expression<FlowRow>;
  /** The wider set that was considered, each row with `why` it may not count: {vi,en} code of the part's messages or plain Vietnamese text. Rows whose id is counted are left out by the kernel. */
  considered?: (facts: FactSource, args: Record<string, string>) => Expression<(StockRow | FlowRow) & { why: string }>;
  /**
   * Flows only: what the facts tell as a number without names (so many took part, so many entries came in), each on its
   * day at its unit. Counted beside the rows as a declared count is, and like it opened into one line an act.
   */
  amounts?: (facts: FactSource, args: Record<string, string>) => Expression<Amount>;
  /** Arguments each row has just one value of, so that counts declared value by value add up to one asked without them. */
  partition?: readonly Partition[];
  /**
   * Flows whose rows lead from one unit to another: they carry `outer_unit_id`, the other end, and those that lie under the
   * asked unit with both ends are left out. Numbers of subordinates do not add up, so of declared counts only its own is taken.
   */
  crossing?: boolean;
  /** Whose rows the args ask for: those of the asked unit itself, those of units under it; otherwise both. */
  whose?: (args: Record<string, string>) => 'own' | 'subordinate' | 'both';
  /**
   * Rows, and those considered, also carry `label`, a name that they hold themselves (a department that was commended;
   * null: the subject's name serves), and `scope`, their paths: a name is shown only to those who may see the row.
   */
  labelled?: boolean;
  /**
   * Rows considered also carry `note`, a reason in somebody's own words (or null), and `scope`, their paths: who may see the
   * row reads it in place of `why`, everybody else `why`, which has to be of a closed list.
   */
  noted?: boolean;
  /** Who stands behind the number is told to none but who sees this class of sensitive values. */
  namesNeed?: SensitiveClass;
  /** How its counts for many arguments come out of one scan. */
  breakdown?: Breakdown;
  /**
   * Keeps daily tallies. Only for a figure without args whose rows never repeat an id (on one day for a stock, ever for a flow),
   * and whose `rows` is a plain query or a union of such: the write path asks it for a few subjects at a time.
   */
  tally?: boolean | TallyByPart;
}

/**
 * Tallies by the value of the figure's one argument, which each row tells in a column `part`: asked without it they are
 * added up over all `values`, asked for a group over those it stands for.
 */
export interface TallyByPart {
  arg: string;
  values: readonly string[];
  groups?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A part of a ratio: a count figure, a target figure (whose value it takes), a ratio of such where an argument names it,
 * or the length of the asked period in years (whole months, and days as parts of a month).
 */
export type RatioPart =
  | 'years'
  | {
      /** The figure's name, or the asked argument that holds it (another, where the first is not given). */
      figure: string | { arg: string; otherwise?: string };
      /** Added to those of the asked arguments that this figure knows. */
      args?: Record<string, string>;
      /** Asked arguments that this part is not narrowed by: a share of one level has all levels below the line. */
      without?: readonly string[];
      /** In place of all that: the args of this part, each of which its figure has to know. */
      only?: (asked: Record<string, string>) => Record<string, string>;
    };

/** numerator ÷ denominator, each with its list; times 100 when the measure is percent. */
export interface RatioFigure extends Described {
  type: 'ratio';
  time: 'stock' | 'flow';
  numerator: RatioPart;
  denominator: RatioPart;
  /** Which side tells what was not counted; the denominator unless said: a coverage tells who was not covered. */
  notCountedOf?: 'numerator' | 'denominator';
  decimals: number;
}

/** Least, greatest or both over subordinate units of some kind; lists those that attain it. */
export interface ExtremumFigure extends Described {
  type: 'extremum';
  time: 'stock' | 'flow';
  pick: 'least' | 'greatest' | 'range';
  /** A row per unit with its exact value, for the whole period or the day. */
  values: (
    facts: FactSource,
    question: Question,
  ) => Expression<{ unitId: string; numerator: number; denominator: number }>;
  decimals: number;
}

/** The mean of what a column of a count's breakdown tells: each person's age. Whose is not told is not among them. */
export interface AverageFigure extends Described {
  type: 'average';
  time: 'stock' | 'flow';
  /** A count figure with a breakdown, and the column of whole numbers. */
  figure: string;
  column: string;
  decimals: number;
}

/** One assignment of a target. */
export interface TargetRow extends StockRow {
  value: number | string;
  measure: string;
  atLeast: boolean;
  assignedOn: Day;
  /** The days the target is for; `valid` are those of them on which it was in force. */
  period: string;
  /** From when it holds no longer by a decision; null: it was not cancelled. */
  cancelledOn: Day | null;
}

/**
 * What is in force on the last day; lists the acts that assigned it. Of several, that of exactly the asked period goes
 * before others, then that of the shortest period, then the latest assigned.
 */
export interface TargetFigure extends Described {
  type: 'target';
  time: 'stock';
  /** Given to the asked unit itself, or the sum of what its direct subordinates were given (counts only). */
  over: 'own' | 'subordinates';
  rows: (facts: FactSource, args: Record<string, string>, asked?: AskedDays) => Expression<TargetRow>;
}

export type Figure = CountFigure | RatioFigure | ExtremumFigure | AverageFigure | TargetFigure;

export function figure<F extends Figure>(declaration: F): F {
  return declaration;
}

/** An entry of a list: one row that stands behind a number. */
export interface ListEntry {
  id: string;
  /** The name on that day; null where the asker may not see it (it counts all the same). */
  label: string | null;
  unit: { code: string; name: string } | null;
  /** A flow: the day it happened. A stock: since when it has been so; null: since ever. */
  on: Day | null;
  /** Null only for a unit of an extremum, which no single act stands behind. */
  act: string | null;
  /** Only on the line of a declared count: how many it stands for. */
  declared?: number;
  /** Only for an extremum, the unit's value, for an average, the person's, and for a target, what was assigned. */
  value?: number;
}

export interface NotCounted extends ListEntry {
  why: string;
}

export interface UnitShare {
  code: string;
  name: string;
  value: number | null;
}

/** The answer, as printed with --json (design §5.2). */
export interface FigureAnswer {
  figure: string;
  args?: Record<string, string>;
  type: Figure['type'];
  unit: { code: string; name: string };
  on?: Day;
  from?: Day;
  to?: Day;
  knownAt: string;
  /** Null for a range (min and max are given), for a ratio without denominator, where no target is in force. */
  value: number | null;
  measure: string;
  decimals: number;
  /** How `value` was cut; only where there was something to cut. */
  rounding?: RoundingMethod;
  named: number;
  declared: number;
  numerator?: number;
  denominator?: number;
  min?: number;
  max?: number;
  atLeast?: boolean;
  list?: ListEntry[] | { numerator: ListEntry[]; denominator: ListEntry[] };
  notCounted?: NotCounted[];
  byUnit?: UnitShare[];
}
