import { width } from '#/reports/text-table.ts';

export interface Column {
  title: string;
  align?: 'left' | 'right';
}

/** Rows of text in aligned columns under their titles; nothing where there are no rows. */
export function columns(titles: readonly Column[], rows: readonly (readonly string[])[], indent = '  '): string {
  if (rows.length === 0) return '';
  const shown = [titles.map(({ title }) => title), ...rows];
  const widths = titles.map((_title, i) => Math.max(...shown.map((row) => width(row[i] ?? ''))));
  const lines = shown.map((row) => {
    const cells = titles.map(({ align }, i) => {
      const cell = row[i] ?? '';
      const space = ' '.repeat((widths[i] as number) - width(cell));
      return align === 'right' ? space + cell : cell + space;
    });
    return (indent + cells.join('  ')).trimEnd();
  });
  return lines.join('\n');
}
