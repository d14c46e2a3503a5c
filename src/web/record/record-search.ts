import type { Search } from '../address.ts';
import { placeOnly } from '../imports/place-only.ts';

/** What the address of a form says beside the place. */
export interface RecordSearch {
  /** Whom the act is about. */
  person?: string;
  /** The act that this one corrects. */
  instead?: string;
  /** The draft that is being written: its id becomes the act's. */
  draft?: string;
  /** The paper of the act recorded last stands in the form. */
  again?: 'paper';
}

/** The search of a link to a form: the place, and what the form is told; nothing of the page before. */
export function forForm(more: RecordSearch = {}): (before: Search) => Search & RecordSearch {
  return (before) => ({ ...placeOnly(before), ...more });
}
