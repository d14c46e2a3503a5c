import type { Command } from 'commander';
import { readConfig } from '#/platform/config.ts';
import { anotherLink } from '#/server/whereabouts.ts';
import { addOutput } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** sotay link */
export function define(command: Command, terminal: Terminal): void {
  command.option('--data <dir>', terminal.words.options.data);
  addOutput(command, terminal).action(async ({ data }: { data?: string }) => {
    const link = await anotherLink(readConfig({ data }).dataDir);
    if (terminal.isJson) terminal.json({ link });
    else terminal.out(terminal.words.serve.link(link));
  });
}
