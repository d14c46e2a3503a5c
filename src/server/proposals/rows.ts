import type { ActInput } from '#/kernel/journal/act.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';

/** A proposal as its table keeps it, with the paths of its units in today's tree. */
export interface ProposalRow {
  id: string;
  kind: string;
  state: 'open' | 'recorded' | 'returned' | 'withdrawn';
  proposingUnitId: string | null;
  competentUnitId: string | null;
  /** Null: no unit, or one that was taken back. */
  proposingPath: string | null;
  competentPath: string | null;
  subjectIds: string[];
  cipher: Buffer;
  proposedBy: string;
  proposerAccount: string | null;
  proposerGrant: string | null;
  proposerRole: string | null;
  proposedAt: string;
  followsId: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
}

/** What lies encrypted. */
export interface Proposed {
  /** Whom or what it is about; of a list the first. */
  about: string;
  /** One, or those of a list. */
  acts: readonly ActInput[];
  /** Of a list: whom each act is about. */
  names: readonly string[];
}

const columns = `p.id, p.kind, p.state, p.proposing_unit_id as "proposingUnitId", p.competent_unit_id as "competentUnitId",
  f.path as "proposingPath", c.path as "competentPath", p.subject_ids as "subjectIds", p.cipher,
  p.proposed_by as "proposedBy", p.proposer_account as "proposerAccount", p.proposer_grant as "proposerGrant",
  p.proposer_role as "proposerRole", p.proposed_at as "proposedAt", p.follows_id as "followsId",
  p.decided_by as "decidedBy", p.decided_at as "decidedAt", p.reason`;
const placed = `proposal p left join unit_scope f on f.unit_id = p.proposing_unit_id
  left join unit_scope c on c.unit_id = p.competent_unit_id`;

export async function proposalRow({ client }: Tx, id: string): Promise<ProposalRow | null> {
  const { rows } = await client.query<ProposalRow>(`select ${columns} from ${placed} where p.id = $1`, [id]);
  return rows[0] ?? null;
}

/** As many as somebody looks through; what is older is in the journal, or was returned. */
const most = 200;

/** One's own, the open ones first, then the latest. */
export async function ownProposals({ client }: Tx, actor: string): Promise<ProposalRow[]> {
  const { rows } = await client.query<ProposalRow>(
    `select ${columns} from ${placed} where p.proposed_by = $1 order by p.state = 'open' desc, p.proposed_at desc limit $2`,
    [actor, most],
  );
  return rows;
}

/** Open ones that others have made, the longest waiting first. */
export async function openProposals({ client }: Tx, actor: string): Promise<ProposalRow[]> {
  const { rows } = await client.query<ProposalRow>(
    `select ${columns} from ${placed} where p.state = 'open' and p.proposed_by <> $1 order by p.proposed_at, p.id limit $2`,
    [actor, most],
  );
  return rows;
}

/** Decides an open proposal; what was decided already stays. Throws `proposal.decided` (409). */
export async function decide(
  { client }: Tx,
  id: string,
  decided: { state: ProposalRow['state']; by: string; account: string | null; at: string; reason: string | null },
): Promise<void> {
  const { state, by, account, at, reason } = decided;
  const { rowCount } = await client.query(
    `update proposal set state = $2, decided_by = $3, decider_account = $4, decided_at = $5, reason = $6
     where id = $1 and state = 'open'`,
    [id, state, by, account, at, reason],
  );
  if (rowCount === 0) throw alreadyDecided();
}

export function opened({ id, cipher }: Pick<ProposalRow, 'id' | 'cipher'>, vault: Vault): Proposed {
  const { about, act, acts, names } = vault.reveal(cipher, id).value as Partial<Proposed> & { act?: ActInput };
  // Before there were lists, the one act stood by itself.
  return { about: about ?? '', acts: acts ?? (act === undefined ? [] : [act]), names: names ?? [] };
}

export function alreadyDecided(): Problem {
  return new Problem('proposal.decided', 'This proposal has been decided already.', { status: 409 });
}

export function unknownProposal(): Problem {
  return new Problem('proposal.unknown', 'There is no such proposal.', { status: 404 });
}
