import { sealedClasses } from '#/kernel/access/class-words.ts';
import type { SensitiveClass } from '#/kernel/access/roles.ts';
import type { ActKind } from '#/kernel/journal/kind.ts';
import { schemaPaths } from '#/kernel/journal/schema-paths.ts';
import type { Seat } from '../capacity.ts';

/** Which fields of a kind the caller may open by breaking the glass, so that no other button stands there. */
export function unsealable(seat: Seat, kind: ActKind | undefined): (field: string) => boolean {
  if (kind === undefined || !seat.may('members.unseal')) return () => false;
  const fields = new Set(
    schemaPaths(kind.schema).flatMap(({ path, meta }) => {
      const what = meta.sensitive as SensitiveClass | undefined;
      return what !== undefined && sealedClasses.has(what) && seat.mayReveal(what) ? [path.join('.')] : [];
    }),
  );
  return (field) => fields.has(field);
}
