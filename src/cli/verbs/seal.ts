import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { sealedAccesses } from '#/kernel/access/sealed-accesses.ts';
import { sealedAccountEvents } from '#/kernel/access/sealed-account-events.ts';
import { sealedJournal } from '#/kernel/journal/sealed-journal.ts';
import { headOf } from '#/kernel/seals/head.ts';
import { type MadeSeal, sealNext } from '#/kernel/seals/seal.ts';
import type { SealedLog } from '#/kernel/seals/sealed-log.ts';
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
  const { made, accesses, events, head } = await withInstallation(given, async (installation) => {
    const room = await findRoom(installation, given);
    const { clock } = installation;
    const heads = (of: SealedLog) => room.read({ actor: actorHere() }, (tx) => headOf(tx, of, clock));
    return {
      made: await sealAll(room, sealedJournal, clock),
      accesses: await sealAll(room, sealedAccesses, clock),
      events: await sealAll(room, sealedAccountEvents, clock),
      // One file: the journal's first, as heads were printed before there was another log under seals.
      head: (await heads(sealedJournal)) + (await heads(sealedAccesses)) + (await heads(sealedAccountEvents)),
    };
  });
  if (given.out !== undefined) await writeFile(given.out, head);
  const { language, words } = terminal;
  if (terminal.isJson)
    return terminal.json({
      seals: made,
      accessSeals: accesses,
      accountSeals: events,
      head: head
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
      file: given.out,
    });
  const linesOf = (seals: readonly MadeSeal[]) =>
    number(
      language,
      seals.reduce((sum, { count }) => sum + count, 0),
    );
  if (made.length + accesses.length + events.length === 0) terminal.note(words.seal.nothing);
  if (made.length > 0) terminal.note(words.seal.made(number(language, made.length), linesOf(made)));
  if (accesses.length > 0)
    terminal.note(words.seal.madeOfAccesses(number(language, accesses.length), linesOf(accesses)));
  if (events.length > 0) terminal.note(words.seal.madeOfEvents(number(language, events.length), linesOf(events)));
  if (given.out !== undefined) terminal.note(words.seal.kept(given.out));
  else terminal.out(head.trimEnd());
}

/** A transaction for each seal: what is sealed stays sealed, whatever befalls the rest. */
async function sealAll(room: Room, log: SealedLog, clock: Clock): Promise<MadeSeal[]> {
  const made: MadeSeal[] = [];
  for (;;) {
    const next = await room.write({ actor: actorHere() }, (tx) => sealNext(tx, log, clock));
    if (next === null) return made;
    made.push(next);
  }
}
