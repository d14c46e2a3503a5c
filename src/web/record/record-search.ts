import { keepPlace, type Search } from '../address.ts';

/** What the address of a form says beside the place. */
export interface RecordSearch {
  /** Whom the act is about. */
  person?: string;
  /** The act that this one corrects. */
  instead?: string;
  /** One's own proposal that was returned, and that this one takes up again. */
  follows?: string;
  /** The draft that is being written: its id becomes the act's. */
  draft?: string;
  /** The paper of the act recorded last stands in the form. */
  again?: 'paper';
}

/** The search of a link to a form: the place, and what the form is told. Its day is not that of the page: an act is recorded as of today unless told. */
export function forForm(more: RecordSearch = {}): (before: Search) => Search & RecordSearch {
  return (before) => ({ ...keepPlace(before), on: undefined, ...more });
}
