import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FirstFigure } from '#/demo/demo.ts';
import { type DemoReceipt, demoNamed, loadDemo, missingOf } from '#/server/demos.ts';
import type { Installation } from '#/server/installation.ts';
import { actorHere } from './options.ts';
import { number } from './print/numbers.ts';
import { showProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** What a new installation begins with. */
const firstDemo = 'seeds';

/** Loads the first register of the demo where it is not there yet; gives back whether others are still to come. */
export async function loadFirstRegister(installation: Installation, terminal: Terminal): Promise<boolean> {
  const missing = await missingOf(installation, firstDemo);
  const [first] = missing;
  if (first === undefined) return false;
  if (first !== demoNamed(firstDemo)[0]?.tenant.code) return true;
  terminal.note(terminal.words.demo.loading);
  const progress = showProgress(terminal);
  const start = performance.now();
  const options = { actor: actorHere(), tenant: first, progress: progress.step };
  const receipts = await loadDemo(installation, firstDemo, options).finally(progress.stop);
  for (const receipt of receipts) noteLoaded(terminal, receipt, start);
  return missing.length > 1;
}

/** Says what came into a register, and how long it took since the start. */
export function noteLoaded({ note, words, language }: Terminal, { added, tenant }: DemoReceipt, start: number): void {
  const seconds = number(language, (performance.now() - start) / 1000, 1);
  note(added === 0 ? words.demo.there(tenant) : words.demo.loaded(number(language, added), tenant, seconds));
}

/** Figures to try of the demo's first register, where that is here. */
export async function figuresToTry(installation: Installation): Promise<readonly FirstFigure[]> {
  const [demo] = demoNamed(firstDemo);
  const codes = (await installation.tenants()).map(({ code }) => code);
  return demo !== undefined && codes.includes(demo.tenant.code) ? demo.firstFigures : [];
}

/**
 * Loads the other registers in a process of its own, so that the server goes on answering; progress comes on stderr.
 * Returns what ends it: what is half done is rolled back, and begun again at the next start.
 */
export function loadOtherRegisters(terminal: Terminal, data: string | undefined): () => Promise<void> {
  const launcher = fileURLToPath(new URL('sotay.js', import.meta.url));
  const args = [
    launcher,
    'demo',
    firstDemo,
    '--lang',
    terminal.language,
    ...(data === undefined ? [] : ['--data', data]),
  ];
  terminal.note(terminal.words.demo.others);
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit').then(([code]) => {
    if (code === 0) terminal.note(terminal.words.demo.complete);
  });
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}
