import type { Day } from '#/platform/day.ts';
import type { Act, Subject } from '../journal/act.ts';
import type { FactRow, FactTable } from './table.ts';

/** One property of a subject over time: at most one value a day (and key). */
export interface Track<V> {
  name: string;
  table: FactTable;
  /** Columns of the row for a value; the subject, valid and act_id are added. */
  columns: (value: V, key: string) => Record<string, FactRow[string]>;
  /** True when the first spell reaches back without limit (what a record says of a person). */
  fromTheBeginning?: boolean;
  /** Persons only: true when it holds no longer than the person is a member (a post in a committee). */
  whileMember?: boolean;
}

export interface Segment<V> {
  from: Day;
  to: Day | null;
  value: V;
  actId: string;
}

/** The state of one subject while its acts are folded, in order. Reducers read and change it; it keeps the whole course of each track. */
export class SubjectState {
  readonly subject: Subject;
  readonly tracks = new Map<string, { track: Track<unknown>; key: string; segments: Segment<unknown>[] }>();
  readonly events: { table: FactTable; row: FactRow }[] = [];

  constructor(subject: Subject) {
    this.subject = subject;
  }

  /** The value in force now (after the acts folded so far), or null. */
  get<V>(track: Track<V>, key = ''): V | null {
    const last = this.segments(track, key).at(-1);
    return last !== undefined && last.to === null ? last.value : null;
  }

  /** All segments so far, oldest first. */
  segments<V>(track: Track<V>, key = ''): Segment<V>[] {
    return (this.tracks.get(`${track.name}\u001f${key}`)?.segments ?? []) as Segment<V>[];
  }

  /** From `act.effectiveOn` (or `on`) the track has `value`; null ends it. `closing` changes the value of the spell that ends. */
  set<V>(
    track: Track<V>,
    value: V | null,
    act: Pick<Act, 'id' | 'effectiveOn'>,
    options: { key?: string; on?: Day; closing?: (value: V) => V } = {},
  ): void {
    const key = options.key ?? '';
    const on = options.on ?? act.effectiveOn;
    const mapKey = `${track.name}\u001f${key}`;
    let entry = this.tracks.get(mapKey);
    if (entry === undefined) {
      entry = { track: track as Track<unknown>, key, segments: [] };
      this.tracks.set(mapKey, entry);
    }
    const segments = entry.segments as Segment<V>[];
    const last = segments.at(-1);
    if (last !== undefined && last.to === null) {
      if (last.from === on) segments.pop();
      else segments[segments.length - 1] = { ...last, to: on, value: options.closing?.(last.value) ?? last.value };
    }
    if (value !== null) segments.push({ from: on, to: null, value, actId: act.id });
  }

  /** Changes the value that is in force on a day, over its whole spell: a correction of what was never so. */
  amend<V>(track: Track<V>, on: Day, change: (value: V) => V, key = ''): boolean {
    const segments = this.segments(track, key);
    const at = segments.findLastIndex((s) => s.from <= on && (s.to === null || on < s.to));
    const segment = segments[at];
    if (segment === undefined) return false;
    segments[at] = { ...segment, value: change(segment.value) };
    return true;
  }

  /** Adds an event row. */
  emit(table: FactTable, row: FactRow): void {
    this.events.push({ table, row });
  }
}
