import { plainWords } from '../planned/spellings.ts';
import type { Headings } from './find-headings.ts';
import type { NamedCell } from './propose-cells.ts';
import { type Sample, shown } from './sample.ts';

/** The cells of a sheet that lists cells: by name, with their codes where it tells them. A table of numbers lists none. */
export function cellsListed({ rows }: Sample, headings: Headings | null): NamedCell[] {
  if (headings === null) return [];
  const at = (...targets: string[]) => headings.matches.findIndex((match) => targets.includes(match?.target ?? ''));
  const [nameAt, codeAt, ordinalAt] = [at('unit.name', 'cell.name'), at('unit.code', 'cell'), at('ordinal')];
  if (nameAt === -1) return [];
  const data = rows.filter(({ row }) => row >= headings.dataFrom);
  const numbers = data.flatMap(({ values }) =>
    values.filter((cell, column) => column !== ordinalAt && typeof cell === 'number'),
  );
  if (numbers.length > data.length / 2) return [];
  return data.flatMap(({ values }) => {
    const name = shown(values[nameAt]);
    if (!/^(chi bo|cb) \S/.test(plainWords(name))) return [];
    const code = codeAt === -1 ? '' : shown(values[codeAt]);
    return [{ name, ...(code === '' ? {} : { code }) }];
  });
}
