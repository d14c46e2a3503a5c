import { type Catalogue, codeOf, entryOf } from '#/domain/catalogues/api.ts';
import { type Day, isDay, isPartialDay, type PartialDay } from '#/platform/day.ts';
import type { Cell } from '#/platform/documents/table.ts';

/** Why a cell cannot be read; the sentence goes on after the place of the cell. */
export class CellFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** How a value of a record stands in a cell: read from people's spelling, shown in ours. */
export interface CellType<V = unknown> {
  /** Never given an empty cell. Throws CellFault. */
  read: (cell: Exclude<Cell, null>) => V;
  show: (value: V) => Cell;
  /** What may be written, for the guide. */
  form: string;
  /** Values to choose from. */
  choices?: readonly string[];
  hasDays?: boolean;
}

/** What stands in an exported cell in place of a sensitive value. Read back, it is an empty cell. */
export const mask = '•••';

const errorText = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;

/** A cell as it came, with nothing that only looks like a value: blanks, the mask, errors of the spreadsheet. */
export function contentOf(cell: Cell | undefined): Cell {
  if (typeof cell !== 'string') return cell ?? null;
  const tidy = cell.normalize('NFC').trim();
  if (tidy === '' || tidy === mask) return null;
  if (errorText.test(tidy)) throw new CellFault('cell.error', `holds the error ${tidy}`);
  return tidy;
}

function plainText(cell: Exclude<Cell, null>): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return String(cell);
  const kind = cell instanceof Date ? 'a date' : typeof cell === 'number' ? `the number ${cell}` : 'a yes or no';
  throw new CellFault('cell.not-text', `holds ${kind}; format the cell as text and write it again`);
}

export const text: CellType<string> = { read: plainText, show: (value) => value, form: 'chữ' };

/** A spreadsheet takes text that begins so for a formula; no person's name does. */
export const beginsFormula = (words: string): boolean => /^\s*['"]*\s*[=+\-@＝＋－＠]/u.test(words);

/** A person's name. */
export const nameText: CellType<string> = {
  ...text,
  read: (cell) => {
    const name = plainText(cell);
    if (!beginsFormula(name)) return name;
    throw new CellFault('cell.formula', 'begins like a formula, as no name does; write the name itself');
  },
};

/** A code that other lines refer to. Copied: a slice would keep all of the sheet that it was cut from in memory. */
export const codeText: CellType<string> = {
  read: (cell) => Buffer.from(plainText(cell)).toString(),
  show: (value) => value,
  form: 'chữ, số; giữ nguyên số 0 ở đầu',
};

/** A number that has so many digits on paper: as a number in a cell it may have lost zeros. */
export function digits(counts: readonly number[], isStrict: boolean): CellType<string> {
  const least = Math.min(...counts);
  const form = `${counts.join(' hoặc ')} chữ số`;
  return {
    read: (cell) => {
      const value = plainText(cell);
      if (typeof cell === 'number' && value.length < least)
        throw new CellFault(
          'cell.lost-zeros',
          `holds the number ${value}, shorter than ${least} digits: zeros were lost; format the cell as text and write it again`,
        );
      if (isStrict && !(/^\d+$/.test(value) && counts.includes(value.length)))
        throw new CellFault('cell.digits', `needs ${counts.join(' or ')} digits`);
      return value;
    },
    show: (value) => value,
    form: isStrict ? form : `chữ, số; thường ${form}`,
  };
}

function partialDay(cell: Exclude<Cell, null>): PartialDay {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) throw new CellFault('cell.day', 'holds a date that does not exist');
    return cell.toISOString().slice(0, 10);
  }
  const written = String(cell);
  const [, date, month, year] = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(written) ?? [];
  const day =
    year === undefined
      ? written
      : [year, month, date]
          .filter((part) => part !== undefined)
          .map((part) => part.padStart(2, '0'))
          .join('-');
  if (typeof cell !== 'boolean' && isPartialDay(day)) return day;
  const hint = typeof cell === 'number' ? '; format the cell as a date, or as text' : '';
  throw new CellFault(
    'cell.day',
    `holds "${written}", which is no day (dd/mm/yyyy), month (mm/yyyy) or year (yyyy)${hint}`,
  );
}

// Before March 1900 Excel has no days that others agree with (it knows a 29 February 1900).
const firstExcelDay = '1900-03-01';

function showDay(day: PartialDay): Cell {
  if (day.length === 10 && day >= firstExcelDay) return new Date(`${day}T00:00:00Z`);
  return day.split('-').toReversed().join('/');
}

export const partly: CellType<PartialDay> = {
  read: partialDay,
  show: showDay,
  form: 'ngày dd/mm/yyyy; chỉ biết tháng: mm/yyyy; chỉ biết năm: yyyy',
  hasDays: true,
};

export const wholeDay: CellType<Day> = {
  read: (cell) => {
    const day = partialDay(cell);
    if (isDay(day)) return day;
    throw new CellFault('cell.whole-day', 'needs the whole day (dd/mm/yyyy)');
  },
  show: showDay,
  form: 'ngày dd/mm/yyyy',
  hasDays: true,
};

const yes = new Set(['có', 'x', 'đúng', 'yes', 'true', '1']);
const no = new Set(['không', 'sai', 'no', 'false', '0']);

export const flag: CellType<boolean> = {
  read: (cell) => {
    const word = String(cell).toLowerCase();
    if (yes.has(word)) return true;
    if (no.has(word)) return false;
    throw new CellFault('cell.flag', `holds "${word}"; write Có or Không`);
  },
  show: (value) => (value ? 'Có' : 'Không'),
  form: 'Có hoặc Không; để trống nếu không biết',
  choices: ['Có', 'Không'],
};

/** One of a list, by its code or its Vietnamese label. What is in no list goes on as it is: the schema knows what is near. */
export function choice(catalogue: Catalogue): CellType<string> {
  return {
    read: (cell) => {
      const word = plainText(cell);
      return codeOf(catalogue, word) ?? word;
    },
    show: (code) => entryOf(catalogue, code)?.vi ?? code,
    form: 'một giá trị trong danh mục (hoặc mã của nó)',
    choices: catalogue.entries.map(({ vi }) => vi),
  };
}

/** One of a list that the schema knows by its codes only, so what may be written is told here. */
export function oneOf(catalogue: Catalogue): CellType<string> {
  const offered = catalogue.entries.map(({ code, vi }) => `${vi} (${code})`).join(', ');
  return {
    ...choice(catalogue),
    read: (cell) => {
      const word = plainText(cell);
      const code = codeOf(catalogue, word);
      if (code !== null) return code;
      throw new CellFault('cell.not-listed', `holds "${word}"; write one of: ${offered}`);
    },
  };
}

/** A list that stands with a part of the domain as { code: { vi, en } }. What is in brackets is no part of a name. */
export function listOf(
  labels: Readonly<Record<string, { vi: string; en: string }>>,
  also: Readonly<Record<string, readonly string[]>> = {},
): Catalogue {
  const entries = Object.entries(labels).map(([code, { vi, en }]) => ({
    code,
    vi,
    en,
    also: [vi.replace(/\s*\(.*\)$/, ''), ...(also[code] ?? [])],
  }));
  return { name: '', vi: '', en: '', source: '', entries };
}
