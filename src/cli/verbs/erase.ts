import type { Command } from 'commander';
import type { Retention } from '#/domain/members/retention-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { findRoom } from '#/server/find-unit.ts';
import { askErasure, decideErasure } from '#/server/retention/erase.ts';
import { readRetention } from '#/server/retention/read.ts';
import { actorHere, addRegister, type Shared } from '../options.ts';
import { columns } from '../print/columns.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface EraseOptions extends Shared {
  person?: string;
  reason?: string;
  approve?: string;
}

/** sotay erase [--person ID --reason TEXT | --approve ID] */
export function define(command: Command, terminal: Terminal): void {
  const { erase: words } = terminal.words;
  command
    .option('--person <id>', words.person)
    .option('--reason <text>', words.reason)
    .option('--approve <id>', words.approve);
  addRegister(command, terminal, 'whole').action((given: EraseOptions) => erase(given, terminal));
}

/** Lists what is due; asks that a person's values be erased; or approves what somebody else has asked for. */
async function erase(given: EraseOptions, terminal: Terminal): Promise<void> {
  const { person, reason, approve } = given;
  if (person !== undefined && approve !== undefined)
    throw new Problem('erasure.option', 'Give either --person with --reason, or --approve.');
  if (person !== undefined && (reason ?? '').trim() === '')
    throw new Problem('erasure.option', 'Say with --reason why it is erased.');
  const { erase: words } = terminal.words;
  const done = await withInstallation(given, async (installation) => {
    const room = await findRoom(installation, given);
    const at = { room, scope: room.path, actor: actorHere(), clock: installation.clock };
    if (person !== undefined) return { asked: await askErasure(at, { person, reason: reason ?? '' }) };
    if (approve !== undefined) return { erased: await decideErasure(at, { id: approve, isApproved: true }) };
    return { listed: await readRetention(at) };
  });
  if (terminal.isJson) terminal.json(done.asked ?? done.erased ?? done.listed);
  else if (done.asked !== undefined) terminal.out(words.asked(done.asked.id));
  else if (done.erased !== undefined) terminal.out(words.erased(done.erased.valueCount ?? 0, done.erased.rule));
  else terminal.out(tableOf(done.listed as Retention, terminal));
}

function tableOf({ due }: Retention, { words: { erase: words } }: Terminal): string {
  if (due.length === 0) return words.none;
  return columns(
    words.columns.map((title) => ({ title })),
    due.map(({ person, name, leftOn, valueCount, erasure }) => [
      ...[person, name, leftOn.split('-').reverse().join('/'), String(valueCount), erasure ?? '–'],
    ]),
  );
}
