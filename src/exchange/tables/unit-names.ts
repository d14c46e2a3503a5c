import { cellKinds } from '#/domain/units/contract.ts';
import type { KnownUnit } from './known-units.ts';
import { plainWords } from './planned/spellings.ts';

const written: Readonly<Record<string, string>> = {
  cb: 'chi bo',
  db: 'dang bo',
  tdp: 'to dan pho',
  kdc: 'khu dan cu',
  kp: 'khu pho',
  ubnd: 'uy ban nhan dan',
};

const isCell = ({ kind }: KnownUnit) => (cellKinds as readonly string[]).includes(kind);

/** A name to compare: without case, accents, signs, "số" before a number and zeros before it; abbreviations written out. */
export function unitWords(name: string): string {
  return plainWords(name)
    .split(' ')
    .map((word) => written[word] ?? word.replace(/^0+(?=\d)/, ''))
    .join(' ')
    .replaceAll(/\bso (?=\d)/g, '');
}

const heads = /^(?:chi bo|dang bo)(?: bo phan| co so| truc thuoc)? (?=\S)/;

/** The units of a register (and those that a file brings in), found by code or by what a list calls them. */
export interface UnitIndex {
  byCode: (code: string) => KnownUnit | undefined;
  /** Cells of this name; within the unit of that code where some are. */
  cellsNamed: (name: string, within?: string) => readonly KnownUnit[];
  /** Units that are no cells. */
  superiorsNamed: (name: string) => readonly KnownUnit[];
}

export function unitIndex(units: readonly KnownUnit[]): UnitIndex {
  const codes = new Map(units.map((unit) => [unit.code, unit]));
  const names = new Map<string, KnownUnit[]>();
  for (const unit of units)
    for (const words of new Set([unitWords(unit.name), unitWords(unit.name).replace(heads, '')])) {
      const same = names.get(words);
      if (same === undefined) names.set(words, [unit]);
      else same.push(unit);
    }
  const named = (name: string, is: (unit: KnownUnit) => boolean) => {
    const words = unitWords(name);
    const exact = (names.get(words) ?? []).filter(is);
    return exact.length > 0 ? exact : (names.get(words.replace(heads, '')) ?? []).filter(is);
  };
  /** "Chi bộ 1, Đảng bộ xã A": the cell of that name under that superior. */
  const withSuperior = (name: string): readonly KnownUnit[] | null => {
    const at = name.indexOf(', ');
    if (at === -1 || named(name, isCell).length > 0) return null;
    const superiors = named(name.slice(at + 2).split(', ', 1)[0] ?? '', (unit) => !isCell(unit));
    const found = named(name.slice(0, at), isCell).filter((unit) =>
      superiors.some(({ code }) => isWithin(unit, code, codes)),
    );
    return found.length > 0 ? found : null;
  };
  return {
    byCode: (code) => codes.get(code),
    cellsNamed: (name, within) => {
      const found = withSuperior(name) ?? named(name, isCell);
      if (found.length < 2 || within === undefined) return found;
      const inside = found.filter((unit) => isWithin(unit, within, codes));
      return inside.length > 0 ? inside : found;
    },
    superiorsNamed: (name) => named(name, (unit) => !isCell(unit)),
  };
}

function isWithin(unit: KnownUnit, code: string, codes: ReadonlyMap<string, KnownUnit>): boolean {
  let at: KnownUnit | undefined = unit;
  // No tree is deeper than this; a register whose codes lead in a circle would keep us for ever.
  for (let depth = 0; at !== undefined && depth < 20; depth++) {
    if (at.code === code) return true;
    at = at.parent === null ? undefined : codes.get(at.parent);
  }
  return false;
}
