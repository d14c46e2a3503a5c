import { addDays, addMonths, type Day, daysBetween } from '#/platform/day.ts';
import { shownDay } from '../numbers.ts';
import { type Period, samePeriodLastYear } from '../period.ts';

/** What the prose calls a period, and what it is compared with. */
export interface PeriodWords {
  /** year: a whole year; part: of one year; long: more than a year. */
  length: 'year' | 'part' | 'long';
  /** tổng kết, sơ kết or kết quả: how the title begins. */
  title: string;
  /** "năm 2020", "6 tháng đầu năm 2020", "nhiệm kỳ 2020 - 2025" */
  name: string;
  /** "trong năm 2020": where a part begins. */
  inFull: string;
  /** "trong năm", "trong 6 tháng": when it was named before. */
  during: string;
  /** "cuối năm", "cuối quý", "cuối kỳ": the last day, when it was named before. */
  end: string;
  /** What flows are compared with; null: a period of several years has no year before. */
  flowsBefore: Period | null;
  /** The day with which stocks are compared. */
  stocksBefore: Day;
  /** "năm 2019", "cùng kỳ năm 2019", "đầu nhiệm kỳ" */
  before: string;
  /** What comes next: the targets of the last part of the report. */
  next: Period & { name: string };
  /** The years whose classification lies in the period: those whose 31 December does. */
  years: number[];
}

const roman = ['I', 'II', 'III', 'IV'];

/** Reads the period: a year, months from its beginning or to its end, a quarter, a month, a term, whole years, or any days. */
export function periodWords({ from, to }: Period): PeriodWords {
  const named = ofOneYear({ from, to }) ?? ofYears({ from, to }) ?? ofDays({ from, to });
  const inFull = named.name.startsWith('từ ') ? named.name : `trong ${named.name}`;
  const end = /\d/.test(named.during) ? 'cuối kỳ' : named.during.replace('trong', 'cuối');
  return { ...named, inFull, end, years: yearsIn({ from, to }) };
}

type Words = Omit<PeriodWords, 'years' | 'inFull' | 'end'>;

const ordinary = ({ from, to }: Period, before: string) => {
  const flowsBefore = samePeriodLastYear({ from, to });
  return { flowsBefore, stocksBefore: flowsBefore.to, before };
};

/** Whole months of one year; null for any other period. */
function ofOneYear({ from, to }: Period): Words | null {
  const [year, first, last] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01') || to.slice(0, 4) !== from.slice(0, 4)) return null;
  const months = last - first + 1;
  if (months === 12)
    return {
      ...ordinary({ from, to }, `năm ${year - 1}`),
      length: 'year',
      title: 'Tổng kết',
      name: `năm ${year}`,
      during: 'trong năm',
      next: { ...yearOf(year + 1), name: `năm ${year + 1}` },
    };
  const part = partOfYear(first, months);
  const nextFirst = last === 12 ? 1 : last + 1;
  const next = last === 12 ? { ...yearOf(year + 1), name: `năm ${year + 1}` } : restOf(year, nextFirst, part.kind);
  return {
    ...ordinary({ from, to }, `cùng kỳ năm ${year - 1}`),
    length: 'part',
    title: months === 6 && first === 1 ? 'Sơ kết' : 'Kết quả',
    name: `${part.name} năm ${year}`,
    during: part.during,
    next,
  };
}

const yearOf = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

type Part = { kind: 'months' | 'quarter' | 'month'; name: string; during: string };

function partOfYear(first: number, months: number): Part {
  if (months === 1) return { kind: 'month', name: `tháng ${first}`, during: 'trong tháng' };
  if (months === 3 && first % 3 === 1)
    return { kind: 'quarter', name: `quý ${roman[(first - 1) / 3]}`, during: 'trong quý' };
  const during = `trong ${months} tháng`;
  if (first === 1) return { kind: 'months', name: `${months} tháng đầu`, during };
  if (first + months === 13) return { kind: 'months', name: `${months} tháng cuối`, during };
  return { kind: 'months', name: `từ tháng ${first} đến tháng ${first + months - 1}`, during };
}

/** What follows within the year: the next quarter or month after one of them, else the months that remain. */
function restOf(year: number, first: number, kind: Part['kind']): Period & { name: string } {
  const months = kind === 'quarter' ? 3 : kind === 'month' ? 1 : 13 - first;
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, months), -1), name: `${partOfYear(first, months).name} năm ${year}` };
}

/** Whole years. Terms begin in a year that 5 divides and end in the fifth after it: 2020 - 2025 is a term, 2010 - 2020 is none. */
function ofYears({ from, to }: Period): Words | null {
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return null;
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const isTerm = first % 5 === 0 && last === first + 5;
  const kind = isTerm ? 'nhiệm kỳ' : 'giai đoạn';
  return {
    length: 'long',
    title: 'Tổng kết',
    name: `${kind} ${first} - ${last}`,
    during: `trong ${kind}`,
    flowsBefore: null,
    stocksBefore: addDays(from, -1),
    before: `đầu ${kind}`,
    next: { ...yearOf(last + 1), name: `năm ${last + 1}` },
  };
}

function ofDays({ from, to }: Period): Words {
  const name = `từ ngày ${shownDay(from)} đến ngày ${shownDay(to)}`;
  const begin = addDays(to, 1);
  const next = { from: begin, to: `${begin.slice(0, 4)}-12-31`, name: 'thời gian tới' };
  const common = { title: 'Kết quả', name, during: 'trong kỳ', next };
  if (daysBetween(from, to) < 366) return { ...ordinary({ from, to }, 'cùng kỳ năm trước'), length: 'part', ...common };
  return { length: 'long', flowsBefore: null, stocksBefore: addDays(from, -1), before: 'đầu kỳ', ...common };
}

function yearsIn({ from, to }: Period): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years.filter((year) => `${year}-12-31` >= from && `${year}-12-31` <= to);
}

/** "các năm 2010 - 2014, 2016" */
export function inYears(years: readonly number[]): string {
  const firsts = years.filter((year) => !years.includes(year - 1));
  const lasts = years.filter((year) => !years.includes(year + 1));
  const spans = firsts.map((first, i) => (first === lasts[i] ? String(first) : `${first} - ${lasts[i]}`));
  return `${years.length > 1 ? 'các năm' : 'năm'} ${spans.join(', ')}`;
}
