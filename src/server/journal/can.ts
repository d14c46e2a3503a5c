import type { Seat } from '../capacity.ts';

interface Row {
  kind: string;
  can: { correct: boolean; withdraw: boolean };
}

/** What may be done with an act in the caller's capacity: to take one back is as much as to record it. */
export function canIn<R extends Row>({ may, mayRecord }: Seat, row: R): R {
  const isOwn = may('acts.post') && mayRecord(row.kind) && mayRecord('act.withdrawn');
  return { ...row, can: { correct: row.can.correct && isOwn, withdraw: row.can.withdraw && isOwn } };
}
