import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import { entriesOf } from '../form-1/open.ts';
import { type FormRow, labelOn, rows } from '../form-1/rows.ts';
import type { Tally } from '../form-1/tally.ts';
import { shownDay } from '../numbers.ts';
import type { Period } from '../period.ts';

/** So many names are printed under the table; of more, only how many. */
const mostNames = 200;

// What the sums B and C consist of; "of which" is none of them.
const parts = rows.filter(({ row, level }) => level === 1 && /^[BC]\d$/.test(row));

/** A unit of the minutes with what moved in it. */
export interface Moved {
  frame: Frame;
  name: string;
  tally: Tally;
}

/** Who came and went in each unit, by name, as the minutes tell it under the table. */
export async function movedNotes(catalogue: Catalogue, period: Period, units: readonly Moved[]): Promise<string[]> {
  const moves = units.flatMap((unit) => parts.map((part) => ({ ...unit, part, count: unit.tally.of(part) })));
  const some = moves.filter(({ count }) => count > 0);
  const total = some.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return ['Trong kỳ không có đảng viên tăng, giảm ở đơn vị nào.'];
  if (total > mostNames) return [`${total} lượt tăng, giảm trong kỳ: mở từng ô để xem tên.`];
  const notes: string[] = [];
  for (const { frame, name, part } of some)
    notes.push(`${name}: ${told(part, period, await entriesOf(frame, catalogue, period, part))}`);
  return notes;
}

function told(part: FormRow, { to }: Period, entries: readonly ListEntry[]): string {
  const names = entries.map(
    ({ label, on }) => `${label ?? 'không được xem tên'}${on === null ? '' : ` (${shownDay(on)})`}`,
  );
  const label = labelOn(part, to).toLocaleLowerCase('vi');
  const side = part.row.startsWith('B') ? 'tăng' : 'giảm';
  return `${side} – ${label.replace(/^(tăng|giảm) /, '')}: ${names.join(', ')}.`;
}
