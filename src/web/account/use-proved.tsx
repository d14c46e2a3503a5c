import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '#/platform/errors.ts';
import { ProveDialog } from './ProveDialog.tsx';
import { askAccountAnew } from './use-own-account.ts';

interface Proved<Input> {
  run: (input: Input) => void;
  isPending: boolean;
  error: Error | null;
  /** Stands open while the server wants to see the password again. */
  dialog: ReactNode;
}

/** Work that the server does only if a password or factor was shown a moment ago: it asks for one, then goes on. */
export function useProved<Input, Output>(
  work: (input: Input) => Promise<Output>,
  done: (output: Output, input: Input) => void = () => {},
): Proved<Input> {
  const { mutate, variables, isPending, error, reset } = useMutation({
    networkMode: 'always',
    mutationFn: work,
    onSuccess: (output: Output, input: Input) => {
      void askAccountAnew();
      done(output, input);
    },
  });
  const mustProve = error instanceof Problem && error.code === 'proof.needed';
  return {
    run: mutate,
    isPending,
    error: mustProve ? null : error,
    dialog: mustProve ? <ProveDialog close={reset} proved={() => mutate(variables as Input)} /> : null,
  };
}
