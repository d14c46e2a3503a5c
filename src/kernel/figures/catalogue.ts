import { Problem } from '#/platform/errors.ts';
import type { CountFigure, Figure } from './figure.ts';

/** All figures of the register, by name. */
export interface Catalogue {
  all: readonly Figure[];
  /** Throws `figure.unknown`, naming the nearest. */
  get: (name: string) => Figure;
  /** The figure with its arguments checked. Throws `figure.unknown`, `figure.args`. */
  ask: (name: string, args: Record<string, string>) => { figure: Figure; args: Record<string, string> };
}

/** Puts the parts' figures together; two of one name, or a tally that cannot be kept, stop the start. */
export function catalogue(figures: readonly Figure[]): Catalogue {
  const byName = new Map<string, Figure>();
  for (const figure of figures) {
    if (byName.has(figure.name)) throw new Error(`two figures are called ${figure.name}`);
    if (figure.type === 'count' && figure.tally && !isTalliedWhole(figure))
      throw new Error(`${figure.name} takes arguments, so it cannot keep tallies`);
    if (figure.type === 'count' && figure.amounts && figure.time === 'stock')
      throw new Error(`${figure.name} is a stock: amounts have a day, not a span`);
    byName.set(figure.name, figure);
  }
  const get = (name: string): Figure => {
    const figure = byName.get(name);
    if (figure === undefined) throw unknownFigure(name, figures);
    return figure;
  };
  return {
    all: figures,
    get,
    ask: (name, args) => {
      const figure = get(name);
      return { figure, args: parseArgs(figure, args) };
    },
  };
}

/** Names the nearest; also by what it is called in Vietnamese, for that is what stands on paper. */
/** Whether each question that can be asked is answered by its tallies: without arguments, or by the one that parts them. */
function isTalliedWhole({ args, tally }: CountFigure): boolean {
  const names = Object.keys(args?.shape ?? {});
  return typeof tally === 'object' ? names.length === 1 && names[0] === tally.arg : names.length === 0;
}

function unknownFigure(name: string, figures: readonly Figure[]): Problem {
  const isCalled = (title: string) => title.toLocaleLowerCase('vi').includes(name.trim().toLocaleLowerCase('vi'));
  const near = figures
    .map(({ name: other, title }) => ({
      other,
      distance: other.includes(name) || isCalled(title.vi) ? 0 : editDistance(name, other),
    }))
    .filter(({ other, distance }) => distance <= Math.max(2, Math.ceil(other.length / 3)))
    .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
    .slice(0, 3)
    .map(({ other }) => other);
  const hint = near.length > 0 ? ` Nearest: ${near.join(', ')}.` : '';
  return new Problem('figure.unknown', `There is no figure "${name}".${hint}`, {
    status: 404,
    fields: [{ code: 'figure.unknown', field: 'figure', message: near.join(', ') }],
  });
}

function parseArgs(figure: Figure, args: Record<string, string>): Record<string, string> {
  const names = Object.keys(figure.args?.shape ?? {});
  // An object schema drops keys it does not know; here such a key is a mistake, unless the schema says otherwise.
  const more = figure.args?.def.catchall;
  const takesMore = more !== undefined && more._zod.def.type !== 'never';
  const unknown = takesMore ? [] : Object.keys(args).filter((name) => !names.includes(name));
  const parsed = figure.args?.safeParse(args);
  const fields = [
    ...unknown.map((name) => ({ field: `args.${name}`, message: 'not an argument of this figure' })),
    ...(parsed?.error?.issues ?? [])
      .filter(({ code }) => code !== 'unrecognized_keys')
      .map(({ path, message }) => ({ field: ['args', ...path].join('.'), message })),
  ].map((field) => ({ code: 'figure.args', ...field }));
  if (fields.length > 0) {
    const takes = names.length > 0 ? `it takes ${names.join(', ')}` : 'it takes no arguments';
    throw new Problem(
      'figure.args',
      `${figure.name}: ${fields.map((f) => `${f.field}: ${f.message}`).join('; ')} (${takes}).`,
      {
        fields,
      },
    );
  }
  return (parsed?.data ?? {}) as Record<string, string>;
}

/** Levenshtein's distance: single letters added, dropped or changed. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    previous = row;
  }
  return previous[b.length] as number;
}
