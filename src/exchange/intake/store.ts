import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#/platform/clock.ts';
import { isUuid, uuidv7 } from '#/platform/ids.ts';
import type { Session } from './session.ts';

/**
 * Sessions of import, each a folder of its own that only this user may enter: the uploaded file, what was read from it,
 * and the session itself as JSON, so that it survives a restart. All of it goes when the import is recorded, discarded,
 * or has lain a day.
 */
export interface Store {
  folderOf: (id: string) => string;
  /** A new id with its empty folder. */
  makeFolder: () => Promise<string>;
  /** Null where there is none, or where it was removed meanwhile. */
  load: (id: string) => Promise<Session | null>;
  save: (session: Session) => Promise<void>;
  all: () => Promise<Session[]>;
  /** The folder and everything in it. */
  remove: (id: string) => Promise<void>;
  /** What was read of people goes; what became of the import stays for a while. */
  clear: (id: string) => Promise<void>;
  /** Removes what has lain a day, and folders in which no session ever came about. Returns how many went. */
  sweep: () => Promise<number>;
}

export const keptForMs = 24 * 3_600_000;
const record = 'session.json';

export function openStore(folder: string, clock: Clock): Store {
  const folderOf = (id: string) => join(folder, id);
  const saving = new Map<string, Promise<void>>();
  const load = async (id: string): Promise<Session | null> => {
    if (!isUuid(id)) return null;
    const text = await readFile(join(folderOf(id), record), 'utf8').catch(unlessMissing);
    return text === undefined ? null : (JSON.parse(text) as Session);
  };
  const remove = (id: string) => rm(folderOf(id), { recursive: true, force: true });
  const ids = async () => ((await readdir(folder).catch(unlessMissing)) ?? []).filter((name) => isUuid(name));
  return {
    folderOf,
    load,
    remove,
    makeFolder: async () => {
      const id = uuidv7();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700); // whatever the umask
      await mkdir(folderOf(id), { mode: 0o700 });
      return id;
    },
    save: (session) => {
      const text = JSON.stringify(session);
      // One after the other: an older state must not come to lie over a newer one.
      const turn = (saving.get(session.id) ?? Promise.resolve())
        .catch(() => {})
        .then(() => write(folderOf(session.id), text));
      saving.set(session.id, turn);
      return turn.finally(() => {
        if (saving.get(session.id) === turn) saving.delete(session.id);
      });
    },
    all: async () => {
      const found = await Promise.all((await ids()).map((id) => load(id).catch(() => null)));
      return found.filter((session) => session !== null).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    },
    clear: async (id) => {
      const names = (await readdir(folderOf(id)).catch(unlessMissing)) ?? [];
      for (const name of names)
        if (name !== record) await rm(join(folderOf(id), name), { recursive: true, force: true });
    },
    sweep: async () => {
      let gone = 0;
      for (const id of await ids()) {
        const made = await stat(folderOf(id)).catch(unlessMissing);
        const at = (await load(id).catch(() => null))?.createdAt;
        const age = clock.now().getTime() - (at === undefined ? (made?.mtimeMs ?? 0) : Date.parse(at));
        if (age < keptForMs) continue;
        await remove(id);
        gone += 1;
      }
      return gone;
    },
  };
}

/** Written beside and moved into place: a server that is killed leaves the old record or the new one, whole. */
async function write(folder: string, text: string): Promise<void> {
  const half = join(folder, `${record}.new`);
  await writeFile(half, text, { mode: 0o600 });
  await rename(half, join(folder, record));
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
