import { number } from './numbers.ts';
import type { Size } from './options.ts';
import type { Stage } from './stage.ts';

/** What is asked of a measured value. */
export interface Goal {
  is: 'atLeast' | 'atMost';
  value: number;
  unit: string;
}

/** One row of the table in docs/performance.md. */
export interface Row {
  work: string;
  size: string;
  goal: Goal | null;
  /** The value that the goal speaks of, in its unit. */
  value: number;
  /** All that was measured, for people. */
  measured: string;
  beside: string;
  /** Why a goal is missed; printed only when it is. */
  cause?: string;
}

export interface Bench {
  name: string;
  /** Sizes that it is for; all but the nation unless told. */
  sizes?: readonly Size[];
  /** Runs only by its name: it leaves the register other than it found it. */
  isOnlyWhenAsked?: true;
  run: (stage: Stage) => Promise<Row[]>;
}

export const atLeast = (value: number, unit: string): Goal => ({ is: 'atLeast', value, unit });
export const atMost = (value: number, unit: string): Goal => ({ is: 'atMost', value, unit });

export function goalText(goal: Goal | null): string {
  if (goal === null) return '—';
  return `${goal.is === 'atLeast' ? '≥' : '≤'} ${number(goal.value)} ${goal.unit}`;
}

/** "met", or how far away it is. */
export function verdict({ goal, value, cause }: Row): string {
  if (goal === null) return '—';
  const share = goal.is === 'atLeast' ? goal.value / value : value / goal.value;
  if (share <= 1) return 'met';
  const distance = `missed: ${number(share, 1)} times ${goal.is === 'atLeast' ? 'slower' : 'over'}`;
  return cause === undefined ? distance : `${distance}. ${cause}`;
}
