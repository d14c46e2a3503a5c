import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { listUnits, type UnitChild } from '#/domain/units/unit-contract.ts';
import type { Day } from '#/platform/day.ts';
import { answers, ask } from '../ask.ts';
import { type Above, type Known, keyOf, type PickLine, pickLines } from './pick-lines.ts';

/** A unit with 5,000 subordinates is asked for three times, and then known whole. */
const pageOf = 2_000;

interface Asked {
  on: Day;
  tenants: readonly string[];
  /** The codes on the way to the chosen unit: they stand open. */
  along: readonly string[];
}

/** The lines in sight. All subordinates of a unit are asked for when it is opened, so that each line tells its place among them. */
export function usePickLines({ on, tenants, along }: Asked) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (above: Above, level: number) =>
    (along.includes(above.unit ?? '') || (tenants.length === 1 && level === 1)) !== turned.has(keyOf(above));
  const { lines, asked } = pickLines(tenants, (above) => knownOf(above, on), isOpen);
  useQueries({
    queries: asked.map((above) => ({
      queryKey: queryOf(above, on),
      queryFn: ({ signal }: { signal: AbortSignal }) => subordinates(above, on, signal),
    })),
  });
  const toggle = ({ key }: PickLine) => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  const retry = ({ above }: PickLine) => void answers.refetchQueries({ queryKey: queryOf(above, on), exact: true });
  return { lines, toggle, retry };
}

const queryOf = ({ tenant, unit }: Above, on: Day) => [listUnits.path, 'all', tenant, unit ?? null, on];

function knownOf(above: Above, on: Day): Known {
  const state = answers.getQueryState<UnitChild[]>(queryOf(above, on));
  if (state?.data !== undefined) return { units: state.data };
  return state?.status === 'error' && state.fetchStatus === 'idle' ? 'failed' : 'waiting';
}

async function subordinates({ tenant, unit }: Above, on: Day, signal: AbortSignal): Promise<UnitChild[]> {
  const all: UnitChild[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: { units: UnitChild[]; next: string | null } = await ask(
      listUnits,
      { tenant, unit, on, after, limit: pageOf },
      signal,
    );
    all.push(...page.units);
    after = page.next;
  }
  return all;
}
