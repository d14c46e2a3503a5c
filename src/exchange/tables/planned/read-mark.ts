import type { Cell } from '#/platform/documents/table.ts';
import { shown } from '../recognise/sample.ts';
import { readDay, showDay } from './dates.ts';
import { finding } from './finding.ts';
import { isPlaceholder, readMark } from './placeholders.ts';
import { asWritten, type CellContext, fault, nothing, type ReadValue } from './read-value.ts';

/** Days that stand under a heading of a choice say the day of that choice. */
const dayUnder: Readonly<Record<string, readonly string[]>> = {
  'person.sex.male': ['person', 'born'],
  'person.sex.female': ['person', 'born'],
  'status.official': ['person', 'officialOn'],
  'status.probationary': ['person', 'admittedOn'],
};

/** A cell under one choice of several: a cross says yes; a day under "Nam" is the birth date of a man. */
export function readMarkCell(cell: Exclude<Cell, null>, { target, opening }: CellContext): ReadValue {
  const choice = target.slice('mark.'.length);
  const path = choice.startsWith('status.') ? ['status'] : choice.split('.').slice(0, 2);
  const code = choice.slice(path.join('.').length + 1);
  const says: ReadValue['puts'] = [[path, code]];
  if (cell === true || cell === 1) return { puts: says, found: [] };
  if (cell === false || cell === 0) return nothing;
  const text = shown(cell);
  const mark = readMark(text);
  if (mark !== null) return mark ? { puts: says, found: [] } : nothing;
  if (isPlaceholder(text, false)) return nothing;
  const day = dayUnder[choice];
  if (day === undefined)
    return path[0] === 'person'
      ? { puts: [...says, asWritten({ path }, text)], found: [] }
      : fault(finding('cell.mark'));
  const read = readDay(cell as Exclude<Cell, null | boolean>, { isBirth: day[1] === 'born', opening });
  if (read === null) return fault(finding('cell.day'));
  if (read.doubt !== undefined) return { puts: says, found: [finding(read.doubt, { repair: showDay(read.day) })] };
  return { puts: [...says, [day, read.day]], found: [] };
}
