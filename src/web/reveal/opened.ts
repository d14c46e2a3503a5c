import type { Revealed } from '#/domain/members/reveal-contract.ts';

/** All that a page needs of a value that was opened. */
export type Opened = Pick<Revealed, 'lines' | 'says'>;
