import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { type Askable, ask } from '../ask.ts';

/** As `useAsk`; the answer before stays in sight until the next has come, so that a tree played through days does not flicker. */
export function useAskKept<I extends z.ZodObject, O extends z.ZodType>(
  contract: Askable<I, O>,
  input: z.input<I> | null,
) {
  return useQuery({
    queryKey: [contract.path, input],
    queryFn: ({ signal }) => ask(contract, input as z.input<I>, signal),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  });
}
