import type { Cell } from '#/platform/documents/table.ts';
import { shown } from '../recognise/sample.ts';
import { readDay, showDay } from './dates.ts';
import { finding } from './finding.ts';
import { type CellContext, fault, type ReadValue } from './read-value.ts';

const days = /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|\d{1,2}\s*[/.-]\s*(?:19|20)\d{2}|(?:19|20)\d{2}/g;

/** What looks like days in a text: "3/2/1990 - 3/2/1991". */
export function daysIn(text: string): string[] {
  return text.match(days) ?? [];
}

/** The day of admission and behind it, where there is one, the day of becoming official. */
export function readTwoDays(cell: Exclude<Cell, null>, { opening }: CellContext): ReadValue {
  const texts = typeof cell === 'string' ? daysIn(cell) : [shown(cell)];
  const read = texts.map((text) => readDay(text, { isBirth: false, opening }));
  const [admitted, official] = read;
  if (admitted === undefined || read.length > 2 || read.includes(null)) return fault(finding('cell.day'));
  const doubt = admitted?.doubt ?? official?.doubt;
  if (doubt !== undefined)
    return fault(finding(doubt, { repair: read.map((one) => showDay(one?.day ?? '')).join(' - ') }));
  const puts: ReadValue['puts'] = [[['person', 'admittedOn'], admitted?.day]];
  if (official !== undefined) puts.push([['person', 'officialOn'], official?.day]);
  return { puts, found: [] };
}
