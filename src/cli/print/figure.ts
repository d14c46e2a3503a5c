import type { FigureAnswer, ListEntry, NotCounted } from '#/kernel/figures/figure.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Terminal } from '../terminal.ts';
import { type Column, columns } from './columns.ts';
import { day, instant, number } from './numbers.ts';

/** A figure as people read it: what, where and when; the number; what was asked beside it. */
export function figureText(terminal: Terminal, answer: FigureAnswer, title: Bilingual): string {
  const { language, words } = terminal;
  const args = Object.entries(answer.args ?? {}).map(([key, value]) => `${key}=${value}`);
  const name = [answer.figure, ...args].join(' ');
  const when =
    answer.from === undefined
      ? words.figure.onDay(day(language, answer.on))
      : words.figure.period(day(language, answer.from), day(language, answer.to));
  const knownAt = words.figure.knownAt(instant(language, answer.knownAt));
  const parts = [
    `${title[language]} (${name})`,
    `${answer.unit.name} (${answer.unit.code}), ${when}, ${knownAt}`,
    '',
    ...valueLines(terminal, answer).map((line) => `  ${line}`),
    ...section(words.figure.byUnit, byUnit(terminal, answer)),
    ...lists(terminal, answer),
    ...section(words.figure.notCounted, answer.notCounted && entries(terminal, answer.notCounted)),
  ];
  return parts.join('\n');
}

function valueLines({ language, words }: Terminal, answer: FigureAnswer): string[] {
  const { value, measure, decimals, rounding, named, declared, numerator, denominator, min, max, atLeast } = answer;
  const shown = (one: number | null | undefined) => number(language, one, decimals);
  const unit = words.measures[measure] ?? measure;
  const lines: string[] = [];
  if (min !== undefined && max !== undefined) lines.push(`${words.figure.range(shown(min), shown(max))} ${unit}`);
  else
    lines.push(
      value === null ? words.figure.none : `${shown(value)} ${unit}${atLeast ? ` ${words.figure.atLeast}` : ''}`,
    );
  if (numerator !== undefined || denominator !== undefined)
    lines.push(words.figure.ratio(number(language, numerator), number(language, denominator)));
  if (declared > 0) lines.push(words.figure.declared(number(language, named), number(language, declared)));
  if (rounding !== undefined) lines.push(words.figure.rounding(rounding, decimals));
  return lines;
}

function byUnit({ language, words }: Terminal, { byUnit: shares, decimals }: FigureAnswer): string | undefined {
  if (shares === undefined) return undefined;
  const titles: Column[] = [
    { title: words.tenants.columns.code },
    { title: words.figure.columns.unit },
    { title: words.figure.columns.value, align: 'right' },
  ];
  return columns(
    titles,
    shares.map(({ code, name, value }) => [code, name, number(language, value, decimals)]),
  );
}

function lists(terminal: Terminal, { list }: FigureAnswer): string[] {
  const { words } = terminal;
  if (list === undefined) return [];
  if (Array.isArray(list)) return section(`${words.figure.list} (${list.length})`, entries(terminal, list));
  return [
    ...section(`${words.figure.numerator} (${list.numerator.length})`, entries(terminal, list.numerator)),
    ...section(`${words.figure.denominator} (${list.denominator.length})`, entries(terminal, list.denominator)),
  ];
}

/** The rows of a list; a column that no row fills is left out. */
export function entries({ language, words }: Terminal, list: readonly (ListEntry & Partial<NotCounted>)[]): string {
  const titles = words.figure.columns;
  const all: { column: Column; cells: string[] }[] = [
    { column: { title: titles.no, align: 'right' }, cells: list.map((_entry, i) => String(i + 1)) },
    { column: { title: titles.name }, cells: list.map(({ label }) => label ?? words.figure.hidden) },
    {
      column: { title: titles.unit },
      cells: list.map(({ unit }) => (unit === null ? '' : `${unit.code} ${unit.name}`)),
    },
    { column: { title: titles.day }, cells: list.map(({ on }) => day(language, on)) },
    {
      column: { title: titles.count, align: 'right' },
      cells: list.map(({ declared }) => (declared === undefined ? '' : number(language, declared))),
    },
    {
      column: { title: titles.value, align: 'right' },
      cells: list.map(({ value }) => (value === undefined ? '' : String(value))),
    },
    { column: { title: titles.why }, cells: list.map(({ why }) => why ?? '') },
    { column: { title: titles.act }, cells: list.map(({ act }) => act ?? '') },
  ];
  const used = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return columns(
    used.map(({ column }) => column),
    list.map((_entry, i) => used.map(({ cells }) => cells[i] ?? '')),
  );
}

/** A title with what stands under it; nothing where it was not asked for. */
export function section(title: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  return ['', title, text === '' ? '  –' : text];
}
