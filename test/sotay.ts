import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command line against one database: the launcher in a process of its own, as a user runs it, unless it is told to run here. */
export interface Sotay {
  run: (...argv: string[]) => Promise<Outcome>;
  /** What it prints with --json, when it succeeds. */
  json: <T = Record<string, unknown>>(...argv: string[]) => Promise<T>;
  /** The RFC 9457 body it prints with --json, when it fails. */
  refused: (...argv: string[]) => Promise<Refusal>;
  /** Writes a file into the folder of this test; lines become NDJSON. */
  file: (name: string, content: string | readonly unknown[]) => string;
  /** Where key file and token lie. */
  folder: string;
  env: NodeJS.ProcessEnv;
  close: () => void;
}

export interface Refusal {
  status: number;
  code: string;
  title: string;
  errors: { line?: number; field?: string; code: string; message: string; rule?: string }[];
}

export const launcher = fileURLToPath(new URL('../src/cli/sotay.js', import.meta.url));

/**
 * `url`: the database to work on; without one, the embedded database in the folder. `isHere`: in this very process, which
 * spares a second for each command; for tests of many commands, of what they say and not of how they start and end.
 */
export function sotay(url?: string, { isHere = false } = {}): Sotay {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-cli-'));
  const { DATABASE_URL: _, SOTAY_DATA: __, SOTAY_KEY_FILE: ___, ...rest } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...rest,
    LANG: 'vi_VN.UTF-8',
    SOTAY_DATA: folder,
    ...(url === undefined ? {} : { DATABASE_URL: url }),
  };
  const inProcess = (...argv: string[]): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [launcher, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const outcome: Outcome = { code: null, stdout: '', stderr: '' };
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        outcome.stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        outcome.stderr += text;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ ...outcome, code }));
    });
  const run = isHere ? (...argv: string[]) => runHere(argv, env) : inProcess;
  return {
    run,
    folder,
    env,
    json: async (...argv) => {
      const { code, stdout, stderr } = await run(...argv, '--json');
      expect(code, `${argv.join(' ')}\n${stdout}${stderr}`).toBe(0);
      return JSON.parse(stdout);
    },
    refused: async (...argv) => {
      const { code, stdout, stderr } = await run(...argv, '--json');
      expect(code, `${argv.join(' ')}\n${stdout}${stderr}`).toBe(1);
      return { errors: [], ...JSON.parse(stdout) };
    },
    file: (name, content) => {
      const path = join(folder, name);
      const text = typeof content === 'string' ? content : content.map((line) => `${JSON.stringify(line)}\n`).join('');
      writeFileSync(path, text);
      return path;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs a command in this process, with its environment, and takes what it says; one at a time. */
async function runHere(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const { run } = await import('#/cli/program.ts');
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  const before = { env: process.env, out: process.stdout.write, err: process.stderr.write };
  const into = (stream: 'stdout' | 'stderr') => (text: string | Uint8Array) => {
    outcome[stream] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    return true;
  };
  process.env = env;
  process.stdout.write = into('stdout');
  process.stderr.write = into('stderr');
  try {
    outcome.code = await run(argv);
  } finally {
    process.env = before.env;
    process.stdout.write = before.out;
    process.stderr.write = before.err;
    process.exitCode = undefined;
    process.stdout.removeAllListeners('error');
  }
  return outcome;
}
