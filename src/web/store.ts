import { useSyncExternalStore } from 'react';

/** A value that outlives the page it was chosen on, for as long as the tab is not loaded anew. */
export interface Store<T> {
  get: () => T;
  set: (next: T) => void;
  use: () => T;
}

export function makeStore<T>(first: T): Store<T> {
  const listeners = new Set<() => void>();
  let now = first;
  const listen = (changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  };
  const get = () => now;
  return {
    get,
    set: (next) => {
      now = next;
      for (const changed of listeners) changed();
    },
    use: () => useSyncExternalStore(listen, get),
  };
}
