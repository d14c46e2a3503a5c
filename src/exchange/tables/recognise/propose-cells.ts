import type { UnitKind } from '#/domain/units/contract.ts';
import type { Day } from '#/platform/day.ts';
import { superiorNotTold } from '../follow-superior.ts';
import type { KnownUnit } from '../known-units.ts';
import type { NewUnitPlan, TablePlan } from '../plan.ts';
import { findCell } from '../planned/cells.ts';
import { type UnitIndex, unitWords } from '../unit-names.ts';

/** What a file calls a cell, with its code where it has one. */
export interface NamedCell {
  name: string;
  code?: string;
  /** What the file calls the body that it is in. */
  superior?: string;
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

/** Cells of which the register has none, and the bodies they are in where it lacks those; with codes that collide with none. */
export function proposeNewUnits(
  cells: readonly NamedCell[],
  superior: Superior | undefined,
  there: readonly KnownUnit[],
  index: UnitIndex,
  opening: Day | undefined,
): NewUnitPlan[] {
  const root = superior?.code ?? superiorNotTold;
  const known =
    superior === undefined || 'name' in superior ? superior : there.find(({ code }) => code === superior.code);
  const lacking = cells.filter(({ name, code, superior: body }) => {
    if (code !== undefined) return index.byCode(code) === undefined;
    const found = findCell(index, name, { within: root, superior: body, isComplete: true });
    return 'problem' in found && found.problem.code === 'cell.unit-unknown';
  });
  const free = freeCodes(
    [...there.map(({ code }) => code), ...cells.flatMap(({ code }) => code ?? []), root],
    lacking.length,
  );
  const units: NewUnitPlan[] = [];
  const bodies = new Map<string, Pick<KnownUnit, 'code' | 'kind'>>();
  const bodyOf = (name: string | undefined): { code: string; kind: UnitKind | undefined } => {
    const isRoot = name === undefined || (known !== undefined && unitWords(known.name) === unitWords(name));
    if (isRoot) return { code: root, kind: known?.kind };
    const [only, ...more] = index.superiorsNamed(name);
    if (only !== undefined && more.length === 0) return only;
    let body = bodies.get(unitWords(name));
    if (body === undefined) {
      const unit = { code: free(root), name, kind: bodyKind(known?.kind, opening), parent: root, isCodeProposed: true };
      units.push(unit);
      body = unit;
      bodies.set(unitWords(name), body);
    }
    return body;
  };
  for (const { name, code, superior: body } of lacking) {
    const parent = bodyOf(body);
    const named = code === undefined ? headed(name) : name;
    const own = code === undefined ? { code: free(parent.code), isCodeProposed: true } : { code };
    units.push({ ...own, name: named, kind: cellKind(parent.kind), parent: parent.code });
  }
  return units;
}

/** The next code below a superior's that nobody has: "AM.01". */
function freeCodes(taken: readonly string[], count: number): (parent: string) => string {
  const codes = new Set(taken);
  const width = Math.max(2, String(count).length);
  const numbers = new Map<string, number>();
  return (parent) => {
    for (;;) {
      const number = (numbers.get(parent) ?? 0) + 1;
      numbers.set(parent, number);
      const code = `${parent}.${String(number).padStart(width, '0')}`;
      if (codes.has(code)) continue;
      codes.add(code);
      return code;
    }
  };
}

const above: readonly (UnitKind | undefined)[] = [
  'central',
  'provincial',
  'district',
  'bloc',
  'commune',
  'agency-body',
];

/** A body under a grassroots body is a section, since 26/7/2026 a sub-grassroots body (208-QĐ/TW). */
function bodyKind(kind: UnitKind | undefined, opening: Day | undefined): UnitKind {
  if (above.includes(kind)) return 'grassroots-body';
  return (opening ?? '') >= '2026-07-26' ? 'sub-grassroots-body' : 'section';
}

/** A cell is called one: "Tổ dân phố 1" → "Chi bộ Tổ dân phố 1". */
function headed(name: string): string {
  const words = unitWords(name);
  if (words.startsWith('chi bo')) return /^chi bộ/iu.test(name) ? `C${name.slice(1)}` : name;
  return `Chi bộ ${name}`;
}

/** Cells stand under a grassroots body; directly under anything higher they are grassroots organisations themselves. */
function cellKind(kind: UnitKind | undefined): UnitKind {
  return above.includes(kind) ? 'grassroots-cell' : 'cell';
}
