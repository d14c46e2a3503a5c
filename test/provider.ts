import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const secret = 'a-secret-of-the-tests-only-0123456789';

/** An identity provider that runs as a process of its own. */
export interface TestProvider {
  issuer: string;
  /** Writes what a server has to know of it into its data folder. */
  tell: (folder: string, more?: object) => void;
  /** Somebody goes there, says who they are, and is sent back: what then stands after ? in the address. */
  signIn: (address: string, as: { sub?: string; acr?: string; amr?: string }) => Promise<string>;
  stop: () => Promise<void>;
}

/** Starts it for the pages at these origins. */
export async function startProvider(origins: readonly string[]): Promise<TestProvider> {
  const file = fileURLToPath(new URL('provider-process.ts', import.meta.url));
  const process_ = spawn(process.execPath, [file, JSON.stringify(origins), secret], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [issuer] = (await once(createInterface(process_.stdout), 'line')) as [string];
  return {
    issuer,
    tell: (folder, more = {}) => {
      writeFileSync(join(folder, 'provider.secret'), `${secret}\n`);
      const name = { vi: 'Cổng định danh thử', en: 'The trial provider' };
      const told = { issuer, clientId: 'sotay', secretFile: 'provider.secret', name, ...more };
      writeFileSync(join(folder, 'provider.json'), JSON.stringify(told));
    },
    signIn: walk,
    stop: async () => {
      if (process_.exitCode !== null || process_.signalCode !== null) return;
      process_.kill();
      await once(process_, 'exit');
    },
  };
}

/** Goes as a browser does: with the cookies of the provider, from one address to the next, until it is sent away from there. */
async function walk(address: string, as: { sub?: string; acr?: string; amr?: string }): Promise<string> {
  const cookies = new Map<string, string>();
  let at = new URL(address);
  let form: URLSearchParams | undefined;
  for (let steps = 0; steps < 10; steps += 1) {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null && form === undefined && at.pathname.startsWith('/interaction/')) form = new URLSearchParams(as);
    else if (next === null) throw new Error(`${answer.status} ${at.pathname}: ${await answer.text()}`);
    else {
      form = undefined;
      at = new URL(next, at);
    }
    if (at.origin !== new URL(address).origin) return at.search.slice(1);
  }
  throw new Error('the provider leads nowhere');
}
