import type { UnitKind } from '#/domain/units/contract.ts';
import type { Day } from '#/platform/day.ts';
import type { KnownUnit } from '../known-units.ts';
import type { NewUnitPlan, TablePlan } from '../plan.ts';
import { findCell } from '../planned/cells.ts';
import { type UnitIndex, unitWords } from '../unit-names.ts';

/** What a file calls a cell, with its code where it has one. */
export interface NamedCell {
  name: string;
  code?: string;
}

type Superior = NonNullable<TablePlan['superior']>;

/** The unit that new cells go into: the one that the titles name, the one that those found are in, the only one there is. */
export function proposeSuperior(
  title: string | undefined,
  there: readonly KnownUnit[],
  index: UnitIndex,
  found: readonly KnownUnit[],
  opening: Day | undefined,
): Superior | undefined {
  if (there.length === 0) {
    if (title === undefined) return undefined;
    return { code: initials(title), name: title, kind: rootKind(title, opening) };
  }
  const named = title === undefined ? [] : index.superiorsNamed(title);
  if (named.length === 1) return { code: (named[0] as KnownUnit).code };
  const parents = new Set(found.map(({ parent }) => parent));
  const [parent] = parents;
  if (parents.size === 1 && parent !== null && parent !== undefined) return { code: parent };
  const above = there.filter(({ kind }) => kind !== 'cell' && kind !== 'grassroots-cell');
  return above.length === 1 ? { code: (above[0] as KnownUnit).code } : undefined;
}

/** "Đảng bộ phường An Mẫu" → "AM". */
function initials(name: string): string {
  const words = unitWords(name)
    .split(' ')
    .filter((word) => !typeWords.has(word));
  const letters = words
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
  return letters === '' ? 'DB' : letters.slice(0, 6);
}

const typeWords = new Set([
  'dang',
  'bo',
  'uy',
  'phuong',
  'xa',
  'thi',
  'tran',
  'tinh',
  'thanh',
  'pho',
  'huyen',
  'quan',
  'co',
  'so',
]);

/** What a body of this name was on that day: communes stood above the grassroots from 1/7/2025 to 25/7/2026. */
function rootKind(name: string, opening: Day | undefined): UnitKind {
  const words = unitWords(name);
  if (/(^| )(tinh|thanh pho) /.test(words)) return 'provincial';
  if (/(^| )(huyen|quan|thi xa) /.test(words)) return 'district';
  const isCommune = /(^| )(phuong|xa|dac khu) /.test(words);
  const on = opening ?? '';
  return isCommune && on >= '2025-07-01' && on < '2026-07-26' ? 'commune' : 'grassroots-body';
}

/** Cells of which the register has none, with codes below their superior's that collide with none. */
export function proposeNewUnits(
  cells: readonly NamedCell[],
  superior: Superior | undefined,
  there: readonly KnownUnit[],
  index: UnitIndex,
): NewUnitPlan[] {
  const parent = superior?.code ?? 'DB';
  const kind = cellKind(superior, there);
  const codes = new Set([...there.map(({ code }) => code), ...cells.flatMap(({ code }) => code ?? []), parent]);
  const lacking = cells.filter(({ name, code }) => {
    if (code !== undefined) return index.byCode(code) === undefined;
    const found = findCell(index, name, { within: superior?.code, isComplete: true });
    return 'problem' in found && found.problem.code === 'cell.unit-unknown';
  });
  const width = Math.max(2, String(lacking.length).length);
  let number = 0;
  return lacking.map(({ name, code }) => {
    if (code !== undefined) return { code, name, kind, parent };
    let free: string;
    do free = `${parent}.${String(++number).padStart(width, '0')}`;
    while (codes.has(free));
    codes.add(free);
    return { code: free, name: headed(name), kind, parent };
  });
}

/** A cell is called one: "Tổ dân phố 1" → "Chi bộ Tổ dân phố 1". */
function headed(name: string): string {
  const words = unitWords(name);
  if (words.startsWith('chi bo')) return /^chi bộ/iu.test(name) ? `C${name.slice(1)}` : name;
  return `Chi bộ ${name}`;
}

/** Cells stand under a grassroots body; directly under anything higher they are grassroots organisations themselves. */
function cellKind(superior: Superior | undefined, there: readonly KnownUnit[]): UnitKind {
  const kind =
    superior === undefined
      ? undefined
      : 'kind' in superior
        ? superior.kind
        : there.find(({ code }) => code === superior.code)?.kind;
  const isAbove =
    kind !== undefined && ['central', 'provincial', 'district', 'bloc', 'commune', 'agency-body'].includes(kind);
  return isAbove ? 'grassroots-cell' : 'cell';
}
