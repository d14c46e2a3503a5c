import type { ClientBase } from 'pg';

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
