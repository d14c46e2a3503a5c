import type { Day } from '#/platform/day.ts';
import type { InboxLine } from '#/reports/inbox/contract.ts';
import type { Seat } from '../capacity.ts';
import type { Room, Workplace } from '../workplace.ts';

/** Whose inbox, on which day. */
export interface Asked {
  installation: Workplace;
  room: Room;
  seat: Seat;
  actor: string;
  on: Day;
  /** Null: of the whole register. */
  unitId: string | null;
  /** Of the unit in today's tree. */
  path: string;
}

/** A part of the work that puts lines into inboxes. */
export interface Source {
  name: string;
  /** The permission without which it has nothing to say. */
  needs: string;
  lines: (asked: Asked) => Promise<InboxLine[]>;
}
