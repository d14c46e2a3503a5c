import type { Context, Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';

/** Sensitive values that are about to leave the register in plain. */
export interface Access {
  /** noun.pastParticiple, as an act: members.exported */
  action: string;
  /** Layout, format, fields, day: never a value. */
  detail: Record<string, unknown>;
  /** Whose persons; null: all that the asker may see. */
  unitId: string | null;
  reason: string;
  personCount: number;
}

/** Where it is written: a room, as its caller may use it. */
export interface Writes {
  write: <T>(context: Context, work: (tx: Tx) => Promise<T>) => Promise<T>;
}

const longestReason = 1_000;

/** The reason as it is kept. Throws `reveal.reason`: nobody sees sensitive values without saying why. */
export function checkReason(reason: string | undefined): string {
  const tidy = (reason ?? '').normalize('NFC').trim();
  if (tidy !== '' && tidy.length <= longestReason) return tidy;
  const message =
    tidy === ''
      ? 'Say why the sensitive values are revealed: the reason is kept in the access log.'
      : `The reason may have ${longestReason} characters.`;
  throw new Problem('reveal.reason', message, { fields: [{ field: 'reason', code: 'reveal.reason', message }] });
}

/**
 * Writes to the access log, in a transaction of its own on the primary: when this returns, the row is there whatever
 * becomes of the answer. Send nothing before, and nothing if it throws.
 */
export async function logAccess(room: Writes, context: Context, access: Access): Promise<void> {
  const { action, detail, unitId, reason, personCount } = access;
  await room.write(context, ({ client }) =>
    client.query(
      `insert into access_log (actor, action, detail, unit_id, scope, reason, person_count) values ($1, $2, $3, $4, $5, $6, $7)`,
      [context.actor, action, JSON.stringify(detail), unitId, context.scope, checkReason(reason), personCount],
    ),
  );
}
