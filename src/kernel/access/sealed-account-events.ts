import { hash } from 'node:crypto';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { readRows } from '#/platform/db/read-rows.ts';
import type { SealedLog } from '../seals/sealed-log.ts';

interface Row extends Record<string, unknown> {
  id: string;
  recordedAt: string;
  event: string;
}

const columns = 'id, recorded_at as "recordedAt", account_id as account, at, actor, event, note';

/**
 * What was done with accounts, under its seals. Accounts are shared: the chain is the installation's, and each of its registers
 * checks it and prints its head.
 */
export const sealedAccountEvents: SealedLog = {
  name: 'accounts',
  word: 'event',
  lines: { table: 'public.account_event', at: 'recorded_at', kind: 'event' },
  head: { table: 'public.account_head', at: 'last_recorded_at' },
  seals: { table: 'public.account_seal', count: 'line_count', ids: 'line_ids' },
  read: async function* (client, { after, upto }) {
    const sql = `select ${columns} from public.account_event where recorded_at > $1::timestamptz and recorded_at <= $2::timestamptz order by id`;
    for await (const rows of readRows<Row>(client, sql, [after ?? '-infinity', upto ?? 'infinity']))
      for (const row of rows) {
        const { id, recordedAt, event } = row;
        yield { id, kind: event, recordedAt, leaf: () => hash('sha256', canonicalJson(row), 'buffer') };
      }
  },
};
