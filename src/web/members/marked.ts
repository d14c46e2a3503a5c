import { makeStore } from '../store.ts';

/** Who is marked in the list: some, or all that match what was asked but for a few. */
export interface Marked {
  /** Of which register. */
  tenant: string | undefined;
  /** Names by id. */
  people: ReadonlyMap<string, string>;
  /** All that match this question (its key), but for those of `but`. */
  all: { asked: string; but: ReadonlySet<string> } | null;
}

const nobody: Marked = { tenant: undefined, people: new Map(), all: null };
const store = makeStore(nobody);

/** One person as a row knows them. */
export interface Markable {
  person: string;
  name: string | null;
}

/** The marks of a register's list. They stay while one searches on and comes back; "all" holds for one question only. */
export function useMarked(tenant: string | undefined, asked: string) {
  const kept = store.use();
  const now = kept.tenant === tenant ? kept : { ...nobody, tenant };
  const all = now.all?.asked === asked ? now.all : null;
  const { people } = now;
  const set = (next: Partial<Marked>) => store.set({ tenant, people, all, ...next });
  const has = (person: string) => (all === null ? people.has(person) : !all.but.has(person));
  return {
    all,
    people,
    has,
    /** Marks them, or takes the mark away. */
    mark: (rows: readonly Markable[], isMarked: boolean) =>
      all === null
        ? set({ people: withRows(people, rows, isMarked) })
        : set({ all: { ...all, but: withIds(all.but, rows, !isMarked) } }),
    markAll: () => set({ people: new Map(), all: { asked, but: new Set() } }),
    clear: () => set({ people: new Map(), all: null }),
  };
}

export type Marks = ReturnType<typeof useMarked>;

function withRows(people: ReadonlyMap<string, string>, rows: readonly Markable[], isMarked: boolean) {
  const next = new Map(people);
  for (const { person, name } of rows) {
    if (isMarked) next.set(person, name ?? '');
    else next.delete(person);
  }
  return next;
}

function withIds(ids: ReadonlySet<string>, rows: readonly Markable[], isIn: boolean) {
  const next = new Set(ids);
  for (const { person } of rows) {
    if (isIn) next.add(person);
    else next.delete(person);
  }
  return next;
}
