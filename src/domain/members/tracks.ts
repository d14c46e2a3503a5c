import type { Segment, SubjectState, Track } from '#/kernel/facts/state.ts';
import type { Day, PartialDay } from '#/platform/day.ts';
import { type PersonRecord, recordColumns } from './record.ts';
import {
  exemptionTable,
  memberNumberTable,
  personRecordTable,
  standingTable,
  suspensionTable,
  temporaryStayTable,
  transitTable,
} from './tables.ts';

// Units stand here as the acts name them; where one ended, the model puts its successor (resolve.ts).

export type Status = 'probationary' | 'official';

/** What happened to a person; also how a standing begins (entry) and ends (exit). */
export type MemberEvent =
  | 'registered'
  | 'approved'
  | 'admitted'
  | 'readmitted'
  | 'recognised'
  | 'transferred'
  | 'letter-issued'
  | 'received'
  | 'transfer-cancelled'
  | 'stay-began'
  | 'stay-hosted'
  | 'stay-ended'
  | 'exempted'
  | 'exemption-ended'
  | 'suspended'
  | 'suspension-ended'
  | 'name-removed'
  | 'expelled'
  | 'left'
  | 'died'
  | 'restored'
  | 'assigned';

/** In a unit; or since the day of a letter between two, counted in their nearest common superior. */
export type Place = { unit: string } | { from: string; to: string; since: Day };

export interface Standing {
  place: Place;
  status: Status;
  entry: MemberEvent;
  exit: MemberEvent | null;
}

export const standing: Track<Standing> = {
  name: 'standing',
  table: standingTable,
  columns: ({ place, status }) => ({ status, in_transit: !('unit' in place) }),
};

/** Between letter and receipt. `to` null: to a place outside this tenant, where nobody here can count the member. */
export interface Transit {
  from: string;
  to: string | null;
  placeKind: string | null;
  place: string | null;
  letter: string | null;
  status: Status;
}

export const transit: Track<Transit> = {
  name: 'transit',
  table: transitTable,
  columns: ({ placeKind, place, letter }) => ({ place_kind: placeKind, place, letter }),
};

/** `until`: the last day of an exemption or suspension that lapses by itself. */
export interface Exemption {
  kind: 'permanent' | 'temporary';
  until: Day | null;
}

export const exemption: Track<Exemption> = {
  name: 'exemption',
  table: exemptionTable,
  columns: ({ kind }) => ({ kind }),
};

export const suspension: Track<{ until: Day | null }> = {
  name: 'suspension',
  table: suspensionTable,
  columns: () => ({}),
};

/** Away for a time: counted at home, lives with the host. A guest from outside the tenant has no home here. */
export interface Stay {
  home: string | null;
  host: string | null;
  placeKind: string | null;
  place: string | null;
  dueOn: Day | null;
}

export const stay: Track<Stay> = {
  name: 'temporary_stay',
  table: temporaryStayTable,
  columns: ({ placeKind, place, dueOn }) => ({ place_kind: placeKind, place, due_on: dueOn }),
};

export const record: Track<PersonRecord> = {
  name: 'person_record',
  table: personRecordTable,
  columns: recordColumns,
  fromTheBeginning: true,
};

/** Keyed by scheme: a new number of a scheme ends the one before. */
export const number: Track<{ number: string; issuedOn: PartialDay | null; issuedAt: string | null }> = {
  name: 'member_number',
  table: memberNumberTable,
  columns: (value, scheme) => ({ scheme, number: value.number, issued_on: value.issuedOn, issued_at: value.issuedAt }),
};

/** The spell of a track on a day, by the acts folded so far. */
export function segmentOn<V>(state: SubjectState, track: Track<V>, day: Day): Segment<V> | null {
  return state.segments(track).find(({ from, to }) => from <= day && (to === null || day < to)) ?? null;
}
