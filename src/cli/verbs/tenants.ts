import type { Command } from 'commander';
import { addOutput, type Shared } from '../options.ts';
import { columns } from '../print/columns.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

/** sotay tenants */
export function define(command: Command, terminal: Terminal): void {
  addOutput(command.option('--data <dir>', terminal.words.options.data), terminal).action((given: Shared) =>
    tenants(given, terminal),
  );
}

async function tenants(given: Shared, terminal: Terminal): Promise<void> {
  const list = await withInstallation(given, (installation) => installation.tenants());
  const { none, columns: titles } = terminal.words.tenants;
  if (terminal.isJson) terminal.json(list.map(({ code, name }) => ({ code, name })));
  else if (list.length === 0) terminal.out(none);
  else
    terminal.out(
      columns(
        [{ title: titles.code }, { title: titles.name }],
        list.map(({ code, name }) => [code, name]),
      ),
    );
}
