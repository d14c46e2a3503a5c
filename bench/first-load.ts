import { rmSync } from 'node:fs';
import type { Demo } from '#/demo/demo.ts';
import { demoNamed } from '#/server/demos.ts';
import { atLeast, type Bench } from './measure.ts';
import { watchPostgres } from './memory.ts';
import { mebibytes, number, seconds, timed } from './numbers.ts';
import type { Options } from './options.ts';
import { exportRows, loadPeer } from './peer.ts';
import { sizeOf } from './tenants.ts';

/** An empty register takes a demo's journal: from lines to facts, with every check. */
export const firstLoad: Bench = {
  name: 'first-load',
  run: async (stage) => {
    const { options, installation, code } = stage;
    const watch = await watchPostgres(stage);
    const { ms, peak, result } = await stage.reload();
    const postgres = watch.stop();
    const making = await makingOf(options);
    const { folder, rows } = await exportRows(stage);
    const rate = (milliseconds: number) => (result.added / milliseconds) * 1000;
    const ways = { insert: 'INSERT, 5,000 rows a statement', copy: 'COPY', 'copy-then-keys': 'COPY, keys afterwards' };
    const beside: string[] = [];
    for (const way of ['insert', 'copy', 'copy-then-keys'] as const) {
      stage.say(`beside the first load: ${ways[way]}`);
      const taken = await loadPeer(stage, way, folder);
      beside.push(`${ways[way]} ${number(rate(taken), 0)} (${seconds(taken)})`);
    }
    rmSync(folder, { recursive: true });
    const size = mebibytes(await sizeOf(installation.adminUrl, code));
    return [
      {
        work: 'First load of an empty register',
        size: `${number(result.added)} acts, ${number(rows)} rows of acts and facts, ${size} on disk`,
        goal: atLeast(20_000, 'acts/s'),
        value: rate(ms),
        measured: `**${number(rate(ms), 0)} acts/s** (${seconds(ms)}, of it ${seconds(2 * making)} for making up the lines twice); memory at most: Node ${mebibytes(peak)}, PostgreSQL ${mebibytes(postgres)}`,
        beside: `acts/s: ${beside.join('; ')}`,
      },
    ];
  },
};

/** The milliseconds that the demo's lines alone take, which a file would not. */
async function makingOf({ size, members }: Options): Promise<number> {
  const { ms } = await timed(async () => {
    let count = 0;
    for (const _ of (demoNamed(size)[0] as Demo).lines({ members })) count += 1;
    return count;
  });
  return ms;
}
