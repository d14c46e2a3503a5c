import type { SubjectState, Track } from '#/kernel/facts/state.ts';
import type { UnitLife } from '#/kernel/facts/succession.ts';
import type { Day } from '#/platform/day.ts';
import type { UnitKind, UnitType } from './contract.ts';
import {
  unitCodeTable,
  unitKindTable,
  unitLifeTable,
  unitNameTable,
  unitParentTable,
  withoutNonMembersTable,
} from './tables.ts';

/** How a life ended. */
export type EndKind = 'merged' | 'consolidated' | 'split' | 'dissolved' | 'disbanded' | 'ended';

export interface End {
  actId: string;
  kind: EndKind;
  successorId: string | null;
}

/** The unit exists; `end` is filled in when it no longer does. */
export const life: Track<{ end: End | null }> = {
  name: 'unit_life',
  table: unitLifeTable,
  columns: ({ end }) => ({
    end_act_id: end?.actId ?? null,
    end_kind: end?.kind ?? null,
    successor_id: end?.successorId ?? null,
  }),
};

export const name: Track<string> = {
  name: 'unit_name',
  table: unitNameTable,
  columns: (value) => ({ name: value }),
};

export interface Classified {
  kind: UnitKind;
  type: UnitType | null;
  zone: string | null;
}

export const kind: Track<Classified> = {
  name: 'unit_kind',
  table: unitKindTable,
  columns: (value) => ({ ...value }),
};

export const code: Track<string> = {
  name: 'unit_code',
  table: unitCodeTable,
  columns: (value) => ({ code: value }),
};

/** The superior as the acts say. Where that one ended, the model puts its successor instead. */
export const parent: Track<string> = {
  name: 'unit_parent',
  table: unitParentTable,
  columns: (value) => ({ parent_id: value }),
};

/** No non-member is left in its reach (Form 2, part III). */
export const withoutNonMembers: Track<true> = {
  name: 'unit_without_non_members',
  table: withoutNonMembersTable,
  columns: () => ({}),
};

/** The life of a unit from its own acts; null when none established it. */
export function lifeOf(state: SubjectState): UnitLife | null {
  const spell = state.segments(life).at(-1);
  if (spell === undefined) return null;
  const { end } = spell.value;
  return { from: spell.from, to: spell.to, successorId: end?.successorId ?? null, endActId: end?.actId ?? null };
}

/** Whether the unit exists on a day, by the acts folded so far. */
export function existsOn(state: SubjectState, day: Day): boolean {
  const spell = lifeOf(state);
  return spell !== null && spell.from <= day && (spell.to === null || day < spell.to);
}
