import { codeOf, entryOf } from '#/domain/catalogues/api.ts';
import { born, name, openText } from '#/exchange/national/fields.ts';
import { lines, type Part } from '#/exchange/national/parts.ts';
import { isDay } from '#/platform/day.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { charsetOf, decode, weigh } from '#/platform/text/charset.ts';
import { properCase } from '#/platform/text/vietnamese.ts';
import { beginsFormula, CellFault, flag, partly, wholeDay } from '../cell-types.ts';
import type { Column } from '../columns.ts';
import { shown } from '../recognise/sample.ts';
import { readChoice } from './choices.ts';
import { readDay, showDay } from './dates.ts';
import { digitTargets, readDigits } from './digits.ts';
import { type Finding, finding } from './finding.ts';
import { isDitto, isPlaceholder } from './placeholders.ts';
import { readMarkCell } from './read-mark.ts';
import { asWritten, type CellContext, fault, nothing, type ReadValue } from './read-value.ts';
import { listBehind, plainWords, readHead } from './spellings.ts';
import { readTwoDays } from './two-days.ts';

const errorText = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;

/** What a cell says of a person: the fields of a draft, and what a clerk would ask about. */
export function readCell(cell: Exclude<Cell, null>, context: CellContext): ReadValue {
  const { target, column, above } = context;
  const strict = context.isTemplate && column !== null ? readStrictly(cell, column, target) : null;
  if (strict !== null) return strict;
  if (typeof cell !== 'string') return readPlain(cell, context);
  if (cell.startsWith('#') && errorText.test(cell)) return fault(finding('cell.error', { words: { value: cell } }));
  if (isDitto(cell)) return fault(finding('cell.ditto', above === null ? {} : { repair: shown(above) }));
  if (target.startsWith('mark.')) return readMarkCell(cell, context);
  const takesNo = column?.type === flag || target === 'exempt.permanent' || target === 'person.religion';
  if (target === 'person.religion' && /^[-–—]$/.test(cell))
    return { puts: [[['person', 'religion'], 'none']], found: [] };
  if (isPlaceholder(cell, takesNo)) return nothing;
  if (target === 'person.officialOn' && /^(du bi|db|dvdb|dang vien du bi|chua chinh thuc)$/.test(plainWords(cell)))
    return { puts: [[['status'], 'probationary']], found: [] };
  return readPlain(cell, context);
}

function readPlain(cell: Exclude<Cell, null>, context: CellContext): ReadValue {
  const { target, column } = context;
  if (target.startsWith('mark.')) return readMarkCell(cell, context);
  if (Object.hasOwn(digitTargets, target)) return readNumber(target, cell);
  const address = /^address\.(\w+)\.(whole|district)$/.exec(target);
  if (address !== null) return { puts: [[['address', address[1] ?? '', address[2] ?? ''], shown(cell)]], found: [] };
  if (target === 'days.admittedOfficial') return readTwoDays(cell, context);
  if (target === 'cell.superior') return { puts: [[['cellSuperior'], shown(cell)]], found: [] };
  if (target === 'cell.name') return { puts: [[['cellName'], shown(cell)]], found: [] };
  if (target === 'person.name' && shown(cell).includes('\n')) return readNames(shown(cell), target);
  if (column === null || target === 'person.name') return readText(target.split('.'), cell, target);
  if (column.type === partly || column.type === wholeDay) return readDayCell(cell, column, context);
  if (column.type === flag) return readFlag(cell, column);
  if (listBehind(target) !== null) {
    const { code, found } = readChoice(target, shown(cell));
    if (code !== null) return { puts: [[column.path, code], ...wordsOf(column, target, shown(cell))], found };
    const rest = target === 'person.occupation' ? readRetired(shown(cell)) : null;
    if (rest !== null) return { puts: [retired, ...(rest === '' ? [] : [asWritten(column, shown(cell))])], found: [] };
    const head = readHead(target, shown(cell));
    if (head !== null) return { puts: [[column.path, head], asWritten(column, shown(cell))], found: [] };
    return { puts: target.startsWith('person.') ? [asWritten(column, shown(cell))] : [], found };
  }
  return target.startsWith('person.details.') || target === 'cell' || target.startsWith('cards.')
    ? readText(column.path, cell, target)
    : readTyped(cell, column, target);
}

/** As the template is read; null where that finds a fault, or a list does not have the value. */
function readStrictly(cell: Exclude<Cell, null>, column: Column, target: string): ReadValue | null {
  if (typeof cell === 'string' && errorText.test(cell)) return null;
  try {
    const value = column.type.read(cell);
    if (value === undefined) return nothing;
    const list = listBehind(target);
    return list !== null && entryOf(list, String(value)) === null ? null : { puts: [[column.path, value]], found: [] };
  } catch (error) {
    if (error instanceof CellFault) return null;
    throw error;
  }
}

/** By the template's own reading. */
function readTyped(cell: Exclude<Cell, null>, column: Column, target: string): ReadValue {
  try {
    // A number under a heading of text is text: a list of somebody else's is not formatted as ours.
    const value = column.type.read(target === 'exempt.permanent' ? cell : shown(cell));
    if (value === undefined) return nothing;
    return { puts: column.holdsParts ? putsOf(value as Part[]) : [[column.path, value]], found: [] };
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    if (error.code === 'cell.exemption')
      return fault(finding('cell.exemption', isCross(cell) ? { repair: 'Hẳn' } : {}));
    const reason = { vi: column.type.form, en: column.isSensitive ? column.type.form : error.message };
    return fault(finding('cell.text', { words: { reason } }));
  }
}

/** What lists put there that know no exemption but the one for good. */
const isCross = (cell: Cell) => /^(x|co|1|mien|✓|✔|true)$/.test(plainWords(shown(cell)));

const putsOf = (parts: readonly Part[]): ReadValue['puts'] => parts.map(({ path, value }) => [path, value]);

const nameLines = lines([name, openText(['person', 'birthName']), born]);

/** The name at birth, or the day of birth, on further lines of the cell. */
function readNames(text: string, target: string): ReadValue {
  try {
    const parts = nameLines.read(text);
    const found = parts.flatMap(({ path, value }) => (path[1] === 'name' ? aboutName(String(value), target) : []));
    return { puts: putsOf(parts), found };
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    return fault(finding('cell.text', { words: { reason: error.message } }));
  }
}

function readNumber(target: string, cell: Exclude<Cell, null>): ReadValue {
  const { value, found } = readDigits(target, cell);
  if (value !== null) return { puts: [[pathOfNumber(target, value), value]], found };
  const nine = /^\d{9}$/.exec(shown(cell).replaceAll(/[\s.-]/g, ''))?.[0];
  if (target !== 'person.citizenId' || nine === undefined) return { puts: [], found };
  return { puts: [[['person', 'oldIdentityNumber'], nine]], found: [finding('cell.old-identity', { isAdvice: true })] };
}

function pathOfNumber(target: string, value: string): string[] {
  if (target !== 'identity.any') return target.split('.');
  return ['person', value.length === 9 ? 'oldIdentityNumber' : 'citizenId'];
}

function readDayCell(cell: Exclude<Cell, null>, column: Column, { target, opening }: CellContext): ReadValue {
  if (typeof cell === 'boolean') return fault(finding('cell.day'));
  const read = readDay(cell, { isBirth: target === 'person.born', opening });
  if (read === null) return fault(finding('cell.day'));
  if (read.doubt !== undefined) return fault(finding(read.doubt, { repair: showDay(read.day) }));
  if (column.type === wholeDay && !isDay(read.day)) return fault(finding('cell.whole-day'));
  return { puts: [[column.path, read.day]], found: [] };
}

function readFlag(cell: Exclude<Cell, null>, column: Column): ReadValue {
  const said = readYes(cell, column);
  if (said !== null) return { puts: [[column.path, said]], found: [] };
  return { puts: [asWritten(column, shown(cell))], found: [finding('cell.flag', { isAdvice: true })] };
}

function readYes(cell: Exclude<Cell, null>, { path }: Column): boolean | null {
  if (typeof cell === 'boolean') return cell;
  const words = plainWords(shown(cell));
  if (path.at(-1) === 'retired' && readRetired(shown(cell)) === '') return true;
  if (/^(x|co|v|dung|yes|true|1|da)$/.test(words) || /^[✓✔☑√+]$/u.test(shown(cell))) return true;
  return /^(khong|ko|k|0|sai|no|false|chua|khong co)$/.test(words) ? false : null;
}

/** What somebody's own word for an occupation says beyond the row of the forms that it belongs to is kept beside it. */
function wordsOf(column: Column, target: string, text: string): ReadValue['puts'] {
  const list = listBehind(target);
  return target !== 'person.occupation' || list === null || codeOf(list, text) !== null
    ? []
    : [asWritten(column, text)];
}

const retired: ReadValue['puts'][number] = [['person', 'retired'], true];

/** "Hưu trí" in the column of occupations says that somebody works no more; what else it says is given back, null if it does not. */
function readRetired(text: string): string | null {
  if (/^(da )?(nghi )?huu( tri)?$/.test(plainWords(text))) return '';
  // With its accents only: "hữu" is another word.
  const said = /(?<![\p{L}])(?:đã\s+)?(?:nghỉ\s+)?hưu(?:\s+trí)?(?![\p{L}])|^(?:đã )?nghỉ công tác$/iu;
  if (!said.test(text)) return null;
  return plainWords(
    text.replace(said, ' ').replace(/(?<![\p{L}])(?:cán bộ|cb|công chức|viên chức)(?![\p{L}])/giu, ' '),
  );
}

function readText(path: readonly string[], cell: Exclude<Cell, null>, target: string): ReadValue {
  const text = shown(cell);
  const found: Finding[] = [];
  const charset = charsetOf(weigh([text]));
  if (charset !== 'unicode') found.push(finding('cell.charset', { repair: decode(text, charset), isAdvice: true }));
  else if (target === 'person.name' || target.startsWith('name.')) found.push(...aboutName(text, target));
  return { puts: [[path, text]], found };
}

function aboutName(name: string, target: string): Finding[] {
  if (beginsFormula(name)) return [finding('cell.formula')];
  const plain = name.replace(/^(?:\d{1,3}[.)]\s*)?(?:(?:đ\/c|đ\.c\.?|đồng chí|ông|bà)[\s.:]+)?/iu, '');
  if (plain !== name) return [finding('cell.name-title', { repair: plain, isAdvice: true })];
  if (/\d/.test(name)) return [finding('cell.name-odd', { isAdvice: true })];
  const isShouted = name === name.toUpperCase() && name.length > 1;
  const isWhispered = name === name.toLowerCase() || (target === 'person.name' && /(?:^|\s)\p{Ll}/u.test(name));
  return isShouted || isWhispered ? [finding('cell.capitals', { repair: properCase(name), isAdvice: true })] : [];
}
