import { type Column, column } from '#/exchange/tables/columns.ts';
import type { LayoutColumn, NationalLayout } from './layout.ts';
import { wholeHeading } from './layout.ts';
import { nationalLayouts } from './layouts.ts';
import { lines } from './parts.ts';

/** What a reader takes a column of a layout for (see plan.ts). */
export function targetOf(layout: NationalLayout, { no, fields, between, target, isOrdinal }: LayoutColumn): string {
  if (isOrdinal) return 'ordinal';
  const [first] = fields;
  const own = first?.path.join('.') ?? '';
  if (target !== undefined) return target;
  // A name is looked for under its own key; what else stands in its cell is read with it.
  return between === 'lines' && own !== 'person.name' ? `parts.${layout.name}.${no}` : own;
}

let known: Map<string, Column> | undefined;

/** The columns that national lists have beside those of the template. */
export function nationalColumn(key: string): Column | null {
  if (known === undefined) {
    known = new Map();
    for (const layout of nationalLayouts)
      for (const version of layout.versions)
        for (const described of version.columns) {
          const target = targetOf(layout, described);
          if (isOwn.test(target)) known.set(target, columnOf(target, described));
        }
  }
  return known.get(key) ?? null;
}

/** Whether a column of this target tells the field, by itself or among others. */
export function tells(target: string, path: string): boolean {
  if (target === path) return true;
  const [, name, no] = /^parts\.(.+)\.(\d+)$/.exec(target) ?? [];
  const layout = nationalLayouts.find((one) => one.name === name);
  const columns = layout?.versions.flatMap((version) => version.columns) ?? [];
  return columns.some((one) => one.no === Number(no) && one.fields.some((field) => field.path.join('.') === path));
}

const isOwn = /^(activity|helper|movement|parts|service|remarks)(\.|$)/;

function columnOf(target: string, described: LayoutColumn): Column {
  const { fields, between } = described;
  const [first] = fields;
  if (first === undefined) throw new Error(`the column "${described.heading}" has no field`);
  const isSensitive = fields.some((field) => field.isSensitive);
  const heading = wholeHeading(described);
  if (between === 'lines')
    return { ...column(heading, first.path, lines(fields), heading, { isSensitive }), holdsParts: true };
  const path = target.startsWith('helper.') ? target.split('.') : first.path;
  return column(heading, path, first.type, heading, { isSensitive });
}
