import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { FlowRow, StockRow } from '#/kernel/figures/figure.ts';
import { posts } from '../contract.ts';

export type Args = Record<string, string>;

export const post = z.enum(posts).optional();

/** Rows of a query written out in SQL. */
export function stock(query: RawBuilder<unknown>): RawBuilder<StockRow> {
  return sql<StockRow>`(${query})`;
}

export function consideredStock(query: RawBuilder<unknown>): RawBuilder<StockRow & { why: string }> {
  return sql<StockRow & { why: string }>`(${query})`;
}

export function flow(query: RawBuilder<unknown>): RawBuilder<FlowRow> {
  return sql<FlowRow>`(${query})`;
}

export function consideredFlow(query: RawBuilder<unknown>): RawBuilder<FlowRow & { why: string }> {
  return sql<FlowRow & { why: string }>`(${query})`;
}

/** The condition that a column of `p` is what the args ask for; nothing is asked of what they leave out. */
export function asked(args: Args, columns: Readonly<Record<string, string>>): RawBuilder<unknown> {
  const wanted = Object.entries(columns).flatMap(([arg, column]) =>
    args[arg] === undefined ? [] : [sql`${sql.ref(`p.${column}`)} = ${args[arg]}`],
  );
  return wanted.length === 0 ? sql`true` : sql.join(wanted, sql` and `);
}
