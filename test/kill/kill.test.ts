import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { openInstallation } from '#/server/installation.ts';

const poster = fileURLToPath(new URL('./poster.ts', import.meta.url));

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'sotay-kill-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Lets a process post for some time, kills it or its database without warning, and gives back what it acknowledged. */
async function postUntilKilled(round: number, whom: 'server' | 'database', after: number): Promise<string[]> {
  const child = spawn(process.execPath, [poster, data, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const acknowledged: string[] = [];
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') void sleep(after).then(() => kill(child, whom));
    else acknowledged.push(line.slice('ack '.length));
  }
  await gone;
  return acknowledged;
}

function kill(child: ChildProcess, whom: 'server' | 'database'): void {
  if (whom === 'server') child.kill('SIGKILL');
  else {
    const pid = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }
}

describe('a server or a database that is killed', () => {
  it('loses no acknowledged act and leaves none half', async () => {
    const acknowledged: string[] = [];
    for (const [round, whom] of (['server', 'database', 'server', 'database'] as const).entries())
      acknowledged.push(...(await postUntilKilled(round, whom, 150 + 130 * round)));
    expect(acknowledged.length).toBeGreaterThan(4);

    const installation = await openInstallation({ data, env: {} });
    try {
      const room = await installation.room('K');
      const counts = await room.read({ actor: 'test' }, async ({ client }) => {
        const { rows } = await client.query(
          "select note, count(*) as n, count(s.person_id) as standing from act a left join act_subject r on r.act_id = a.id and r.role = 'person' left join standing s on s.person_id = r.subject_id where a.kind = 'member.admitted' group by note",
        );
        return new Map(rows.map((row) => [row.note, [Number(row.n), Number(row.standing)]]));
      });
      for (const batch of acknowledged) expect({ batch, counts: counts.get(batch) }).toEqual({ batch, counts: [3, 3] });
      for (const [batch, found] of counts) expect({ batch, found }).toEqual({ batch, found: [3, 3] });
      expect(await verifyFacts(await room.journal())).toEqual([]);
    } finally {
      await installation.close();
    }
  }, 180_000);
});
