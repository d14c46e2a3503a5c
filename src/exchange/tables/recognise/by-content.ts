import { catalogues, codeOf } from '#/domain/catalogues/api.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { plainWords, readSpelling } from '../planned/spellings.ts';
import { looksLikeName } from './row-kind.ts';
import { shown } from './sample.ts';

const least = 3;
const share = 0.8;

const most = (values: readonly Cell[], is: (text: string, cell: Cell) => boolean) =>
  values.length >= least && values.filter((cell) => is(shown(cell), cell)).length >= share * values.length;

/** What stands in a column that no heading tells, where only one thing looks so; null otherwise: dates alone tell nothing. */
export function byContent(values: readonly Cell[]): string | null {
  if (most(values, (text) => isCitizenId(text))) return 'person.citizenId';
  if (most(values, (text) => isPhone(text))) return 'person.phone';
  if (most(values, (text) => text.length < 255 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))) return 'person.email';
  if (most(values, (text) => /^(nam|nu)$/.test(plainWords(text)))) return 'person.sex';
  if (most(values, (text) => readSpelling('status', text) !== null && text.length > 2)) return 'status';
  if (most(values, (text) => codeOf(catalogues.ethnicity, text) !== null && text.length > 1)) return 'person.ethnicity';
  if (most(values, (text) => /^chi bo /.test(plainWords(text)))) return 'cell.name';
  if (isCounting(values)) return 'ordinal';
  if (most(values, (text) => looksLikeName(text)) && most(values, (text) => family.test(plainWords(text))))
    return 'person.name';
  return null;
}

/** Province (001–096), century and sex, two digits of the year (Circular 59/2021/TT-BCA, article 5 as amended). */
export function isCitizenId(text: string): boolean {
  return /^0[0-9]{2}[0-3]\d{8}$/.test(text.replaceAll(' ', ''));
}

export function isPhone(text: string): boolean {
  return /^(0|\+?84)[35789]\d{8}$/.test(text.replaceAll(/[\s.-]/g, ''));
}

const family =
  /^(nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|mai|cao|trinh|luong|dao|doan|ha|luu|lam|ta|tong|quach|kieu|vuong|trieu|to|chu|tang|la|phung|thai|nong|ma|giang|mac|bach|thach|son|danh|lo|vi|cam|quang|giap|than|khuat|nghiem|lai|hua|au|diep|kim) /;

/** 1, 2, 3 …, from the first on, also where it starts again in each group. */
function isCounting(values: readonly Cell[]): boolean {
  const numbers = values.map((cell) => Number(shown(cell).replace(/[.)]$/, '')));
  if (numbers.length < least || numbers.some((number) => !Number.isInteger(number))) return false;
  return numbers.every((number, at) => number === 1 || number === (numbers[at - 1] ?? 0) + 1);
}
