import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** Shows on stderr how far long work has come. */
export interface Progress {
  /** What is being done, and how much of it is done. */
  step: (name: string, done: number) => void;
  stop: () => void;
}

const plainEveryMs = 3_000;

/** A bar where somebody looks, a plain line every few seconds where nobody does. `total`: acts, where that is known. */
export function showProgress({ language, words }: Terminal, total?: number): Progress {
  const shown = (count: number) => count.toLocaleString(language);
  if (!process.stderr.isTTY) {
    let last = Date.now();
    return {
      step: (name, done) => {
        if (Date.now() - last < plainEveryMs) return;
        last = Date.now();
        process.stderr.write(`${words.steps[name] ?? name}: ${shown(done)}\n`);
      },
      stop: () => {},
    };
  }
  const format = total === undefined ? '{name}: {value}' : '{name} [{bar}] {value}/{total}';
  const bar = new SingleBar(
    { format, clearOnComplete: true, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let current = '';
  return {
    step: (name, done) => {
      const title = words.steps[name] ?? name;
      if (title !== current && current !== '') bar.stop();
      if (title !== current) bar.start(total ?? Math.max(done, 1), 0, { name: title });
      current = title;
      bar.update(Math.min(done, total ?? done), { name: title });
    },
    stop: () => {
      if (current !== '') bar.stop();
    },
  };
}
