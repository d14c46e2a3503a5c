import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Desk, openDesk } from '#/exchange/intake/desk.ts';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { importDoors } from '#/server/imports/doors.ts';
import { openInstallation } from '#/server/installation.ts';
import { asChild } from '../child.ts';
import { timed } from '../numbers.ts';

interface Input {
  data: string;
  file: string;
  opening: string;
}

/** What each step took, in ms, as somebody at the desk waits for it. */
export interface ImportTimes {
  added: number;
  /** Rows that the made-up people of the demo have in common with others: left out, as a clerk would. */
  leftOut: number;
  upload: number;
  check: number;
  firstPage: number;
  middlePage: number;
  record: number;
}

await asChild(async ({ data, file, opening }: Input) => {
  const installation = await openInstallation({ data });
  const desk = openDesk(importDoors(installation));
  try {
    return await timed(() => importOnce(desk, file, opening));
  } finally {
    await desk.stop();
    await installation.close();
  }
});

async function importOnce(desk: Desk, file: string, opening: string): Promise<ImportTimes> {
  const upload = await timed(async () => {
    const sent = await desk.upload(createReadStream(file), { name: basename(file), by: 'bench' });
    return desk.plan(sent.id, { ...sent.plan, opening });
  });
  const { id } = upload.result;
  const checked = await timed(async () => {
    await desk.check(id);
    return settled(desk, id);
  });
  const { counts, problems, failure } = checked.result;
  if (counts === undefined || counts.withProblems > counts.rows / 1_000)
    throw new Error(JSON.stringify({ counts, failure, first: problems.first[0] }));
  const page = (after: number) => timed(() => desk.rows(id, { after, limit: 50, only: 'all' }));
  const firstPage = await page(0);
  const middlePage = await page(Math.floor(counts.rows / 2));
  const recorded = await timed(async () => {
    await desk.record(id, { goodRowsOnly: true });
    return settled(desk, id);
  });
  const { receipt, failure: why } = recorded.result;
  if (receipt === undefined) throw new Error(JSON.stringify(why));
  return {
    added: receipt.added,
    leftOut: receipt.leftOut,
    upload: upload.ms,
    check: checked.ms,
    firstPage: firstPage.ms,
    middlePage: middlePage.ms,
    record: recorded.ms,
  };
}

async function settled(desk: Desk, id: string): Promise<Intake> {
  let said = '';
  for (;;) {
    const intake = await desk.read(id);
    const { state, progress } = intake;
    if (progress === undefined && state !== 'checking' && state !== 'recording') return intake;
    if (process.env.SOTAY_BENCH_STEPS && progress !== undefined && progress.step !== said) {
      said = progress.step;
      process.stderr.write(
        `${(performance.now() / 1000).toFixed(1)} ${state} ${said} ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB\n`,
      );
    }
    await sleep(100);
  }
}
