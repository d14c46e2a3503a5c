import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Rehearsed, type RehearsedProblem, rehearseActs } from '#/kernel/journal/rehearse-contract.ts';
import { ask } from '../ask.ts';
import type { ListedAct } from './rows.ts';

/** Acts of one rehearsal. */
const rehearsedAtMost = 1_000;
/** While somebody types, every letter would be a question. */
const pause = 600;

/** Lines that were tried out together, from 1. */
export interface Part {
  from: number;
  to: number;
  isPossible: boolean;
}

/** What all of a list would change, and which of its lines were tried out together. */
export type RehearsedList = Rehearsed & { parts: readonly Part[] };

/** The list tried out on the server; again when what was sent was refused. */
export function useBatch(
  listed: readonly ListedAct[],
  { tenant, isRefused, asProposal }: { tenant: string | undefined; isRefused: boolean; asProposal: boolean },
) {
  const text = JSON.stringify(listed.map(({ act }) => act));
  const settled = useSettled(text);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [rehearseActs.path, 'many', tenant, settled, isRefused, asProposal],
    queryFn: ({ signal }) => rehearsed(JSON.parse(settled), { tenant, asProposal }, signal),
    enabled: listed.length > 0 && settled === text,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const isSettled = settled === text && !isFetching;
  return { data, error, isSettled, rehearsed: isSettled ? data : undefined, tryAgain: refetch };
}

/** A long list is tried out in parts, and told as one. Its problems name the row of the whole. */
async function rehearsed(
  acts: ListedAct['act'][],
  as: { tenant: string | undefined; asProposal: boolean },
  signal: AbortSignal,
): Promise<RehearsedList> {
  let whole: RehearsedList | undefined;
  for (let at = 0; at < acts.length; at += rehearsedAtMost) {
    const some = acts.slice(at, at + rehearsedAtMost);
    const part = await ask(rehearseActs, { ...as, acts: some }, signal);
    const placed = (problem: RehearsedProblem) => ({ ...problem, act: problem.act === null ? null : problem.act + at });
    const told = {
      ...part,
      problems: part.problems.map(placed),
      warnings: part.warnings.map(placed),
      parts: [{ from: at + 1, to: at + some.length, isPossible: part.isPossible }],
    };
    whole = whole === undefined ? told : joined(whole, told);
  }
  if (whole === undefined) throw new Error('nothing was rehearsed');
  return whole;
}

/** Two parts told as one: what the second changes comes to what the first does. */
export function joined(a: RehearsedList, b: RehearsedList): RehearsedList {
  return {
    ...a,
    isPossible: a.isPossible && b.isPossible,
    parts: [...a.parts, ...b.parts],
    problems: [...a.problems, ...b.problems],
    warnings: [...a.warnings, ...b.warnings],
    effects: {
      persons: [...a.effects.persons, ...b.effects.persons],
      units: [...a.effects.units, ...b.effects.units],
      more: a.effects.more + b.effects.more,
    },
    figures: added(a.figures, b.figures),
  };
}

/** Of figures moved by both parts: from what was before the first to what both make of it. */
function added(a: Rehearsed['figures'], b: Rehearsed['figures']): Rehearsed['figures'] {
  const keyOf = ({ figure, unit }: Rehearsed['figures'][number]) => `${figure} ${unit.code}`;
  const all = new Map(a.map((one) => [keyOf(one), one]));
  for (const one of b) {
    const same = all.get(keyOf(one));
    all.set(keyOf(one), same === undefined ? one : { ...same, after: same.after + one.after - one.before });
  }
  return [...all.values()];
}

function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
