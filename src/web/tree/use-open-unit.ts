import { useTreeSearch } from './tree-search.ts';

/** Goes to a unit that was chosen in the tree. */
export function useOpenUnit(): (code: string) => void {
  const [, change] = useTreeSearch();
  return (code) => change({ at: code });
}
