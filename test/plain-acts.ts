import { Client, type Pool, type PoolClient } from 'pg';
import { types } from '#/platform/db/column-types.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { derivedId } from '#/platform/ids.ts';

// Acts written straight into the journal, for tests of what guards and copies it: no fold, no rules.

/** The id of the n-th act; in the order of n, as a client's UUIDs v7 are. */
export function actId(n: number): string {
  return `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** When the n-th batch was recorded. */
export function recordedAt(batch: number): string {
  return `2024-01-01T00:00:00.${String(batch).padStart(6, '0')}Z`;
}

/** Records acts as one batch, as the application does: under the lock of the head, all with one time of recording. */
export async function recordBatch(
  pool: Pool,
  batch: number,
  numbers: readonly number[],
  body: object = {},
): Promise<void> {
  await inTransaction(pool, { actor: 'officer', scope: wholeTenant }, async ({ client }) => {
    await client.query('select 1 from journal_head for update');
    await insertActs(client, batch, numbers, body);
    await client.query('update journal_head set last_recorded_at = $1', [recordedAt(batch)]);
  });
}

/** The rows of a batch, without moving the head. */
export async function insertActs(
  client: PoolClient | Client,
  batch: number,
  numbers: readonly number[],
  body: object = {},
): Promise<void> {
  for (const n of numbers) {
    const values = [
      actId(n),
      'unit.renamed',
      '2020-05-19',
      { unit: derivedId('unit'), name: `Đơn vị ${n}`, ...body },
      recordedAt(batch),
    ];
    await client.query(
      `insert into act (id, kind, effective_on, actor, body, recorded_at, recorded_by, source, content_key, scope)
       values ($1, $2, $3, '{"unit":null,"body":"committee"}', $4, $5, 'officer', '{"via":"screen"}', '\\x00', '|')`,
      values,
    );
  }
}

/** Somebody with every right, in the tables of tenant T. */
export async function asSuperuser<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl, types });
  await client.connect();
  try {
    await client.query('set search_path = t_t, public');
    return await work(client);
  } finally {
    await client.end();
  }
}
