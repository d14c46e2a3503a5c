import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Row } from './measure.ts';

/** What was measured, kept beside the data: a run of one bench replaces its rows and leaves the others. */
export interface Result {
  bench: string;
  size: string;
  day: string;
  /** How many processes wanted the machine just before (the load average of the last minute): others' work slows ours. */
  busy: number;
  rows: Row[];
}

const file = resolve('.data', 'bench', 'results.json');

export function readResults(): Result[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

export function keep(result: Result): void {
  const others = readResults().filter(({ bench, size }) => bench !== result.bench || size !== result.size);
  writeFileSync(file, `${JSON.stringify([...others, result], null, 2)}\n`);
}
