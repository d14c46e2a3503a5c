import type { ActRow } from '#/kernel/journal/list-contract.ts';
import type { Row, SubjectKind } from './rows.ts';

interface OfList {
  subject: SubjectKind;
  rows: readonly Row[];
  /** An instant as the journal tells it. */
  since: string;
}

/** The acts after an instant that are about somebody on the list, and are none of its own. */
export function newsAbout(acts: readonly ActRow[], { subject, rows, since }: OfList): ActRow[] {
  const own = new Set(rows.map(({ id }) => id));
  const keys = new Set(rows.flatMap(({ key }) => (key === null ? [] : [key])));
  const isListed = ({ type, id, code }: ActRow['subjects'][number]) =>
    type === subject && keys.has(subject === 'person' ? id : (code ?? ''));
  return acts.filter(
    ({ id, recordedAt, subjects }) => recordedAt > since && !own.has(id) && subjects.some((one) => isListed(one)),
  );
}
