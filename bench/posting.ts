import type { ActInput } from '#/kernel/journal/act.ts';
import { post } from '#/kernel/journal/post.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import { insertBare } from './bare-inserts.ts';
import { atLeast, atMost, type Bench } from './measure.ts';
import { halfAndMost, number, percentile, sum, timed } from './numbers.ts';
import { peerOf } from './peer.ts';
import { makeActs } from './posting-acts.ts';

const batchSize = 500;
const warmUp = 50;

/** Acts posted onto the loaded register with every check: in batches, and one by one. */
export const posting: Bench = {
  name: 'posting',
  run: async (stage) => {
    const room = await stage.register();
    await peerOf(stage);
    const journal = await room.journal();
    const batchCount = stage.options.members >= 100_000 ? 20 : stage.options.members >= 10_000 ? 6 : 2;
    const singleCount = stage.options.members >= 10_000 ? 400 : 100;
    const acts = await makeActs(room, warmUp + batchCount * batchSize + singleCount);
    for (let n = 0; n < warmUp; n += 1) await postAll(journal, acts.splice(0, 1));
    const batches = [];
    for (let n = 0; n < batchCount; n += 1) batches.push(await postAll(journal, acts.splice(0, batchSize)));
    const singles = [];
    while (acts.length > 0) singles.push(await postAll(journal, acts.splice(0, 1)));
    stage.say('beside posting: bare INSERTs');
    const bareBatches = await insertBare(
      stage,
      batches.map(({ recordedAt }) => recordedAt),
    );
    const bareSingles = await insertBare(
      stage,
      singles.map(({ recordedAt }) => recordedAt),
    );
    const times = batches.map(({ ms }) => ms);
    const rate = (milliseconds: readonly number[]) => (batchSize / percentile(milliseconds, 0.5)) * 1000;
    const register = `register of ${number(stage.options.members)} members`;
    const singleTimes = singles.map(({ ms }) => ms);
    return [
      {
        work: 'Posting in batches of 500, all checks',
        size: `${number(batchCount * batchSize)} acts onto a ${register}`,
        goal: atLeast(2_000, 'acts/s'),
        value: rate(times),
        measured: `**${number(rate(times), 0)} acts/s** in the median batch (${halfAndMost(times)} a batch; ${number((batchSize * batchCount * 1000) / sum(times), 0)} acts/s over all)`,
        beside: `bare INSERTs of the same rows: ${number(rate(bareBatches), 0)} acts/s`,
      },
      {
        work: 'Posting one by one, all checks',
        size: `${number(singleTimes.length)} acts onto a ${register}`,
        goal: atMost(30, 'ms (p95)'),
        value: percentile(singleTimes, 0.95),
        measured: `p50 / p95 **${halfAndMost(singleTimes)}**`,
        beside: `bare INSERTs of the same rows: ${halfAndMost(bareSingles)}`,
      },
    ];
  },
};

async function postAll(journal: Journal, acts: readonly ActInput[]): Promise<{ ms: number; recordedAt: string }> {
  const { ms, result } = await timed(() => post(journal, { actor: 'bench', source: { via: 'api' } }, acts));
  if (result.added !== acts.length) throw new Error(`${result.added} of ${acts.length} acts were recorded`);
  return { ms, recordedAt: result.recordedAt };
}
