import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { withoutAccents } from '#/platform/text/vietnamese.ts';
import { type Draft, take } from '../columns.ts';
import { columnOfField, type PlannedColumn } from './columns.ts';
import { type Place, Seen } from './duplicates.ts';
import { finding } from './finding.ts';
import { type RowDraft, tell } from './read-draft.ts';

/** Looks for rows of a file that are about somebody of an earlier row. One for each reading. */
export class Duplicates {
  readonly #seen = new Seen();
  readonly #sheets: readonly (string | null)[];

  constructor(sheets: readonly (string | null)[]) {
    this.#sheets = sheets;
  }

  check(read: RowDraft, columns: readonly PlannedColumn[], values: readonly Cell[], sheet: number): void {
    const place = { sheet, row: read.row };
    const whole = this.#seen.find(`r${columns.map(({ at }) => plain(values[at])).join('\u001f')}`, place);
    if (whole !== null) {
      const more = { words: { row: this.#name(whole, place) }, other: this.#other(whole), repair: null };
      tell(read, finding('row.twice', more));
      return;
    }
    for (const { key, field, what, isAdvice } of keysOf(read.draft)) {
      const before = this.#seen.find(key, place);
      if (before === null) continue;
      const column = columnOfField(columns, field);
      const words = { row: this.#name(before, place), what };
      tell(
        read,
        finding('cell.twice', { words, other: this.#other(before), isAdvice }),
        column,
        column && values[column.at],
      );
      if (!isAdvice) return;
    }
  }

  #other({ sheet, row }: Place) {
    return { sheet: this.#sheets[sheet] ?? null, row };
  }

  #name(place: Place, from: Place): string {
    const { sheet, row } = this.#other(place);
    return place.sheet === from.sheet || sheet === null ? String(row) : `${row} (${sheet})`;
  }
}

function plain(cell: Cell | undefined): string {
  return cell instanceof Date ? String(cell.getTime()) : String(cell ?? '');
}

interface Key {
  key: string;
  field: string;
  what: Bilingual;
  /** Two people may have it in common. */
  isAdvice: boolean;
}

function keysOf(draft: Draft): Key[] {
  const keys: Key[] = [];
  const text = (path: string[]) => take(draft, path) as string | undefined;
  const citizenId = text(['person', 'citizenId']);
  if (citizenId !== undefined)
    keys.push({
      key: `c${citizenId}`,
      field: 'person.citizenId',
      what: { vi: 'số định danh cá nhân', en: 'citizen id' },
      isAdvice: false,
    });
  const oldNumber = text(['person', 'oldIdentityNumber']);
  if (oldNumber !== undefined)
    keys.push({
      key: `o${oldNumber}`,
      field: 'person.oldIdentityNumber',
      what: { vi: 'số chứng minh nhân dân', en: 'old identity number' },
      isAdvice: false,
    });
  const code = text(['person', 'code']);
  if (code !== undefined)
    keys.push({
      key: `m${code}`,
      field: 'person.code',
      what: { vi: 'mã đảng viên', en: 'member code' },
      isAdvice: false,
    });
  for (const [scheme, card] of Object.entries((draft.cards ?? {}) as Record<string, { number?: string }>))
    if (card.number !== undefined)
      keys.push({
        key: `k${scheme}\u001f${card.number}`,
        field: 'person.cards',
        what: { vi: 'số thẻ', en: 'card number' },
        isAdvice: false,
      });
  const [name, born] = [text(['person', 'name']), text(['person', 'born'])];
  if (name === undefined || born === undefined) return keys;
  const who = `${withoutAccents(name)}\u001f${born}`;
  // In one cell, and nothing says otherwise: the same person. Elsewhere people of one name are born on one day.
  if (born.length === 10 && citizenId === undefined)
    keys.push({
      key: `p${name.toLowerCase()}\u001f${born}\u001f${draft.cell}`,
      field: 'person.name',
      what: { vi: 'họ tên, ngày sinh và chi bộ', en: 'name, day of birth and cell' },
      isAdvice: false,
    });
  keys.push({
    key: `n${who}`,
    field: 'person.name',
    what: { vi: 'họ tên và ngày sinh', en: 'name and day of birth' },
    isAdvice: true,
  });
  return keys;
}
