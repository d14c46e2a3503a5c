import { loadavg } from 'node:os';
import { systemClock } from '#/platform/clock.ts';
import { today } from '#/platform/day.ts';
import { benches } from './benches.ts';
import { goalText, type Row, verdict } from './measure.ts';
import { type Options, readOptions } from './options.ts';
import { writePage } from './performance-page.ts';
import { keep, type Result } from './results.ts';
import { openStage } from './stage.ts';

/** Runs the benches of one size, and keeps what each measured as soon as it is done. */
async function runSize(options: Options): Promise<Result[]> {
  const wanted = benches.filter(
    ({ name, sizes = ['ward', 'province'], isOnlyWhenAsked = false }) =>
      sizes.includes(options.size) && (options.only.includes(name) || (options.only.length === 0 && !isOnlyWhenAsked)),
  );
  const results: Result[] = [];
  const stage = await openStage(options);
  try {
    for (const bench of wanted) {
      stage.say(`— ${options.size}: ${bench.name}`);
      const [busy = 0] = loadavg();
      const rows = await bench.run(stage);
      const result = { bench: bench.name, size: sizeName(options), day: today(systemClock), busy, rows };
      keep(result);
      results.push(result);
      if (!options.isJson) for (const row of rows) process.stdout.write(`${asText(row)}\n\n`);
    }
  } finally {
    await stage.installation.close();
  }
  return results;
}

const sizeName = ({ size, members }: Options): string => `${size} of ${members.toLocaleString('en-US')} members`;

function asText(row: Row): string {
  return [
    `${row.work} (${row.size})`,
    `  goal ${goalText(row.goal)}: ${verdict(row)}`,
    `  measured: ${row.measured}`,
    `  beside: ${row.beside}`,
  ].join('\n');
}

const runs = readOptions(process.argv.slice(2));
for (const { only } of runs.slice(0, 1))
  for (const name of only)
    if (!benches.some((bench) => bench.name === name))
      throw new Error(`there is no bench "${name}"; there are ${benches.map((bench) => bench.name).join(', ')}`);
const results: Result[] = [];
for (const options of runs) results.push(...(await runSize(options)));
if (runs[0]?.isJson) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
if (runs[0]?.writeDocs) writePage();
