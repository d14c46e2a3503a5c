import type { Column } from './columns.ts';
import { forms, type TableKind } from './layout.ts';
import { detailColumn, schemeColumns } from './member-columns.ts';

const byKey = new Map<TableKind, Map<string, Column>>();

/** The template's column that a target of a plan names; null for targets that are none (`name.family` …) or unknown. */
export function columnOfTarget(kind: TableKind, key: string): Column | null {
  let known = byKey.get(kind);
  if (known === undefined) {
    known = new Map(forms[kind].columns.map((column) => [column.path.join('.'), column]));
    byKey.set(kind, known);
  }
  const column = known.get(key);
  if (column !== undefined || kind === 'units') return column ?? null;
  const detail = /^person\.details\.([a-z][A-Za-z0-9]*)$/.exec(key)?.[1];
  if (detail !== undefined) return detailColumn(detail);
  const [, scheme, part] = /^cards\.([a-z0-9-]+)\.(number|issuedOn|issuedAt)$/.exec(key) ?? [];
  if (scheme === undefined) return null;
  return schemeColumns(scheme).find(({ path }) => path[2] === part) ?? null;
}
