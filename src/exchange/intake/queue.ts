/** Work that goes one after the other for each key: a register takes one batch at a time anyway, and two checks at once would only slow each other. */
export interface Queue {
  /** Runs the work when everything asked for before under this key is done. `waiting` is called if it has to wait. */
  run: <T>(key: string, work: () => Promise<T>, waiting?: () => void) => Promise<T>;
}

export function makeQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (key, work, waiting) => {
      const before = last.get(key);
      if (before !== undefined) waiting?.();
      const turn = (before ?? Promise.resolve()).catch(() => {}).then(work);
      last.set(key, turn);
      return turn.finally(() => {
        if (last.get(key) === turn) last.delete(key);
      });
    },
  };
}
