import type { z } from 'zod';
import type { revealCorrection } from '#/domain/members/correction-contract.ts';
import { checkReason } from '#/kernel/access/access-log.ts';
import { isSealed } from '#/kernel/journal/sensitive.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { logLimited } from '../access-log/log-limited.ts';
import { linesOf, mustReveal, openedValue } from '../access-log/read-value.ts';
import type { Api } from '../api.ts';
import { classOf } from './field.ts';
import { findCorrection, wishOf } from './rows.ts';
import { seenBy } from './seen.ts';

/** What a sensitive request says beside what stood there, for whoever may reveal that class: the line of the log is there first. */
export async function reveal(
  asked: z.output<typeof revealCorrection.input>,
  api: Api,
): Promise<z.input<typeof revealCorrection.output>> {
  const reason = checkReason(asked.reason);
  const seen = await seenBy(api, asked);
  const { vault } = await seen.room.journal();
  const { row, after, before } = await seen.read(async (tx) => {
    const found = await findCorrection(tx, seen, asked.id);
    const sensitive = classOf(found.field);
    if (sensitive !== null) mustReveal(api.seat, sensitive);
    const wish = wishOf(found, vault);
    return { row: found, after: wish.after, before: await inPlain(tx, wish.before, vault) };
  });
  const { id, field, person } = row;
  const line = { action: 'correction.revealed', detail: { field, correction: id }, unitId: null, reason };
  const context = { actor: api.actor, scope: seen.path };
  await logLimited(seen.room, context, { ...line, persons: [person] }, 'reveals', api);
  return { after: after as never, lines: linesOf(after), before: before === null ? null : linesOf(before) };
}

/** What stood there when it was asked; null also where it has been erased since. */
async function inPlain(tx: Tx, before: unknown, vault: Vault): Promise<unknown> {
  if (!isSealed(before)) return before ?? null;
  return openedValue(tx, before, vault).catch((error: { code?: string }) => {
    if (error.code === 'value.erased') return null;
    throw error;
  });
}
