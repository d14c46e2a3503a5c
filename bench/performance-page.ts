import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { goalText, type Row, verdict } from './measure.ts';
import { number } from './numbers.ts';
import { type Result, readResults } from './results.ts';

/** Up to here a core was free. The embedded server's own work counts too. */
const quiet = 2;

const page = new URL('../docs/performance.md', import.meta.url);

/** Writes docs/performance.md from everything that was measured last, whichever run did it. */
export function writePage(): void {
  const results = readResults();
  const sizes = [...new Set(results.map(({ size }) => size))];
  writeFileSync(page, [intro(results), ...sizes.map((size) => section(size, results)), method].join('\n'));
}

function intro(results: readonly Result[]): string {
  const days = [...new Set(results.map(({ day }) => day))].sort();
  return `# What it holds, and how fast

Made by \`npm run bench -- --write-docs\` on ${days.map(shownDay).join(' and ')}, on a machine of ${machine()}: Node ${process.versions.node}, the embedded
PostgreSQL 18 with the settings it always has. Everything of ours runs as the role \`sotay_app\`, which owns nothing, with row-level security
on, through the same functions that the command line and the API call. Goals are those of the design; "p50 / p95" are the median and the
95th percentile. "Beside" is the limit or the peer, measured in the same run on the same rows.
`;
}

function section(size: string, results: readonly Result[]): string {
  const ofSize = results.filter((result) => result.size === size);
  const rows = ofSize.flatMap((result) => result.rows);
  const disturbed = ofSize
    .filter(({ busy }) => busy > quiet)
    .map(({ bench, busy }) => `${bench} (load ${number(busy, 1)})`);
  const note =
    disturbed.length === 0 ? '' : `\nThe machine had other work when these began: ${disturbed.join(', ')}.\n`;
  return `## A ${size}

| work | size | goal | measured | beside | |
|---|---|---|---|---|---|
${rows.map(line).join('\n')}
${note}`;
}

function line(row: Row): string {
  return `| ${[row.work, row.size, goalText(row.goal), row.measured, row.beside, verdict(row)].join(' | ')} |`;
}

function machine(): string {
  return `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
}

const shownDay = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const method = `## How it is measured

- **First load**: a process of its own imports the demo's journal (the opening balance and a year of acts) as one batch. Beside it, the rows
  that it wrote, into identical tables with the same keys, indexes and policies, as their owner: by INSERT, by COPY, and by COPY with the
  keys and indexes of the persons' facts put up afterwards, as our load does. Those only move finished rows: no schema, no reference
  resolved, no fold, no sealing of sensitive values, no rule checked.
- **Posting**: of ten acts four admissions of new people, three transfers, two recognitions, one death. Beside it, the same rows replaced
  and written by bare statements, one transaction a batch, in a copy of the register.
- **One figure**: questions in turn at each level of the tree, on random days (or periods up to a year), each a transaction of its own from the
  unit's code to the number; the first 20 are not timed. All three answers are compared, and must be the same number. Plain SQL runs as the owner, without
  policies, with a prepared statement; DuckDB has the rows in memory.
- **Memory**: Node's greatest resident set; for PostgreSQL what all its processes have of their own plus the shared buffers once, looked at
  ten times a second.
- After each load \`VACUUM ANALYZE\` runs, which autovacuum would do in its own time.

## What is missed, and why

- **First load**: an act of the opening balance becomes nine rows, four of them under keys over ranges of days. Moving the finished rows by COPY with the
  keys put up afterwards is the bound of this way of storing them, and lies below the goal on this machine. What is ours on top is parsing,
  checks, sealing of sensitive values and the fold, on one core. Since the province was measured, the fold runs while the database writes; not measured again at that size.
- **Memory of the first load**: the ids and codes of everybody in the file are held to resolve references.
- **Posting in batches**: of a batch of 500 deaths onto 20,000 members about half the time passes in Node, the rest in some twenty statements, the
  loading of a person's facts from nine tables and the keeping of tallies first among them.
- **Distinct stocks of a whole province**: a count over all standings joined with all records; the policies' function is asked once a row, and operators on ranges
  may not use their index ahead of it.
- **Form 1 of a whole province**: the median keeps the goal. The slow periods held the day on which all 13,351 units of the demo were founded, so that
  every member had to be looked at and each be found in a list of units, one by one. That list is hashed now: such a period then took 4 to 5 s
  instead of 25 to 35 s, by hand on the busy machine; not measured again by the bench.

Not measured here yet: the nation (5.6 million members), a page of members, the first screen of the handbook: they come with those parts.
`;
