import { useSyncExternalStore } from 'react';

/** Below this a screen is held in one hand: navigation at the bottom, panels over the whole page. */
const query = window.matchMedia('screen and (max-width: 899px)');

export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => query.matches);
}

function listen(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
