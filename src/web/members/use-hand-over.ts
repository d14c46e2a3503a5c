import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { keepPlace } from '../address.ts';
import { handOver } from '../people/handed-over.ts';
import { gather, mostAtOnce } from './gather.ts';
import type { Marks } from './marked.ts';
import type { List } from './use-list.ts';

/** Hands those chosen to the page for many people; all of a list are read first, until one leaves or stops it. */
export function useHandOver(list: List, { all, people }: Marks) {
  const navigate = useNavigate();
  const reading = useRef<AbortController>(null);
  const [gathered, setGathered] = useState<number | null>(null);
  const [isTooMany, setTooMany] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => () => reading.current?.abort(), []);
  const read = async (but: ReadonlySet<string>): Promise<readonly string[]> => {
    const aborter = new AbortController();
    reading.current = aborter;
    setGathered(0);
    return gather(list, { but, signal: aborter.signal, told: setGathered });
  };
  const over = async (kind: string): Promise<void> => {
    setError(null);
    try {
      const chosen = all === null ? [...people.keys()] : await read(all.but);
      if (chosen.length > mostAtOnce) return setTooMany(true);
      const handed = handOver(chosen);
      const search = (before: object) => ({ ...keepPlace(before), ...handed });
      await navigate({ to: '/record/$kind/many', params: { kind }, search });
    } catch (fault) {
      if (reading.current?.signal.aborted !== true) setError(fault);
    } finally {
      setGathered(null);
    }
  };
  return { over, gathered, isTooMany, error, stop: () => reading.current?.abort() };
}
