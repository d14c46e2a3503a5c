import type { Clock } from '#/platform/clock.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Installation } from '../installation.ts';
import { answers } from './health.ts';

/** What an installation looks like from outside, in numbers. */
export interface Readings {
  isDatabaseUp: boolean;
  connections: { open: number; idle: number; waiting: number };
  exportsRunning: number;
  /** Null while the database does not answer. */
  journals: JournalReadings | null;
}

export interface JournalReadings {
  acts: number;
  /** Seconds since the oldest act that has no seal was recorded; 0: everything is sealed. */
  sealLag: number;
}

/** Reads them all. */
export async function takeReadings(installation: Installation, exportsRunning: number): Promise<Readings> {
  const isDatabaseUp = await answers(installation.hall);
  const journals = isDatabaseUp ? await readJournals(installation).catch(() => null) : null;
  return { isDatabaseUp, connections: installation.connections(), exportsRunning, journals };
}

async function readJournals(installation: Installation): Promise<JournalReadings> {
  const sum = { acts: 0, sealLag: 0 };
  for (const { code } of await installation.tenants()) {
    const room = await installation.room(code);
    const { acts, sealLag } = await room.read({ actor: 'metrics' }, (tx) => readJournal(tx, installation.clock));
    sum.acts += acts;
    sum.sealLag = Math.max(sum.sealLag, sealLag);
  }
  return sum;
}

/** Seals know how many acts they hold, so that only the last minute is counted. */
async function readJournal({ client }: Tx, clock: Clock): Promise<JournalReadings> {
  const { rows } = await client.query(
    `with sealed as (select coalesce(sum(act_count), 0) as acts, coalesce(max(upto), '-infinity') as upto from seal)
     select (sealed.acts + count(act.id))::float8 as acts, min(act.recorded_at) as oldest
       from sealed left join act on act.recorded_at > sealed.upto group by sealed.acts`,
  );
  const { acts, oldest } = rows[0] as { acts: number; oldest: string | Date | null };
  const age = oldest === null ? 0 : (clock.now().getTime() - new Date(oldest).getTime()) / 1_000;
  return { acts, sealLag: Math.max(0, age) };
}
