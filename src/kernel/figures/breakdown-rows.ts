import type { Expression, RawBuilder } from 'kysely';
import type { FlowRow, StockRow } from './figure.ts';
import type { FactSource } from './source.ts';

/** What a row carries of one trait; null: it is not told. */
export type Told = string | number | boolean | null;

/**
 * A figure's rows asked without arguments, each with what tells the arguments apart: a form of a hundred counts of one
 * figure is then one scan. It says the same as `rows` asked a hundred times; many.test.ts asks both.
 */
export interface Breakdown {
  /**
   * The rows with the named columns, no two of one id on one day. A stock is asked for one day or several at once: its rows
   * tell in on0, on1 … whether they count on each (those that do on none may be left out), and columns that are `dated` come once for each (age0, age1 …), because
   * they depend on it. A flow has no days: each row has its own.
   */
  rows: (
    facts: FactSource,
    columns: ReadonlySet<string>,
    days: readonly RawBuilder<unknown>[],
    /** Most of the register is asked for: then its tables are read whole, and no index spares anything. */
    isMost?: boolean,
  ) => Expression<StockRow | FlowRow>;
  /** Figures whose breakdowns are of the same rows share one scan of them: its name, and which of the rows are this figure's. */
  shared?: { scan: string; column: string; is: (told: Told) => boolean };
  /** Of a stock, columns that tell other things on another day though the facts are the same. */
  dated?: readonly string[];
  /** By argument: the column that tells it, and whether what it tells is what was asked. */
  args: Readonly<Record<string, { column: string; is: (asked: string, told: Told) => boolean }>>;
  /** Columns that are grouped by together: each further group costs a hash of every row. Their combinations are few. */
  together: readonly (readonly string[])[];
}
