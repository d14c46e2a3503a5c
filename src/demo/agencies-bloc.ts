import type { ActInput } from '#/kernel/journal/act.ts';
import { draftHistory } from './agencies-bloc/history.ts';
import { organisations } from './agencies-bloc/organisations.ts';
import { makeCase, structure } from './agencies-bloc/setting.ts';
import { journal } from './bloc/journal.ts';
import { withIds } from './drafts.ts';

/** A bloc of agencies, 2010–2021: the journal behind the figures of seed 004. The whole register of its province. */
export function* agenciesBloc({ seed = 2020 }: { seed?: number } = {}): Generator<ActInput> {
  const all = organisations(seed);
  const the = makeCase(seed, all);
  draftHistory(the);
  yield* withIds(journal(the, structure(seed, all)), 'agencies-bloc', String(seed));
}
