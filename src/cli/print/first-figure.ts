import type { FirstFigure } from '#/demo/demo.ts';

/** A figure to try, as one types it. */
export function figureCommand({ figure, unit, args = {}, ...days }: FirstFigure, data: string | undefined): string {
  const words = [
    'npx sotay figure',
    figure,
    `--unit ${unit}`,
    ...dayPairs(days).map(([name, day]) => `--${name} ${day}`),
  ];
  for (const [name, value] of Object.entries(args)) words.push(`--arg ${quoted(`${name}=${value}`)}`);
  if (data !== undefined) words.push(`--data ${quoted(data)}`);
  return words.join(' ');
}

/** The same over HTTP. `token`: the token itself, or what prints it. */
export function figureRequest(
  address: string,
  { figure, unit, args = {}, ...days }: FirstFigure,
  token: string,
): string {
  const query = new URLSearchParams([['unit', unit], ...dayPairs(days)]);
  for (const [name, value] of Object.entries(args)) query.append('arg', `${name}=${value}`);
  return `curl -H "Authorization: Bearer ${token}" "${address}/api/figures/${figure}?${query}"`;
}

function dayPairs({ on, from, to }: Pick<FirstFigure, 'on' | 'from' | 'to'>): [string, string][] {
  return Object.entries({ on, from, to }).filter((pair): pair is [string, string] => pair[1] !== undefined);
}

/** A word of a shell command, in quotes only where it needs them. */
export function quoted(word: string): string {
  return /^[\w./=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
