import { entryOf } from '#/domain/catalogues/api.ts';
import { nationalColumn } from '#/exchange/national/columns.ts';
import { type Column, fieldOf } from './columns.ts';
import { forms, type TableKind } from './layout.ts';
import { detailColumn, schemeColumns } from './member-columns.ts';
import { listBehind } from './planned/spellings.ts';

const byKey = new Map<TableKind, Map<string, Column>>();

/** The template's column that a target of a plan names; null for targets that are none (`name.family` …) or unknown. */
export function columnOfTarget(kind: TableKind, key: string): Column | null {
  let known = byKey.get(kind);
  if (known === undefined) {
    known = new Map(forms[kind].columns.map((column) => [column.path.join('.'), column]));
    byKey.set(kind, known);
  }
  const column = known.get(key) ?? (kind === 'members' ? nationalColumn(key) : null);
  if (column !== null || kind === 'units') return column ?? null;
  const detail = /^person\.details\.([a-z][A-Za-z0-9]*)$/.exec(key)?.[1];
  if (detail !== undefined) return detailColumn(detail);
  const [, scheme, part] = /^cards\.([a-z0-9-]+)\.(number|issuedOn|issuedAt)$/.exec(key) ?? [];
  if (scheme === undefined) return null;
  return schemeColumns(scheme).find(({ path }) => path[2] === part) ?? null;
}

const extras =
  /^(ordinal|name\.(family|given)|cell\.(name|superior)|address\.(residence|hometown|birthRegistration)\.(whole|district)|identity\.any|days\.admittedOfficial|cards\.any\.(number|issuedOn|issuedAt))$/;

/** Whether a plan may name this target for a column. */
export function isTarget(kind: TableKind, key: string): boolean {
  if (key === 'ordinal' || columnOfTarget(kind, key) !== null) return true;
  if (kind === 'units') return false;
  const mark = /^mark\.(status|person\.[^.]+)\.(.+)$/.exec(key);
  return mark === null ? extras.test(key) : isChoice(mark[1] ?? '', mark[2] ?? '');
}

function isChoice(target: string, code: string): boolean {
  const list = listBehind(target);
  return list !== null && entryOf(list, code) !== null;
}

/** The field of the act that a target fills: what faults found later speak of. */
export function fieldOfTarget(kind: TableKind, key: string): string {
  const mark = /^mark\.(status|person\.[^.]+)\./.exec(key)?.[1];
  if (mark !== undefined) return mark;
  if (key.startsWith('name.')) return 'person.name';
  if (key === 'cell.name') return 'cell';
  if (key === 'days.admittedOfficial') return 'person.admittedOn';
  if (key === 'identity.any') return 'person.citizenId';
  if (key.startsWith('cards.')) return 'person.cards';
  const address = /^address\.(\w+)\./.exec(key)?.[1];
  if (address !== undefined) return `person.${address}`;
  const column = columnOfTarget(kind, key);
  return column === null ? key : fieldOf(column);
}

const sensitiveExtras = /^(address|identity)\./;

/** Whether what is read there stands in the journal by reference only. */
export function isSensitiveTarget(kind: TableKind, key: string): boolean {
  return sensitiveExtras.test(key) || columnOfTarget(kind, key)?.isSensitive === true;
}
