import { cellKinds } from '#/domain/units/contract.ts';
import { withoutAccents } from '#/platform/text/vietnamese.ts';
import type { KnownUnit } from './known-units.ts';
import { plainWords } from './planned/spellings.ts';

const written: Readonly<Record<string, string>> = {
  cb: 'chi bộ',
  db: 'đảng bộ',
  tdp: 'tổ dân phố',
  kdc: 'khu dân cư',
  kp: 'khu phố',
  ubnd: 'ủy ban nhân dân',
};

const isCell = ({ kind }: KnownUnit) => (cellKinds as readonly string[]).includes(kind);

/** A name to compare: without case, accents, signs, "số" before a number and zeros before it; abbreviations written out. */
export function unitWords(name: string): string {
  return plainWords(wordsOf(name));
}

function wordsOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map((word) => written[withoutAccents(word)] ?? word.replace(/^0+(?=\d)/, ''))
    .join(' ')
    .replaceAll(/(?<=^| )(?:số|so) (?=\d)/g, '');
}

const accentedHeads = /^(?:chi bộ|đảng bộ)(?: bộ phận| cơ sở| trực thuộc)? (?=\S)/;
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * What tells "thôn Đồng" from "thôn Đông", wherever the tone stands in a word (hòa, hoà); null of a name without accents,
 * which may mean either.
 */
function accentsOf(name: string): string | null {
  const words = wordsOf(name).replace(accentedHeads, '');
  if (/^[ -~]*$/.test(words)) return null;
  const ordered = words.normalize('NFD').split(' ');
  return ordered.map((word) => word.replaceAll(tone, '') + (word.match(tone) ?? []).join('')).join(' ');
}

/** What one file calls units by: two names are one unit where their keys are the same. */
export function nameKey(name: string): string {
  return `${unitWords(name)}\u001f${accentsOf(name) ?? ''}`;
}

/** Without names that have no accents where another is the same with accents. */
export function withoutBare<N extends { name: string }>(named: readonly N[]): N[] {
  const accented = new Set(named.filter(({ name }) => accentsOf(name) !== null).map(({ name }) => unitWords(name)));
  return named.filter(({ name }) => accentsOf(name) !== null || !accented.has(unitWords(name)));
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
    const exact = sameAccents(name, (names.get(words) ?? []).filter(is));
    return exact.length > 0 ? exact : sameAccents(name, (names.get(words.replace(heads, '')) ?? []).filter(is));
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

/** Those whose accents are the same; else those of which one, or the list, says none. */
function sameAccents(name: string, units: readonly KnownUnit[]): readonly KnownUnit[] {
  const said = accentsOf(name);
  if (said === null || units.length === 0) return units;
  const same = units.filter((unit) => accentsOf(unit.name) === said);
  return same.length > 0 ? same : units.filter((unit) => accentsOf(unit.name) === null);
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
