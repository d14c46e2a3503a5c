import { performance } from 'node:perf_hooks';
import type { Command } from 'commander';
import { Problem } from '#/platform/errors.ts';
import { type DemoReceipt, demoNamed, demoNames, loadDemo } from '#/server/demos.ts';
import { noteLoaded } from '../first-demo.ts';
import { actorHere, addOutput, type Shared } from '../options.ts';
import { figureCommand } from '../print/first-figure.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface DemoOptions extends Shared {
  members?: string;
  seed?: string;
}

/** sotay demo [seeds|hai-hau|ward|province] [--members N] [--seed N] */
export function define(command: Command, terminal: Terminal): void {
  const { options, arguments: names } = terminal.words;
  command
    .argument('[name]', `${names.demo}: ${demoNames.join(', ')}`, 'seeds')
    .option('--members <n>', options.members)
    .option('--seed <n>', options.seed)
    .option('--data <dir>', options.data)
    .option('--tenant <code>', options.tenant);
  addOutput(command, terminal).action((name: string, given: DemoOptions) => demo(name, given, terminal));
}

async function demo(name: string, given: DemoOptions, terminal: Terminal): Promise<void> {
  const options = { seed: whole('seed', given.seed), members: whole('members', given.members), tenant: given.tenant };
  const registers = demoNamed(name);
  const firstFigures = registers.flatMap((register) => register.firstFigures);
  let start = performance.now();
  const progress = showProgress(terminal);
  const whenLoaded = (receipt: DemoReceipt): void => {
    progress.stop();
    noteLoaded(terminal, receipt, start);
    start = performance.now();
  };
  const receipts = await withInstallation(given, (installation) =>
    loadDemo(installation, name, { ...options, actor: actorHere(), progress: progress.step, whenLoaded }),
  ).finally(progress.stop);
  // A demo of one register says it flat, as it did before there were demos of several.
  const flat = receipts.length === 1 ? receipts[0] : { added: receipts.reduce((sum, { added }) => sum + added, 0) };
  if (terminal.isJson) return terminal.json({ demo: name, ...flat, registers: receipts, firstFigures });
  const { words } = terminal;
  // One of each register, so that the reader sees where they lie.
  const shown =
    registers.length === 1 ? firstFigures.slice(0, 3) : registers.flatMap(({ firstFigures: [one] }) => one ?? []);
  const commands = shown.map((first) => `  ${figureCommand(first, given.data)}`);
  terminal.out([words.demo.tryIt, ...commands].join('\n'));
}

function whole(field: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  const message = `"${text}" is not a whole number above 0.`;
  throw new Problem('number.invalid', message, { fields: [{ field, code: 'number.invalid', message }] });
}
