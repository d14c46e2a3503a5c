import type { SealedLog } from '../seals/sealed-log.ts';
import { leafOf } from './line.ts';
import { readActs } from './read-acts.ts';

/** The journal under its seals. */
export const sealedJournal: SealedLog = {
  name: 'journal',
  word: 'act',
  lines: { table: 'act', at: 'recorded_at', kind: 'kind' },
  head: { table: 'journal_head', at: 'last_recorded_at' },
  seals: { table: 'seal', count: 'act_count', ids: 'act_ids' },
  read: async function* (client, span) {
    for await (const act of readActs(client, span)) {
      const { id, kind, recordedAt } = act;
      yield { id, kind, recordedAt, leaf: () => leafOf(act) };
    }
  },
};
