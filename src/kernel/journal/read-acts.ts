import type { ClientBase } from 'pg';
import { readRows } from '#/platform/db/read-rows.ts';
import type { RecordedSpan } from '../seals/sealed-log.ts';
import type { Act } from './act.ts';
import { actColumns, actFromRow } from './line.ts';

/** Every act recorded in the span, in order of id. */
export async function* readActs(client: ClientBase, { after, upto }: RecordedSpan): AsyncGenerator<Act> {
  const sql = `select ${actColumns} from act where recorded_at > $1::timestamptz and recorded_at <= $2::timestamptz order by id`;
  for await (const rows of readRows<Record<string, unknown>>(client, sql, [after ?? '-infinity', upto ?? 'infinity']))
    yield* rows.map(actFromRow);
}
