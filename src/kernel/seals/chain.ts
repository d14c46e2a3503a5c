import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { sha256Hex } from '#/platform/canonical-json.ts';
import type { SealedLog } from './sealed-log.ts';

export const ID_BYTES = 16;
export const LEAF_BYTES = 32;

/** What comes before the first seal. */
export const noSeal = { no: 0, hash: '0'.repeat(64), upto: null } as const;

/** A seal without its lists. Hashes are hex. */
export interface SealRow {
  no: number;
  previousHash: string;
  hash: string;
  upto: string;
  count: number;
}

/** What a seal's hash covers. */
export interface SealContent {
  previousHash: string;
  no: number;
  upto: string;
  count: number;
  idsHash: string;
  leavesHash: string;
}

/** The hash of a seal: sha256 of six lines of text, so that anybody can do it again with sha256sum. */
export function sealHash({ previousHash, no, upto, count, idsHash, leavesHash }: SealContent): string {
  return sha256Hex(`${[previousHash, no, upto, count, idsHash, leavesHash].join('\n')}\n`);
}

/** All seals in order, without their lists. */
export async function readSeals(client: ClientBase, { seals }: SealedLog): Promise<SealRow[]> {
  const { rows } = await client.query(
    `select no, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash, upto, ${seals.count} as count from ${seals.table} order by no`,
  );
  return rows;
}

/** One line as a seal holds it. */
export interface SealedLine {
  id: string;
  leaf: Buffer;
}

const entriesAtOnce = 20_000;

/** The lines that a seal holds, in order of id, a piece of the lists at a time: one seal may hold millions. */
export async function* readSealedLines(
  client: ClientBase,
  { seals }: SealedLog,
  no: number,
): AsyncGenerator<SealedLine> {
  for (let at = 0; ; at += entriesAtOnce) {
    const { rows } = await client.query(
      `select substring(${seals.ids} from $2 for $3) as ids, substring(leaves from $4 for $5) as leaves from ${seals.table} where no = $1`,
      [no, at * ID_BYTES + 1, entriesAtOnce * ID_BYTES, at * LEAF_BYTES + 1, entriesAtOnce * LEAF_BYTES],
    );
    const { ids, leaves } = (rows[0] ?? { ids: Buffer.alloc(0), leaves: Buffer.alloc(0) }) as Record<string, Buffer>;
    const count = Math.min((ids as Buffer).length / ID_BYTES, (leaves as Buffer).length / LEAF_BYTES);
    for (let i = 0; i < Math.floor(count); i += 1)
      yield {
        id: uuidText(ids as Buffer, i * ID_BYTES),
        leaf: (leaves as Buffer).subarray(i * LEAF_BYTES, (i + 1) * LEAF_BYTES),
      };
    if (count < entriesAtOnce) return;
  }
}

/** The hashes of a seal's lists as they lie in the database, odd bytes at their ends included. */
export async function hashLists(
  client: ClientBase,
  { seals }: SealedLog,
  no: number,
): Promise<{ idsHash: string; leavesHash: string }> {
  return {
    idsHash: await hashColumn(client, seals.table, seals.ids, no),
    leavesHash: await hashColumn(client, seals.table, 'leaves', no),
  };
}

async function hashColumn(client: ClientBase, table: string, column: string, no: number): Promise<string> {
  const digest = createHash('sha256');
  const size = 1 << 20;
  for (let at = 1; ; at += size) {
    const { rows } = await client.query(
      `select substring(${column} from $2 for $3) as part from ${table} where no = $1`,
      [no, at, size],
    );
    const part: Buffer = rows[0].part;
    digest.update(part);
    if (part.length < size) return digest.digest('hex');
  }
}

/** A UUID as the 16 bytes that a seal holds. */
export function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

export function uuidText(bytes: Buffer, at = 0): string {
  const hex = bytes.toString('hex', at, at + ID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
