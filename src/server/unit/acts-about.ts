import { type RawBuilder, sql } from 'kysely';
import type { OpenUnit } from './open-unit.ts';

/** Acts about the unit as h: those that fold into facts of it (is_own) and those that name it. */
export function actsAbout(unit: OpenUnit, isAsked: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select h.id, h.kind, h.effective_on, h.paper, s.role = 'unit' as is_own
    from act_subject s join act h on h.id = s.act_id
    where s.subject_id = ${unit.unitId}::uuid and ${recordedBy(unit, 'h')} and ${isAsked}`;
}

/** Recorded by the moment that is asked about. */
export function recordedBy({ knownAt }: OpenUnit, alias: 'h' | 'w'): RawBuilder<unknown> {
  return knownAt === null ? sql`true` : sql`${sql.ref(`${alias}.recordedAt`)} <= ${knownAt}::timestamptz`;
}
