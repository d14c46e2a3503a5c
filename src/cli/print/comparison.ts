import type { Comparison } from '#/kernel/figures/compare.ts';
import type { Terminal } from '../terminal.ts';
import { columns } from './columns.ts';
import { entries, section } from './figure.ts';
import { number } from './numbers.ts';

/** The difference of two evaluations, name by name. */
export function comparisonText(terminal: Terminal, { figure, a, b, onlyA, onlyB, moved }: Comparison): string {
  const { language, words } = terminal;
  const { name, unit } = words.figure.columns;
  const difference = b - a;
  const sign = difference > 0 ? '+' : '';
  const head = `${words.figure.compared(number(language, a), number(language, b))} (${sign}${number(language, difference)})`;
  const movedRows = moved.map((pair) => [
    pair.b.label ?? words.figure.hidden,
    `${pair.a.unit?.code ?? ''} ${pair.a.unit?.name ?? ''}`,
    '→',
    `${pair.b.unit?.code ?? ''} ${pair.b.unit?.name ?? ''}`,
  ]);
  return [
    figure,
    `  ${head}`,
    ...section(`${words.figure.onlyA} (${onlyA.length})`, entries(terminal, onlyA)),
    ...section(`${words.figure.onlyB} (${onlyB.length})`, entries(terminal, onlyB)),
    ...section(
      `${words.figure.moved} (${moved.length})`,
      columns([{ title: name }, { title: unit }, { title: '' }, { title: '' }], movedRows),
    ),
  ].join('\n');
}
