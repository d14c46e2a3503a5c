import { type Cell, mostColumns } from '#/platform/documents/table.ts';
import type { Range } from '#/platform/documents/xlsx-merges.ts';
import { type Charset, clean } from '#/platform/text/charset.ts';
import { tidy } from '#/platform/text/tidy.ts';
import { mask } from '../cell-types.ts';
import type { Table } from '../open-tables.ts';
import type { Repair, SheetPlan } from '../plan.ts';
import { isNumberRow } from '../recognise/find-headings.ts';
import { headingWords } from '../recognise/heading-words.ts';
import { type RowKind, rowKind } from '../recognise/row-kind.ts';
import { cellsTold, shown } from '../recognise/sample.ts';

/** A row of a sheet under its plan: in Unicode, repaired, merged cells filled; `passed` says why it is no member or unit. */
export interface WalkedRow {
  row: number;
  values: readonly Cell[];
  passed: RowKind | null;
}

/** Targets that a merged cell says of one row only, as numbers and names are nobody else's. */
const notFilled =
  /^(person\.(name|code|citizenId|oldIdentityNumber|phone|email|dossierNumber)|name\.|cards\.|identity\.|ordinal)/;
/** A row with more facts than this is looked at no further: totals and signatures have fewer cells. */
const manyFacts = 8;

/** The rows of a sheet from its first data row on, one by one. Blank rows are left out. */
export async function* walk(table: Table, plan: SheetPlan, repairs: readonly Repair[]): AsyncGenerator<WalkedRow> {
  const reading = readingOf(plan, repairs, (await table.merges?.()) ?? []);
  const mayPass = plan.use === 'members' && plan.isTemplate !== true;
  let isFoot = false;
  for await (const { row, values } of table.rows()) {
    if (row < plan.dataFrom) continue;
    const cells = reading.cells(row, values);
    if (cells === null) continue;
    const repaired = reading.repaired(row, cells);
    const kindOf = (read: readonly Cell[]) => (mayPass ? reading.kindOf(read, isFoot) : null);
    let passed: RowKind | null = kindOf(cells);
    if (repaired !== cells)
      // What is written over a group row is another name for the group, whatever it looks like.
      passed = passed?.kind === 'group' ? { ...passed, says: shown(repaired[passed.at]) } : kindOf(repaired);
    isFoot = passed?.kind === 'foot' || (isFoot && passed !== null && passed.kind !== 'group');
    yield { row, values: repaired, passed };
  }
}

function readingOf(plan: SheetPlan, repairs: readonly Repair[], merges: readonly Range[]) {
  const charsets: Charset[] = [];
  const mixed = new Set<number>();
  for (const { at, charset, isMixed } of plan.columns) {
    charsets[at] = charset ?? plan.charset;
    if (isMixed === true) mixed.add(at);
  }
  const written = new Map<number, Map<string, string>>();
  for (const { sheet, row, column, value } of repairs)
    if (sheet === plan.sheet && column !== null && value !== null)
      written.set(row, (written.get(row) ?? new Map()).set(column, value));
  const fill = filler(plan, merges);
  const facts = plan.columns.filter(({ target }) => target !== null && target !== 'ordinal').map(({ at }) => at);
  const names = plan.columns.filter(({ target }) => target === 'person.name' || target === 'name.family');
  const nameAt = names.map(({ at }) => at);
  const nameHeads = new Set(names.flatMap(({ heading }) => heading.split(' / ')).map(headingWords));

  const cells = (row: number, values: readonly Cell[]): readonly Cell[] | null => {
    let isBlank = true;
    const read = values.map((cell, at) => {
      if (typeof cell !== 'string') {
        if (cell !== null && cell !== undefined) isBlank = false;
        return cell ?? null;
      }
      const text = plan.isTemplate
        ? cell.normalize('NFC').trim()
        : clean(cell, charsets[at] ?? plan.charset, mixed.has(at));
      if (text === '' || text === mask) return null;
      isBlank = false;
      return text;
    });
    if (isBlank) return null;
    fill(row, read);
    return read;
  };

  const repaired = (row: number, read: readonly Cell[]): readonly Cell[] => {
    const over = written.get(row);
    if (over === undefined) return read;
    const copy = [...read];
    for (const [column, value] of over) {
      const at = columnIndex(column);
      if (!(at >= 0 && at < mostColumns)) continue;
      while (copy.length <= at) copy.push(null);
      copy[at] = tidy(value) || null;
    }
    return copy;
  };

  const kindOf = (read: readonly Cell[], isFoot: boolean): RowKind | null => {
    let filled = 0;
    for (const at of facts) if (read[at] !== null && read[at] !== undefined) filled += 1;
    if (filled > manyFacts) return isHeadingAgain(read) ? { kind: 'heading', at: 0 } : null;
    const told = cellsTold(read);
    if (isHeadingAgain(read) || isNumberRow({ row: 0, values: [...read] })) return { kind: 'heading', at: 0 };
    return rowKind(told, nameAt, isFoot, filled);
  };
  const isHeadingAgain = (read: readonly Cell[]) => {
    const name = read[nameAt[0] ?? -1];
    return typeof name === 'string' && name.length < 40 && nameHeads.has(headingWords(name));
  };
  return { cells, repaired, kindOf };
}

/** Puts into each row what merged cells above say of it. */
function filler(plan: SheetPlan, merges: readonly Range[]): (row: number, values: Cell[]) => void {
  const targets = new Map(plan.columns.map(({ at, target }) => [at, target]));
  const waiting = merges
    .filter(({ left, top, bottom }) => {
      const target = targets.get(left) ?? null;
      return bottom > top && top >= plan.dataFrom && target !== null && !notFilled.test(target);
    })
    .toSorted((a, b) => a.top - b.top);
  let next = 0;
  const open = new Map<number, { bottom: number; value: Cell }>();
  return (row, values) => {
    for (let range = waiting[next]; range !== undefined && range.top <= row; range = waiting[++next])
      open.set(range.left, { bottom: range.bottom, value: values[range.left] ?? null });
    for (const [at, { bottom, value }] of open)
      if (row > bottom) open.delete(at);
      else values[at] ??= value;
  };
}

/** A → 0, AA → 26. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
