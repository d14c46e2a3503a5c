import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { listAccounts } from '#/platform/accounts/accounts-contract.ts';
import { type Askable, answers, ask, useAsk } from '../ask.ts';

export const useAccounts = () => useAsk(listAccounts, {});

/** Something done with an account; the list is asked anew afterwards. */
export function useDoing<I extends z.ZodObject, O extends z.ZodType>(
  contract: Askable<I, O>,
  done: (answer: z.output<O>) => void = () => {},
) {
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: z.input<I>) => ask(contract, input),
    onSuccess: (answer: z.output<O>) => {
      void answers.invalidateQueries({ queryKey: [listAccounts.path] });
      done(answer);
    },
  });
}
