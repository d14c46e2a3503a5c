import type { Cell } from '#/platform/documents/table.ts';
import { isCitizenId } from '../recognise/by-content.ts';
import { type Finding, finding } from './finding.ts';

interface Counts {
  counts: readonly number[];
  /** The register refuses anything else. */
  isStrict: boolean;
}

/** Numbers of so many digits, by the target. */
export const digitTargets: Readonly<Record<string, Counts>> = {
  'person.citizenId': { counts: [12], isStrict: true },
  'person.oldIdentityNumber': { counts: [9, 12], isStrict: true },
  'identity.any': { counts: [9, 12], isStrict: true },
  'person.phone': { counts: [10, 11], isStrict: false },
  'cards.card-12.number': { counts: [12], isStrict: false },
  'cards.card-8.number': { counts: [8], isStrict: false },
  'cards.any.number': { counts: [8, 12], isStrict: false },
};

/** What a cell that should hold a number on paper says. */
export function readDigits(target: string, cell: Exclude<Cell, null>): { value: string | null; found: Finding[] } {
  const { counts, isStrict } = digitTargets[target] as Counts;
  const words = { counts: counts.join(' hoặc ') };
  const text = typeof cell === 'number' && Number.isSafeInteger(cell) ? String(cell) : String(cell);
  if (cell instanceof Date || typeof cell === 'boolean')
    return { value: null, found: [finding('cell.digits', { words })] };
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) return { value: null, found: [finding('cell.scientific')] };
  // Blanks, dots and dashes only part the groups: "0912.345.678", "001 234 567 890".
  const joined = /^\d[\d\s.-]*\d$/.test(text) ? text.replaceAll(/[\s.-]/g, '') : text;
  if (/^\d+$/.test(joined) && counts.includes(joined.length)) return { value: joined, found: [] };
  const whole = withZeros(target, joined, counts);
  if (whole !== null) return { value: null, found: [finding('cell.lost-zeros', { repair: whole })] };
  if (isStrict) return { value: null, found: [finding('cell.digits', { words })] };
  return { value: text, found: /^\d+$/.test(joined) ? [finding('cell.digits-odd', { words, isAdvice: true })] : [] };
}

/** The number with the zeros that Excel drops, where its form says that these are all that is missing. */
function withZeros(target: string, digits: string, counts: readonly number[]): string | null {
  // One that begins with 0 has kept its zeros: its missing digits are others.
  if (!/^[1-9]\d*$/.test(digits)) return null;
  if (target === 'person.phone') return /^[35789]\d{8}$/.test(digits) ? `0${digits}` : null;
  if (target === 'person.citizenId' || target === 'identity.any') {
    const whole = digits.padStart(12, '0');
    return digits.length >= 10 && isCitizenId(whole) ? whole : null;
  }
  if (target === 'person.oldIdentityNumber') return digits.length === 8 ? `0${digits}` : null;
  const count = counts.find((most) => digits.length < most && digits.length >= most - 3);
  return count === undefined ? null : digits.padStart(count, '0');
}
