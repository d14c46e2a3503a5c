import type { Command } from 'commander';
import { operatorSeat } from '#/server/capacity.ts';
import { inboxOf } from '#/server/inbox/inbox.ts';
import { askedAt } from '#/server/inbox/routes.ts';
import { readDays } from '#/server/question.ts';
import { actorHere, addRegister, type Shared } from '../options.ts';
import { inboxText } from '../print/inbox.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface InboxOptions extends Shared {
  unit: string;
  on?: string;
}

/** sotay inbox --unit CODE [--on DATE] */
export function define(command: Command, terminal: Terminal): void {
  const { options } = terminal.words;
  command.requiredOption('--unit <code>', options.unit).option('--on <date>', options.on);
  addRegister(command, terminal, 'whole').action((given: InboxOptions) => inbox(given, terminal));
}

async function inbox({ unit, on, ...given }: InboxOptions, terminal: Terminal): Promise<void> {
  const actor = actorHere();
  const day = on === undefined ? undefined : readDays({ on }).on;
  await withInstallation(given, async (installation) => {
    const who = { installation, actor, seat: operatorSeat(actor, null) };
    const shown = await inboxOf(await askedAt(who, { unit, tenant: given.tenant, on: day }), 'all');
    if (terminal.isJson) terminal.json(shown);
    else terminal.out(inboxText(terminal, shown, installation.figures));
  });
}
