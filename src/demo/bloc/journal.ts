import type { ActInput } from '#/kernel/journal/act.ts';
import { linesOf, numberPapers } from '../drafts.ts';
import { random } from '../random.ts';
import type { BlocCase } from './case.ts';
import { registrations } from './opening.ts';
import { inOrder } from './structure.ts';

/** The journal of a bloc: what was there before, the opening balance, then what was drafted, papers numbered. */
export function* journal(the: BlocCase, structure: readonly ActInput[]): Generator<ActInput> {
  numberPapers(random(the.seed, 47, 0), the.drafts);
  yield* inOrder(structure);
  yield* registrations(the);
  yield* linesOf(the.drafts);
}
