import type { Day } from '#/platform/day.ts';

/** A threshold, deadline, list or allowed step, in force for a span of days, with its instrument. */
export interface Rule {
  key: string;
  /** First day in force; null: since ever. */
  from: Day | null;
  /** First day no longer in force; null: still. */
  to: Day | null;
  value: unknown;
  effect: 'block' | 'warn' | 'compute';
  /** Number as printed, e.g. "06-HD/TW". */
  instrument: string;
  issuedOn: Day | null;
  article: string | null;
  confidence: 'V' | 'R' | 'K' | '?';
  note: string | null;
}

/** "06-HD/TW, 9/6/2025, 3.6b": how a message names its rule. */
export function citation(rule: Rule): string {
  const date = rule.issuedOn?.split('-').map(Number);
  const issued = date === undefined ? null : `${date[2]}/${date[1]}/${date[0]}`;
  return [rule.instrument, issued, rule.article].filter((part) => part !== null).join(', ');
}

export interface Rulebook {
  /** The rule in force on a day (the day of the act, not today), or null. */
  rule: (key: string, on: Day) => Rule | null;
  all: () => readonly Rule[];
}

/** A rulebook over rules in memory. */
export function rulebook(rules: readonly Rule[]): Rulebook {
  const byKey = new Map<string, Rule[]>();
  for (const rule of rules) byKey.set(rule.key, [...(byKey.get(rule.key) ?? []), rule]);
  return {
    rule: (key, on) =>
      byKey.get(key)?.find((r) => (r.from === null || r.from <= on) && (r.to === null || on < r.to)) ?? null,
    all: () => rules,
  };
}
