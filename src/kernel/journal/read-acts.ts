import type { ClientBase } from 'pg';
import type { Act } from './act.ts';
import { actColumns, actFromRow } from './line.ts';

const rowsAtOnce = 1_000;
let cursors = 0;

/** The rows of a query, however many, a piece at a time; inside a transaction. */
export async function* readRows<Row>(client: ClientBase, sql: string, values: unknown[] = []): AsyncGenerator<Row[]> {
  cursors += 1;
  const name = `rows_${cursors}`;
  await client.query(`declare ${name} no scroll cursor for ${sql}`, values);
  try {
    for (;;) {
      const { rows } = await client.query(`fetch ${rowsAtOnce} from ${name}`);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await client.query(`close ${name}`).catch(() => {}); // a broken transaction has closed it already
  }
}

/** A span of recording: after the one instant, up to and with the other. Null: without limit. */
export interface RecordedSpan {
  after: string | null;
  upto: string | null;
}

/** Every act recorded in the span, in order of id. */
export async function* readActs(client: ClientBase, { after, upto }: RecordedSpan): AsyncGenerator<Act> {
  const sql = `select ${actColumns} from act where recorded_at > $1::timestamptz and recorded_at <= $2::timestamptz order by id`;
  for await (const rows of readRows<Record<string, unknown>>(client, sql, [after ?? '-infinity', upto ?? 'infinity']))
    yield* rows.map(actFromRow);
}
