import type { Correction } from '#/domain/members/correction-contract.ts';
import type { SensitiveClass } from '#/kernel/access/roles.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { decidersOf } from './competent.ts';
import { classOf, labelOf, writtenValue } from './field.ts';
import { ownAsking } from './own-asking.ts';
import type { Seen } from './seen.ts';

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
  evidenceCount: number;
  /** Null: of the operator, or asked before this was kept. */
  askedAccount: string | null;
  askedGrant: string | null;
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
       c.decision_reason as "decisionReason", c.act_id as act,
       c.asked_account as "askedAccount", c.asked_grant as "askedGrant",
       (select count(*)::int from attachment e where e.correction_id = c.id and e.removed_at is null) as "evidenceCount"
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

/** One request, if it may be seen: of a member's, their own. Throws `correction.unknown`. */
export async function findCorrection(tx: Tx, { isOwnOnly, own }: Seen, id: string): Promise<Row> {
  const [row] = await correctionRows(tx, { id, person: isOwnOnly ? own : null });
  if (row === undefined) throw unknownCorrection();
  return row;
}

/** What the caller may do with requests, asked once for all of them. */
export interface Rights {
  actor: string;
  vault: Vault;
  /** The persons about whose records the caller decides. */
  decides: { has: (person: string) => boolean };
  /** The requests that somebody else decides all the same. */
  own: { has: (request: string) => boolean };
  mayReveal: (what: SensitiveClass) => boolean;
}

/** Judged as when it is decided: by the right of the role and by its place. */
export async function rightsOver(tx: Tx, rows: readonly Row[], seen: Seen, api: Api): Promise<Rights> {
  const { vault } = await seen.room.journal();
  const persons = api.may('corrections.decide') ? rows.map(({ person }) => person) : [];
  const decides = await decidersOf(tx, persons, seen.path, api.installation);
  const own = await ownAsking(
    tx,
    rows.filter(({ person, decidedAt }) => decidedAt === null && decides.has(person)),
    api.seat,
  );
  return { actor: api.actor, vault, decides, own, mayReveal: api.seat.mayReveal };
}

/** Its evidence is opened by who asked, and by who decides: of a sensitive field by those who may reveal its class. */
export function mayOpenEvidence({ askedBy, person, field }: Row, { actor, decides, mayReveal }: Rights): boolean {
  const sensitive = classOf(field);
  return askedBy === actor || (decides.has(person) && (sensitive === null || mayReveal(sensitive)));
}

/** As the caller is told of it: what is sensitive only to whoever typed it; an officer opens it by a press that is logged. */
export function shown(row: Row, rights: Rights): Correction {
  const { id, person, field, askedBy, decidedAt, evidenceCount } = row;
  const { actor, vault, decides, own, mayReveal } = rights;
  const { before, after, reason } = wishOf(row, vault);
  const sensitive = classOf(field);
  const isSensitive = sensitive !== null;
  const isMasked = isSensitive && askedBy !== actor;
  const isOpen = decidedAt === null && row.cipher !== null;
  return {
    ...{ id, person, field, reason, askedBy, isSensitive, isMasked, evidenceCount },
    name: row.name ?? '',
    label: labelOf(field),
    before: isSensitive ? null : (before as never),
    after: isMasked ? null : (after as never),
    written: {
      before: isSensitive ? null : writtenValue(field, before),
      after: isMasked ? null : writtenValue(field, after),
    },
    askedAt: new Date(row.askedAt).toISOString(),
    decision: decisionOf(row),
    can: {
      decide: isOpen && decides.has(person) && !own.has(id),
      reveal: isMasked && row.cipher !== null && decides.has(person) && sensitive !== null && mayReveal(sensitive),
      attach: isOpen && askedBy === actor,
      openEvidence: mayOpenEvidence(row, rights),
    },
  };
}

function decisionOf({ decidedAt, isAccepted, decidedBy, decisionReason, act }: Row): Correction['decision'] {
  if (decidedAt === null) return null;
  const at = new Date(decidedAt).toISOString();
  return { isAccepted: isAccepted === true, at, by: decidedBy as string, reason: decisionReason as string, act };
}

export function unknownCorrection(): Problem {
  return new Problem('correction.unknown', 'There is no such request.', { status: 404 });
}
