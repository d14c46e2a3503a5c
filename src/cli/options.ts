import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { Place } from '#/server/find-unit.ts';
import type { Terminal } from './terminal.ts';

/** What nearly every verb takes. */
export interface Shared extends Place {
  data?: string;
  json?: boolean;
}

/** Options that every verb has. */
export function addOutput(command: Command, { words }: Terminal): Command {
  return command.option('--json', words.options.json).option('--lang <vi|en>', words.options.lang);
}

/** Options of verbs that work on a register. `scope`: the verb can be held to a part of the tree. */
export function addRegister(command: Command, terminal: Terminal, scope: 'with-scope' | 'whole'): Command {
  const { options } = terminal.words;
  command.option('--data <dir>', options.data).option('--tenant <code>', options.tenant);
  if (scope === 'with-scope') command.option('--scope <code>', options.scope);
  return addOutput(command, terminal);
}

/** Options that ask for a day or a period. */
export function addPeriod(command: Command, { words: { options } }: Terminal): Command {
  return command.option('--from <date>', options.from).option('--to <date>', options.to);
}

/** An option that may come several times. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Who works on this machine, as the journal keeps it: whoever owns the data folder needs no account. */
export function actorHere(door: 'cli' | 'desk' = 'cli'): string {
  try {
    return `${door}:${userInfo().username}`;
  } catch {
    return `${door}:${process.getuid?.() ?? 'unknown'}`; // a user id without a name, as containers have them
  }
}
