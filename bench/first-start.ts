import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Bench } from './measure.ts';
import { number, seconds } from './numbers.ts';

/** `npm start` on a machine that has never run it: database, schema, demo, address, first figure. */
export const firstStart: Bench = {
  name: 'first-start',
  run: async (stage) => {
    const folder = mkdtempSync(join(tmpdir(), 'sotay-first-start-'));
    stage.say('npm start');
    try {
      const first = await start(join(folder, 'data'));
      const again = await start(join(folder, 'data'));
      return [
        {
          work: 'First start, to the first figure answered over HTTP',
          size: `the first register of the demo: ${number(first.members)} members`,
          goal: atMost(60, 's'),
          value: first.ms / 1000,
          measured: `**${seconds(first.ms)}**; every later start ${seconds(again.ms)}`,
          beside: '—',
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function start(data: string): Promise<{ ms: number; members: number }> {
  const begun = performance.now();
  const args = ['start', '--', '--data', data, '--port', '0', '--json'];
  // A process group of its own: npm does not hand a signal on to what it runs.
  const child = spawn('npm', args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  try {
    const { address, tokenFile } = await readAddress(child.stdout);
    const answer = await fetch(`${address}/api/figures/members?unit=KCQ&on=2020-12-31`, {
      headers: { authorization: `Bearer ${readFileSync(tokenFile, 'utf8').trim()}` },
    });
    const { value } = (await answer.json()) as { value: number };
    return { ms: performance.now() - begun, members: value };
  } finally {
    process.kill(-(child.pid as number), 'SIGTERM');
    await once(child, 'close');
  }
}

/** What the server prints as JSON once it listens; npm prints its own lines before. */
async function readAddress(output: AsyncIterable<Buffer>): Promise<{ address: string; tokenFile: string }> {
  let text = '';
  for await (const chunk of output) {
    text += chunk.toString();
    const found = /\{[^{}]*"address"[^{}]*\}/.exec(text);
    if (found !== null) return JSON.parse(found[0]);
  }
  throw new Error(`the server ended before it listened: ${text}`);
}
