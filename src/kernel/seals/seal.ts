import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Clock } from '#/platform/clock.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { ID_BYTES, LEAF_BYTES, noSeal, sealHash, uuidBytes } from './chain.ts';
import type { RecordedSpan, SealedLog } from './sealed-log.ts';

/** A seal that was just made. */
export interface MadeSeal {
  no: number;
  hash: string;
  count: number;
  upto: string;
}

/** Lines in one seal, unless a single batch is larger. */
const linesPerSeal = 100_000;

/** Seals every line that is recorded and not yet sealed. Recording goes on meanwhile: nothing is locked. */
export async function sealAll(tx: Pick<Tx, 'client'>, log: SealedLog, clock: Clock): Promise<MadeSeal[]> {
  const made: MadeSeal[] = [];
  for (;;) {
    const seal = await sealNext(tx, log, clock);
    if (seal === null) return made;
    made.push(seal);
  }
}

/**
 * Makes the next seal; null when there is nothing to seal, or another process has just sealed it.
 * Whatever was recorded up to the head's last instant is committed and complete: that instant was taken under a lock
 * held to the commit. So the span that a seal covers never gets another line.
 */
export async function sealNext(
  { client }: Pick<Tx, 'client'>,
  log: SealedLog,
  clock: Clock,
  limit = linesPerSeal,
): Promise<MadeSeal | null> {
  const { rows } = await client.query(
    `select no, encode(hash, 'hex') as hash, upto from ${log.seals.table} order by no desc limit 1`,
  );
  const last = rows[0] ?? noSeal;
  const upto = await endOfNext(client, log, last.upto, limit);
  if (upto === null) return null;
  const { ids, leaves } = await leavesOf(client, log, { after: last.upto, upto });
  const seal = { no: last.no + 1, upto, count: ids.length / ID_BYTES };
  const listHash = (list: Buffer) => createHash('sha256').update(list).digest('hex');
  const hash = sealHash({ ...seal, previousHash: last.hash, idsHash: listHash(ids), leavesHash: listHash(leaves) });
  const { rowCount } = await client.query(
    `insert into ${log.seals.table} (no, previous_hash, hash, upto, ${log.seals.count}, ${log.seals.ids}, leaves, sealed_at)
     values ($1, decode($2, 'hex'), decode($3, 'hex'), $4, $5, $6, $7, $8) on conflict (no) do nothing`,
    [seal.no, last.hash, hash, upto, seal.count, ids, leaves, clock.now().toISOString()],
  );
  return rowCount === 0 ? null : { ...seal, hash };
}

/** Where the next seal ends: at a boundary between batches, after at most `limit` lines if there is one. */
async function endOfNext(
  client: ClientBase,
  { head: { table: headTable, at: headAt }, lines: { table, at } }: SealedLog,
  after: string | null,
  limit: number,
): Promise<string | null> {
  const from = after ?? '-infinity';
  const head = await client.query(`select ${headAt} as at from ${headTable}`);
  const upto: string = head.rows[0].at;
  const beyond = await client.query(
    `select ${at} as at from ${table} where ${at} > $1::timestamptz and ${at} <= $2::timestamptz order by ${at} offset $3 limit 1`,
    [from, upto, limit],
  );
  const tooLate: string | null = beyond.rows[0]?.at ?? null;
  const latest = await client.query(
    `select max(${at}) filter (where $3::timestamptz is null or ${at} < $3::timestamptz) as cut
     from ${table} where ${at} > $1::timestamptz and ${at} <= coalesce($3::timestamptz, $2::timestamptz)`,
    [from, upto, tooLate],
  );
  return latest.rows[0].cut ?? tooLate;
}

/** 48 bytes a line stay in memory, the lines themselves do not. */
async function leavesOf(
  client: ClientBase,
  { lines: { table, at: recordedAt }, read, word }: SealedLog,
  span: RecordedSpan,
): Promise<{ ids: Buffer; leaves: Buffer }> {
  const { rows } = await client.query(
    `select count(*) from ${table} where ${recordedAt} > coalesce($1::timestamptz, '-infinity') and ${recordedAt} <= $2::timestamptz`,
    [span.after, span.upto],
  );
  const count: number = rows[0].count;
  const ids = Buffer.alloc(count * ID_BYTES);
  const leaves = Buffer.alloc(count * LEAF_BYTES);
  let at = 0;
  for await (const line of read(client, span)) {
    uuidBytes(line.id).copy(ids, at * ID_BYTES);
    line.leaf().copy(leaves, at * LEAF_BYTES);
    at += 1;
  }
  if (at !== count)
    throw new Error(
      `lines (${word}) recorded up to ${span.upto} changed from ${count} to ${at} while they were sealed`,
    );
  return { ids, leaves };
}
