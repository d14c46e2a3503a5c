import { hash } from 'node:crypto';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { readRows } from '#/platform/db/read-rows.ts';
import type { SealedLog } from '../seals/sealed-log.ts';

interface Row extends Record<string, unknown> {
  id: string;
  at: string;
  action: string;
}

// Whom it was about and whether there was a notice belong to the line: taken away from beside it, the line is another one.
const columns = `l.id, l.at, l.actor, l.account_id as account, l.role, l.place_id as place, l.action, l.detail, l.unit_id as unit,
  l.scope, l.reason, l.person_count as "personCount",
  (select encode(sha256(coalesce(string_agg(uuid_send(p.person_id), ''::bytea order by p.person_id), ''::bytea)), 'hex')
   from access_log_person p where p.access_id = l.id) as persons,
  (select n.class from access_notice n where n.access_id = l.id) as notice`;

/** The access log under its seals: a leaf is the sha256 of the canonical JSON of all that is kept of an access. */
export const sealedAccesses: SealedLog = {
  name: 'access-log',
  word: 'access',
  lines: { table: 'access_log', at: 'at', kind: 'action' },
  head: { table: 'access_head', at: 'last_logged_at' },
  seals: { table: 'access_seal', count: 'line_count', ids: 'line_ids' },
  read: async function* (client, { after, upto }) {
    const sql = `select ${columns} from access_log l where l.at > $1::timestamptz and l.at <= $2::timestamptz order by l.id`;
    for await (const rows of readRows<Row>(client, sql, [after ?? '-infinity', upto ?? 'infinity']))
      for (const row of rows) {
        const { id, at, action } = row;
        yield { id, kind: action, recordedAt: at, leaf: () => hash('sha256', canonicalJson(row), 'buffer') };
      }
  },
};
