import type { MemberColumn, MemberSort } from '#/domain/members/list-contract.ts';

type Ordered = Exclude<MemberSort, `-${string}`>;

/** By which order a press on a column's heading sorts, and whether its numbers then fall. */
const orders: Partial<Record<MemberColumn, { sort: Ordered; falls?: true }>> = {
  name: { sort: 'name' },
  born: { sort: 'born' },
  age: { sort: 'born', falls: true },
  admittedOn: { sort: 'admittedOn' },
  partyAge: { sort: 'partyAge', falls: true },
  unit: { sort: 'unit' },
};

/** What a press on the heading asks for; null: the column does not sort. */
export function pressed(column: MemberColumn, now: MemberSort): MemberSort | null {
  const order = orders[column];
  if (order === undefined) return null;
  return now === order.sort ? `-${order.sort}` : order.sort;
}

/** How the column is sorted now, for `aria-sort`. */
export function sortedAs(column: MemberColumn, now: MemberSort): 'ascending' | 'descending' | 'none' {
  const order = orders[column];
  if (order === undefined || now.replace('-', '') !== order.sort) return 'none';
  return now.startsWith('-') === (order.falls === true) ? 'ascending' : 'descending';
}
