import type { List } from './list.ts';
import { people } from './people.ts';

export const without = (list: List, ...keys: string[]): List => ({
  ...list,
  columns: list.columns.filter(({ key }) => !keys.includes(key)),
});
/** Two dozen people in a few cells. */
export const all = people(24);
export const ofCell = (name: string) => all.filter(({ cell }) => cell === name);
