import { listMembers } from '#/domain/members/list-contract.ts';
import { ask } from '../ask.ts';
import type { List } from './use-list.ts';

/** So many acts go into one batch. */
export const mostAtOnce = 5_000;

interface Gathering {
  /** Those who are left out (ids). */
  but: ReadonlySet<string>;
  signal: AbortSignal;
  /** Is told how many there are so far. */
  told: (count: number) => void;
}

/** Who stands on the list (ids), in its order, read page by page; one more than a batch takes, where there are more. */
export async function gather(
  { question, sort }: Pick<List, 'question' | 'sort'>,
  { but, signal, told }: Gathering,
): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { rows, next } = await ask(listMembers, { ...question, sort, columns: 'name', cursor, limit: 100 }, signal);
    found.push(...rows.map(({ person }) => person).filter((person) => !but.has(person)));
    told(found.length);
    cursor = next ?? undefined;
  } while (cursor !== undefined && found.length <= mostAtOnce);
  return found.slice(0, mostAtOnce + 1);
}
