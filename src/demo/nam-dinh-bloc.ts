import type { ActInput } from '#/kernel/journal/act.ts';
import { journal } from './bloc/journal.ts';
import { type Reform, reform } from './bloc/reform-2025.ts';
import { withIds } from './drafts.ts';
import { draftHistory } from './nam-dinh-bloc/history.ts';
import { CODE, organisations } from './nam-dinh-bloc/organisations.ts';
import { makeCase, structure, town } from './nam-dinh-bloc/setting.ts';

export interface NamDinhBlocOptions {
  seed?: number;
  /** The bodies that take its agencies over on 1/7/2025, where another journal of the register brings them in. */
  bodies?: Reform['bodies'];
}

const ownBodies: Reform['bodies'] = { party: 'NB.CQD', state: 'NB.UBND' };

/**
 * The bloc of agencies and enterprises of Nam Định, 2020–2023: the journal behind the figures of seed 001. It is a part
 * of the register of Ninh Bình: the units NB and ND have to be there.
 */
export function* namDinhBloc({ seed = 2020, bodies = ownBodies }: NamDinhBlocOptions = {}): Generator<ActInput> {
  const all = organisations(seed);
  const the = makeCase(seed, all);
  draftHistory(the);
  const province = { code: 'NB', committee: 'Tỉnh ủy Ninh Bình', name: 'Ninh Bình' };
  function* lines() {
    yield* journal(the, structure(seed, all));
    yield* reform(all, { province, bloc: CODE, town, ward: 'Nam Định', bodies });
  }
  yield* withIds(lines(), 'nam-dinh-bloc', String(seed));
}
