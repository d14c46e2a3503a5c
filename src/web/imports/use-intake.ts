import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { readImport } from '#/exchange/intake/contract.ts';
import type { Intake } from '#/exchange/intake/shapes.ts';
import type { Problem } from '#/platform/errors.ts';
import { type Askable, answers, ask } from '../ask.ts';

const keyOf = (id: string) => [readImport.path, id];

/** While the server works the page asks how far it is; while it cannot be reached, whether it is back. */
const askEveryMs = 700;
const knockEveryMs = 2_000;

/** Where an import stands. `isGone`: the server does not answer now; what was known stays. */
export function useIntake(id: string) {
  const query = useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => ask(readImport, { id }, signal),
    staleTime: 0,
    refetchOnWindowFocus: true, // somebody else may have gone on with it
    refetchInterval: ({ state }) =>
      isGone(state.error) ? knockEveryMs : state.data !== undefined && isBusy(state.data) ? askEveryMs : false,
  });
  return { intake: query.data, error: query.error, retry: () => void query.refetch(), isGone: isGone(query.error) };
}

/** Whether the server works on it. */
export function isBusy({ state, progress }: Pick<Intake, 'state' | 'progress'>): boolean {
  return state === 'checking' || state === 'recording' || progress !== undefined;
}

export function isGone(error: unknown): boolean {
  return (error as Partial<Problem> | null)?.code === 'network.gone';
}

/** Keeps what the server told last of an import. */
export function keepIntake(intake: Intake): void {
  answers.setQueryData(keyOf(intake.id), intake);
}

/** Asks anew where the import stands, after the server has refused something. */
export function askAnew(id: string): void {
  void answers.invalidateQueries({ queryKey: keyOf(id) });
}

/** Sends a change of an import; the answer is where it stands then. */
export function useChange<I extends z.ZodObject>(contract: Askable<I, z.ZodType<Intake>>) {
  return useMutation<Intake, Error, z.input<I>>({
    mutationFn: (input) => ask(contract, input),
    networkMode: 'always',
    onSuccess: keepIntake,
    onError: (_error, input) => askAnew(String((input as { id: string }).id)),
  });
}
