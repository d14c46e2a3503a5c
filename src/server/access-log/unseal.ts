import type { z } from 'zod';
import type { Revealed, unsealField } from '#/domain/members/reveal-contract.ts';
import { fieldWords } from '#/domain/words/field-words.ts';
import { exactWords } from '#/domain/words/value-words.ts';
import { checkReason } from '#/kernel/access/access-log.ts';
import { sealedClasses } from '#/kernel/access/class-words.ts';
import { leastSealedReason } from '#/kernel/access/log-contract.ts';
import type { SensitiveClass } from '#/kernel/access/roles.ts';
import { isSealed } from '#/kernel/journal/sensitive.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { logLimited } from './log-limited.ts';
import { linesOf, mustReveal, openedValue, unknownField } from './read-value.ts';

/** Breaks the glass over a sealed field of an act: for a reason that those it concerns, and the inspection commission, will read. */
export async function unseal(asked: z.output<typeof unsealField.input>, api: Api): Promise<Revealed> {
  const { id, field, tenant, scope } = asked;
  const reason = checkReason(asked.reason, leastSealedReason);
  const { installation, actor, seat } = api;
  const room = await findRoom(installation, { tenant, scope });
  const context = { actor, scope: await scopePath(installation, room, scope) };
  const { vault } = await room.journal();
  const opened = await room.read(context, async (tx) => {
    const sealed = await sealedField(tx, id, field);
    mustReveal(seat, sealed.class);
    return { ...sealed, ...(await openedOf(tx, id, sealed.value, vault)) };
  });
  const line = {
    action: 'sealed.opened',
    detail: { act: id, field, class: opened.class },
    unitId: opened.unit,
    reason,
  };
  const told = { ...line, persons: opened.persons, notice: opened.class };
  const access = await logLimited(room, context, told, 'unseals', api);
  return {
    ...{
      field,
      access,
      lines: linesOf(opened.plain),
      loggedAt: installation.clock.now().toISOString(),
    },
    label: fieldWords[field] ?? { vi: field, en: field },
    value: opened.plain,
    says: typeof opened.plain === 'string' ? exactWords(field, opened.plain) : undefined,
  };
}

/** What stands there, and its class. Of a class that is not sealed: it is revealed on the record, without all this. */
async function sealedField({ client }: Tx, act: string, field: string) {
  const { rows } = await client.query<{ value: unknown }>('select body -> $2 as value from act where id = $1', [
    act,
    field,
  ]);
  if (rows.length === 0) throw new Problem('act.unknown', 'There is no such act.', { status: 404 });
  const value = rows[0]?.value;
  if (!isSealed(value)) throw unknownField(field);
  const found = await client.query<{ class: SensitiveClass }>(
    'select field as class from sensitive_value where ref = $1 and act_id = $2',
    [value.ref, act],
  );
  const [row] = found.rows;
  if (row === undefined || !sealedClasses.has(row.class)) throw unknownField(field);
  return { value, class: row.class };
}

async function openedOf(tx: Tx, act: string, sealed: unknown, vault: Vault) {
  const plain = await openedValue(tx, sealed, vault);
  const { rows } = await tx.client.query<{ id: string; role: string }>(
    'select subject_id as id, role from act_subject where act_id = $1',
    [act],
  );
  const of = (role: string) => rows.flatMap((row) => (row.role === role ? [row.id] : []));
  return { plain, persons: of('person'), unit: of('unit')[0] ?? null };
}
