import type { Act } from '#/kernel/journal/act.ts';
import { schemaPaths, visitPath } from '#/kernel/journal/schema-paths.ts';
import type { Register } from '#/kernel/register.ts';

/** A reorganisation may name thousands: enough of them for what is shown. */
const namedAtMost = 200;

/** Whom an act's own fields name: persons and units by id. */
export function referencesOf(register: Register, act: Act): { persons: string[]; units: string[] } {
  const found = { persons: [] as string[], units: [] as string[] };
  const kind = register.kinds.get(act.kind);
  if (kind === undefined) return found;
  for (const { path, meta } of schemaPaths(kind.schema)) {
    const word = meta.refers ?? meta.introduces;
    if (word === undefined) continue;
    const list = word === 'person' ? found.persons : found.units;
    visitPath(act.body, path, (value) => {
      const id = typeof value === 'string' ? value : (value as { id?: string }).id;
      if (id !== undefined && list.length < namedAtMost) list.push(id);
    });
  }
  return found;
}
