import { type RawBuilder, sql } from 'kysely';
import type { HistoryGroup, HistoryLine } from '#/domain/units/page-contract.ts';
import { actColumns, actFromRow } from '#/kernel/journal/line.ts';
import type { Day } from '#/platform/day.ts';
import { actRows } from '../journal/act-rows.ts';
import { actsAbout } from './acts-about.ts';
import { groupOf, kindsOf } from './history-groups.ts';
import type { OpenUnit } from './open-unit.ts';

interface Asked {
  group?: HistoryGroup | undefined;
  after?: string | undefined;
  limit: number;
}

export interface History {
  lines: HistoryLine[];
  next: string | null;
  counts: Record<string, number> | null;
}

/** What was decided about the unit, the latest first; `after` is day and id of the last line of the page before. */
export async function historyOf(unit: OpenUnit, { group, after, limit }: Asked): Promise<History> {
  const acts = actsAbout(unit, isOfGroup(unit.register, group));
  const [day, id] = after?.split(' ') ?? [];
  const isEarlier = after === undefined ? sql`true` : sql`(h.effective_on, h.id) < (${day}::date, ${id}::uuid)`;
  const { rows } = await sql<{ id: string; effectiveOn: Day }>`
    select h.id, h.effective_on from (${acts}) h where ${isEarlier}
    order by h.effective_on desc, h.id desc limit ${limit + 1}`.execute(unit.db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    lines: await linesOf(
      unit,
      shown.map((row) => row.id),
    ),
    next: rows.length > limit && last !== undefined ? `${last.effectiveOn} ${last.id}` : null,
    counts: after === undefined ? await countsOf(unit) : null,
  };
}

/** The acts as the journal shows them, without the unit itself among whom they are about: its page says that. */
async function linesOf(
  { tx, register, unitId, on, knownAt }: OpenUnit,
  ids: readonly string[],
): Promise<HistoryLine[]> {
  const { rows } = await tx.client.query(`select ${actColumns} from act where id = any($1::uuid[])`, [ids]);
  const shown = await actRows(tx, register, rows.map(actFromRow));
  const byId = new Map(shown.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { withdrawnBy, effectiveOn } = row;
    const subjects = row.subjects.filter((one) => one.id !== unitId);
    const isKnown = withdrawnBy === null || knownAt === null || withdrawnBy.recordedAt <= knownAt;
    return {
      ...row,
      subjects,
      subjectCount: row.subjectCount - (row.subjects.length - subjects.length),
      withdrawnBy: isKnown ? withdrawnBy : null,
      isPlanned: effectiveOn > on,
    };
  });
}

/** Of each group how many; so that nobody opens an empty one. */
async function countsOf(unit: OpenUnit): Promise<Record<string, number>> {
  const acts = actsAbout(unit, sql`true`);
  const { rows } = await sql<{ kind: string; isOwn: boolean; count: number }>`
    select h.kind, h.is_own, count(*)::integer as count from (${acts}) h group by h.kind, h.is_own`.execute(unit.db);
  const counts: Record<string, number> = {};
  for (const { kind, isOwn, count } of rows) {
    const group = groupOf(kind, isOwn);
    if (group !== null) counts[group] = (counts[group] ?? 0) + count;
  }
  return counts;
}

function isOfGroup(register: OpenUnit['register'], group: HistoryGroup | undefined): RawBuilder<unknown> {
  const { own, named } = kindsOf(register, group);
  return sql`h.kind = any(case s.role when 'unit' then ${own}::text[] else ${named}::text[] end)`;
}
