import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '#/platform/errors.ts';
import { operatorEnded } from './accounts/operator.ts';

const fileIn = (dataDir: string): string => join(dataDir, 'server.json');

/** A server as it announces itself: where it is on this machine, and where people find it, if that is elsewhere. */
interface Running {
  address: string;
  pid: number;
  publicAddress?: string;
}

/** Leaves the address of the running server in its data folder, for the command line. Returns what takes it away again. */
export function announce(dataDir: string, address: string, publicAddress?: string): () => void {
  const file = fileIn(dataDir);
  const running: Running = { address, pid: process.pid, publicAddress };
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  return () => {
    // Another server on the same folder may have taken over the file.
    if (read(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** Where people find the server that runs on a data folder, by the name that passkeys can be bound to; null: none runs. */
export function runningAt(dataDir: string): string | null {
  const running = read(fileIn(dataDir));
  return running?.publicAddress ?? running?.address.replace('//127.0.0.1', '//localhost') ?? null;
}

/** Asks the server that runs on a data folder for another one-time link. Throws `server.not-running`, `operator.ended`. */
export async function anotherLink(dataDir: string): Promise<string> {
  const running = read(fileIn(dataDir));
  const answer =
    running === null
      ? undefined
      : await fetch(`${running.address}/api/session/links`, {
          method: 'POST',
          headers: { authorization: `Bearer ${readToken(dataDir)}`, 'content-type': 'application/json' },
          body: '{}',
        }).catch(() => undefined);
  if (answer?.status === 401) throw operatorEnded();
  if (running === null || answer?.status !== 200)
    throw new Problem('server.not-running', `No server runs on the data folder ${dataDir}; start one with npm start.`);
  return `${running.address}${((await answer.json()) as { path: string }).path}`;
}

function read(file: string): Running | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // not there, or half written: nobody is announced
  }
}

function readToken(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, 'api-token'), 'utf8').trim();
  } catch {
    return '';
  }
}
