/** A table in plain text: the first column to the left, numbers to the right, two spaces between. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(...[head, ...rows].map((row) => width(row[i] ?? ''), width(cell))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat((widths[i] as number) - width(cell));
        return i === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, w) => sum + w + 2, -2));
  return [line(head), rule, ...rows.map(line), rule].join('\n');
}

/** Places on a terminal; Vietnamese letters take one each once they are composed. */
export function width(text: string): number {
  return [...text.normalize('NFC')].length;
}
