import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { headOf } from '#/kernel/journal/head.ts';
import { type MadeSeal, sealNext } from '#/kernel/journal/seal.ts';
import type { Clock } from '#/platform/clock.ts';
import { findRoom } from '#/server/find-unit.ts';
import type { Room } from '#/server/workplace.ts';
import { actorHere, addRegister, type Shared } from '../options.ts';
import { number } from '../print/numbers.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

/** sotay seal [--out FILE] */
export function define(command: Command, terminal: Terminal): void {
  command.option('--out <file>', terminal.words.options.out);
  addRegister(command, terminal, 'whole').action((given: Shared & { out?: string }) => seal(given, terminal));
}

async function seal(given: Shared & { out?: string }, terminal: Terminal): Promise<void> {
  const { made, head } = await withInstallation(given, async (installation) => {
    const room = await findRoom(installation, given);
    const { clock } = installation;
    return {
      made: await sealAll(room, clock),
      head: await room.read({ actor: actorHere() }, (tx) => headOf(tx, clock)),
    };
  });
  if (given.out !== undefined) await writeFile(given.out, head);
  const { language, words } = terminal;
  if (terminal.isJson)
    return terminal.json({
      seals: made,
      head: head
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
      file: given.out,
    });
  const acts = made.reduce((sum, { count }) => sum + count, 0);
  terminal.note(
    made.length === 0 ? words.seal.nothing : words.seal.made(number(language, made.length), number(language, acts)),
  );
  if (given.out !== undefined) terminal.note(words.seal.kept(given.out));
  else terminal.out(head.trimEnd());
}

/** A transaction for each seal: what is sealed stays sealed, whatever befalls the rest. */
async function sealAll(room: Room, clock: Clock): Promise<MadeSeal[]> {
  const made: MadeSeal[] = [];
  for (;;) {
    const next = await room.write({ actor: actorHere() }, (tx) => sealNext(tx, clock));
    if (next === null) return made;
    made.push(next);
  }
}
