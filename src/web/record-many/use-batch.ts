import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { postActs } from '#/kernel/journal/contract.ts';
import { type Rehearsed, type RehearsedProblem, rehearseActs } from '#/kernel/journal/rehearse-contract.ts';
import { answers, ask } from '../ask.ts';
import type { ListedAct } from './rows.ts';

/** Acts of one batch, and of one rehearsal. */
export const postedAtMost = 5_000;
const rehearsedAtMost = 1_000;
/** While somebody types, every letter would be a question. */
const pause = 600;

/** The list tried out on the server, and recorded as one batch. */
export function useBatch(listed: readonly ListedAct[], tenant: string | undefined) {
  const acts = listed.map(({ act }) => act);
  const text = JSON.stringify(acts);
  const settled = useSettled(text);
  const { data, error, isFetching } = useQuery({
    queryKey: [rehearseActs.path, 'many', tenant, settled],
    queryFn: ({ signal }) => rehearsed(JSON.parse(settled), tenant, signal),
    enabled: acts.length > 0 && settled === text,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const recording = useMutation({
    mutationFn: async () => {
      const receipt = await ask(postActs, { tenant, acts });
      void answers.invalidateQueries();
      return receipt;
    },
  });
  return { data, error, isSettled: settled === text && !isFetching, recording };
}

/** A long list is tried out in parts, and told as one. Its problems name the row of the whole. */
async function rehearsed(
  acts: ListedAct['act'][],
  tenant: string | undefined,
  signal: AbortSignal,
): Promise<Rehearsed> {
  let whole: Rehearsed | undefined;
  for (let at = 0; at < acts.length; at += rehearsedAtMost) {
    const part = await ask(rehearseActs, { tenant, acts: acts.slice(at, at + rehearsedAtMost) }, signal);
    const placed = (problem: RehearsedProblem) => ({ ...problem, act: problem.act === null ? null : problem.act + at });
    const told = { ...part, problems: part.problems.map(placed), warnings: part.warnings.map(placed) };
    whole = whole === undefined ? told : joined(whole, told);
  }
  if (whole === undefined) throw new Error('nothing was rehearsed');
  return whole;
}

function joined(a: Rehearsed, b: Rehearsed): Rehearsed {
  return {
    ...a,
    isPossible: a.isPossible && b.isPossible,
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
