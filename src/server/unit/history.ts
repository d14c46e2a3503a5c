import { type RawBuilder, sql } from 'kysely';
import type { HistoryGroup, HistoryLine } from '#/domain/units/page-contract.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import type { Day } from '#/platform/day.ts';
import { actsAbout, recordedBy } from './acts-about.ts';
import { groupOf, kindsOf } from './history-groups.ts';
import type { OpenUnit } from './open-unit.ts';
import { titleOf } from './sources.ts';

interface Asked {
  group?: HistoryGroup | undefined;
  after?: string | undefined;
  limit: number;
}

interface Row {
  id: string;
  kind: string;
  effectiveOn: Day;
  paper: HistoryLine['paper'];
  withdrawnBy: string | null;
  others: string[];
  person: string | null;
}

export interface History {
  lines: HistoryLine[];
  next: string | null;
  counts: Record<string, number> | null;
}

/** What was decided about the unit, the latest first; `after` is day and id of the last line of the page before. */
export async function historyOf(unit: OpenUnit, { group, after, limit }: Asked): Promise<History> {
  const { db, on, facts, register } = unit;
  const acts = actsAbout(unit, isOfGroup(register, group));
  const [day, id] = after?.split(' ') ?? [];
  const isLater = after === undefined ? sql`true` : sql`(h.effective_on, h.id) < (${day}::date, ${id}::uuid)`;
  const { rows } = await sql<Row>`
    select h.id, h.kind, h.effective_on, h.paper, w.id as withdrawn_by, o.others, p.name as person
    from (select * from (${acts}) h where ${isLater} order by h.effective_on desc, h.id desc limit ${limit + 1}) h
    left join lateral (
      select w.id from act w where w.withdraws_id = h.id and ${recordedBy(unit, 'w')} limit 1
    ) w on true
    left join lateral (
      select coalesce(array_agg(s.subject_id), '{}') as others from act_subject s
      where s.act_id = h.id and s.role <> 'person' and s.subject_id <> ${unit.unitId}::uuid
    ) o on true
    left join lateral (
      select r.name from act_subject s join ${facts.table('personRecord', 'r')} on r.person_id = s.subject_id
      where s.act_id = h.id and s.role = 'person' and h.kind like 'post.%'
      order by r.valid @> h.effective_on desc, lower(r.valid) desc limit 1
    ) p on true
    order by h.effective_on desc, h.id desc`.execute(db);
  const shown = rows.slice(0, limit);
  const labelOf = await unitLabels(
    facts,
    shown.flatMap(({ others }) => others.slice(0, mostOthers)),
  );
  const last = shown.at(-1);
  return {
    lines: shown.map((row) => ({
      act: row.id,
      kind: row.kind,
      title: titleOf(register, row.kind),
      on: row.effectiveOn,
      paper: row.paper,
      withdrawnBy: row.withdrawnBy,
      isPlanned: row.effectiveOn > on,
      about: row.others.slice(0, mostOthers).map((other) => labelOf(other, row.effectiveOn)),
      person: row.person,
    })),
    next: rows.length > limit && last !== undefined ? `${last.effectiveOn} ${last.id}` : null,
    counts: after === undefined ? await countsOf(unit) : null,
  };
}

/** A merger of a whole district names hundreds. */
const mostOthers = 8;

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
