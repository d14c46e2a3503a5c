import type { ActInput } from '#/kernel/journal/act.ts';
import { draftHistory } from './agencies-bloc/history.ts';
import { CODE, organisations } from './agencies-bloc/organisations.ts';
import { makeCase, structure, town } from './agencies-bloc/setting.ts';
import { journal } from './bloc/journal.ts';
import { reform } from './bloc/reform-2025.ts';
import { withIds } from './drafts.ts';

/** A bloc of agencies, 2010–2021: the journal behind the figures of seed 004. The whole register of its province. */
export function* agenciesBloc({ seed = 2020 }: { seed?: number } = {}): Generator<ActInput> {
  const all = organisations(seed);
  const the = makeCase(seed, all);
  draftHistory(the);
  const province = { code: 'LS', committee: 'Tỉnh ủy Lạng Sơn', name: 'Lạng Sơn' };
  const bodies = { party: 'LS.CQD', state: 'LS.UBND' };
  function* lines() {
    yield* journal(the, structure(seed, all));
    yield* reform(all, { province, bloc: CODE, town, ward: 'Lương Văn Tri', bodies });
  }
  yield* withIds(lines(), 'agencies-bloc', String(seed));
}
