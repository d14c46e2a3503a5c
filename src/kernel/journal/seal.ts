import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Clock } from '#/platform/clock.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { leafOf } from './line.ts';
import { type RecordedSpan, readActs } from './read-acts.ts';
import { ID_BYTES, LEAF_BYTES, noSeal, sealHash, uuidBytes } from './seal-chain.ts';

/** A seal that was just made. */
export interface MadeSeal {
  no: number;
  hash: string;
  count: number;
  upto: string;
}

/** Acts in one seal, unless a single batch is larger. */
const actsPerSeal = 100_000;

/** Seals every act that is recorded and not yet sealed. Posting goes on meanwhile: nothing is locked. */
export async function sealJournal(tx: Pick<Tx, 'client'>, clock: Clock): Promise<MadeSeal[]> {
  const made: MadeSeal[] = [];
  for (;;) {
    const seal = await sealNext(tx, clock);
    if (seal === null) return made;
    made.push(seal);
  }
}

/**
 * Makes the next seal; null when there is nothing to seal, or another process has just sealed it.
 * Whatever was recorded up to the head's last instant is committed and complete: that instant was taken under a lock
 * held to the commit. So the span that a seal covers never gets another act.
 */
export async function sealNext(
  { client }: Pick<Tx, 'client'>,
  clock: Clock,
  limit = actsPerSeal,
): Promise<MadeSeal | null> {
  const { rows } = await client.query(
    `select no, encode(hash, 'hex') as hash, upto from seal order by no desc limit 1`,
  );
  const last = rows[0] ?? noSeal;
  const upto = await endOfNext(client, last.upto, limit);
  if (upto === null) return null;
  const { ids, leaves } = await leavesOf(client, { after: last.upto, upto });
  const seal = { no: last.no + 1, upto, count: ids.length / ID_BYTES };
  const listHash = (list: Buffer) => createHash('sha256').update(list).digest('hex');
  const hash = sealHash({ ...seal, previousHash: last.hash, idsHash: listHash(ids), leavesHash: listHash(leaves) });
  const { rowCount } = await client.query(
    `insert into seal (no, previous_hash, hash, upto, act_count, act_ids, leaves, sealed_at)
     values ($1, decode($2, 'hex'), decode($3, 'hex'), $4, $5, $6, $7, $8) on conflict (no) do nothing`,
    [seal.no, last.hash, hash, upto, seal.count, ids, leaves, clock.now().toISOString()],
  );
  return rowCount === 0 ? null : { ...seal, hash };
}

/** Where the next seal ends: at a boundary between batches, after at most `limit` acts if there is one. */
async function endOfNext(client: ClientBase, after: string | null, limit: number): Promise<string | null> {
  const from = after ?? '-infinity';
  const head = await client.query('select last_recorded_at from journal_head');
  const upto: string = head.rows[0].last_recorded_at;
  const beyond = await client.query(
    `select recorded_at from act where recorded_at > $1::timestamptz and recorded_at <= $2::timestamptz order by recorded_at offset $3 limit 1`,
    [from, upto, limit],
  );
  const tooLate: string | null = beyond.rows[0]?.recorded_at ?? null;
  const latest = await client.query(
    `select max(recorded_at) filter (where $3::timestamptz is null or recorded_at < $3::timestamptz) as cut
     from act where recorded_at > $1::timestamptz and recorded_at <= coalesce($3::timestamptz, $2::timestamptz)`,
    [from, upto, tooLate],
  );
  return latest.rows[0].cut ?? tooLate;
}

/** 48 bytes an act stay in memory, the acts themselves do not. */
async function leavesOf(client: ClientBase, span: RecordedSpan): Promise<{ ids: Buffer; leaves: Buffer }> {
  const { rows } = await client.query(
    "select count(*) from act where recorded_at > coalesce($1::timestamptz, '-infinity') and recorded_at <= $2::timestamptz",
    [span.after, span.upto],
  );
  const count: number = rows[0].count;
  const ids = Buffer.alloc(count * ID_BYTES);
  const leaves = Buffer.alloc(count * LEAF_BYTES);
  let at = 0;
  for await (const act of readActs(client, span)) {
    uuidBytes(act.id).copy(ids, at * ID_BYTES);
    leafOf(act).copy(leaves, at * LEAF_BYTES);
    at += 1;
  }
  if (at !== count)
    throw new Error(`the acts recorded up to ${span.upto} changed from ${count} to ${at} while they were sealed`);
  return { ids, leaves };
}
