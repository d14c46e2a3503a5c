import { sql } from 'kysely';
import type { z } from 'zod';
import type { paperShown, SourceAct } from '#/domain/units/page-contract.ts';
import type { OpenUnit } from './open-unit.ts';

interface Row {
  id: string;
  kind: string;
  effectiveOn: string;
  paper: z.infer<typeof paperShown> | null;
}

/** The acts that facts come from, as far as the asker may see them; by id. */
export async function sourcesOf(
  { db, register }: Pick<OpenUnit, 'db' | 'register'>,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => SourceAct | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const { rows } =
    await sql<Row>`select id, kind, effective_on, paper from act where id = any(${wanted}::uuid[])`.execute(db);
  const byId = new Map(
    rows.map(({ id, kind, effectiveOn, paper }): [string, SourceAct] => [
      id,
      { act: id, kind, title: titleOf(register, kind), on: effectiveOn, paper },
    ]),
  );
  return (id) => (id === null ? null : (byId.get(id) ?? null));
}

/** What a kind of act is called; one that this version does not know any more, by its name. */
export function titleOf(register: OpenUnit['register'], kind: string): SourceAct['title'] {
  return register.kinds.get(kind)?.title ?? { vi: kind, en: kind };
}
