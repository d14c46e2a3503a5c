import { actFromRow, toLine } from '#/kernel/journal/line.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/**
 * The whole journal as journal-file lines, in order of recording. Sensitive values stay {ref, commitment}:
 * the file may be kept and read without opening anything.
 */
export async function* exportJournal({ client }: Tx): AsyncGenerator<Record<string, unknown>> {
  await client.query('declare journal_lines no scroll cursor for select * from act order by recorded_at, id');
  for (;;) {
    const { rows } = await client.query('fetch 2000 from journal_lines');
    if (rows.length === 0) break;
    for (const row of rows) yield toLine(actFromRow(row));
  }
  await client.query('close journal_lines');
}
