import type { ClientBase } from 'pg';

/** A span of recording: after the one instant, up to and with the other. Null: without limit. */
export interface RecordedSpan {
  after: string | null;
  upto: string | null;
}

/** A line as it is sealed. */
export interface SealableLine {
  id: string;
  kind: string;
  recordedAt: string;
  /** The sha256 of its canonical text; throws for what was changed into something that is not even a line. */
  leaf: () => Buffer;
}

/**
 * Something append-only under seals: lines with ids, recorded at strictly increasing instants that are taken under the lock
 * of one row. Names of tables and columns are fixed words of ours, so they stand in the SQL as they are.
 */
export interface SealedLog {
  name: 'journal' | 'access-log' | 'accounts';
  /** What one line is called. */
  word: string;
  lines: { table: string; at: string; kind: string };
  head: { table: string; at: string };
  seals: { table: string; count: string; ids: string };
  /** Every line recorded in the span, in order of id. */
  read: (client: ClientBase, span: RecordedSpan) => AsyncGenerator<SealableLine>;
}
