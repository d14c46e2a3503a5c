import type { Correction } from '#/domain/members/correction-contract.ts';
import { fieldWords } from '#/domain/words/field-words.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { classOf } from './field.ts';

export interface Row {
  id: string;
  person: string;
  name: string | null;
  field: string;
  /** Null: erased with the person's sensitive values. */
  cipher: Buffer | null;
  askedAt: string;
  askedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  isAccepted: boolean | null;
  decisionReason: string | null;
  act: string | null;
}

/** What lies encrypted in a request. */
export interface Wish {
  before: unknown;
  after: unknown;
  reason: string;
}

export const mostCorrections = 200;

/** Requests that the transaction sees, the latest first; of one person, where `person` is told. */
export async function correctionRows(
  { client }: Tx,
  { id = null, person = null, state = 'all' }: { id?: string | null; person?: string | null; state?: string },
): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select c.id, c.person_id as person, r.name, c.field, c.cipher, c.asked_at as "askedAt", c.asked_by as "askedBy",
       c.decided_at as "decidedAt", c.decided_by as "decidedBy", c.is_accepted as "isAccepted",
       c.decision_reason as "decisionReason", c.act_id as act
     from correction c left join lateral (
       select name from person_record p where p.person_id = c.person_id order by valid desc limit 1) r on true
     where ($1::uuid is null or c.id = $1) and ($2::uuid is null or c.person_id = $2)
       and ($3 = 'all' or (c.decided_at is null) = ($3 = 'open'))
     order by c.asked_at desc, c.id desc limit ${mostCorrections}`,
    [id, person, state],
  );
  return rows;
}

export function wishOf({ cipher, id }: Pick<Row, 'cipher' | 'id'>, vault: Vault): Wish {
  return cipher === null ? { before: null, after: null, reason: '' } : (vault.reveal(cipher, id).value as Wish);
}

/** As the caller is told of it: what is sensitive only to whoever typed it; an officer opens it by a press that is logged. */
export function shown(row: Row, vault: Vault, { actor, may }: Pick<Api, 'actor' | 'may'>): Correction {
  const { id, person, field, askedBy, decidedAt } = row;
  const { before, after, reason } = wishOf(row, vault);
  const isSensitive = classOf(field) !== null;
  const isMasked = isSensitive && askedBy !== actor;
  return {
    ...{ id, person, field, reason, askedBy, isSensitive, isMasked },
    name: row.name ?? '',
    label: fieldWords[field] ?? { vi: field, en: field },
    before: isSensitive ? null : (before as never),
    after: isMasked ? null : (after as never),
    askedAt: new Date(row.askedAt).toISOString(),
    decision:
      decidedAt === null
        ? null
        : {
            isAccepted: row.isAccepted as boolean,
            at: new Date(decidedAt).toISOString(),
            by: row.decidedBy as string,
            reason: row.decisionReason as string,
            act: row.act,
          },
    can: { decide: decidedAt === null && row.cipher !== null && askedBy !== actor && may('corrections.decide') },
  };
}

export function unknownCorrection(): Problem {
  return new Problem('correction.unknown', 'There is no such request.', { status: 404 });
}
