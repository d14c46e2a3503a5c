import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { listActs } from '#/kernel/journal/list-contract.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { withoutAccents } from '#/platform/text/vietnamese.ts';

export type ActQuestion = z.output<typeof listActs.input>;

/** What narrows the journal, whatever page of it is asked for. */
export type ActFilters = Omit<ActQuestion, 'cursor' | 'limit'>;

type Condition = RawBuilder<unknown>;

/** Above so many the pages are read in order and what does not belong is passed over; below, what belongs is gathered and sorted. */
const gatheredAtMost = 4_000;

export interface Found {
  conditions: Condition[];
  /** Much belongs: some of it comes soon in the order asked for, which the planner cannot know. */
  isMany: boolean;
}

/** The conditions of a question, in SQL over `act a`. `path`: of the part of the tree that is asked for. */
export async function conditionsOf(tx: Tx, asked: ActFilters, path: string): Promise<Found> {
  const hard = await hardConditions(tx, asked, path);
  const own: (Condition | undefined)[] = [
    asked.kind === undefined ? undefined : ofKinds(asked.kind),
    asked.recordedBy === undefined ? undefined : sql`a.recorded_by = ${asked.recordedBy}`,
    asked.effectiveFrom === undefined ? undefined : sql`a.effective_on >= ${asked.effectiveFrom}::date`,
    asked.effectiveTo === undefined ? undefined : sql`a.effective_on <= ${asked.effectiveTo}::date`,
    asked.recordedFrom === undefined ? undefined : sql`a.recorded_at >= ${startOf(asked.recordedFrom)}::timestamptz`,
    asked.recordedTo === undefined
      ? undefined
      : sql`a.recorded_at < ${startOf(asked.recordedTo)}::timestamptz + interval '1 day'`,
    asked.withdrawn === undefined ? undefined : withdrawnIs(asked.withdrawn === 'yes'),
    asked.person === undefined
      ? undefined
      : sql`a.id in (select s.act_id from act_subject s where s.subject_id = ${asked.person}::uuid)`,
    asked.about === undefined
      ? undefined
      : sql`a.id in (select s.act_id from act_subject s
          where s.subject_id = ${asked.about}::uuid and s.role <> 'reference')`,
    ...hard.conditions,
  ];
  return { conditions: own.filter((condition) => condition !== undefined), isMany: hard.isMany };
}

/** One kind by equality: only then does its index give the rows in order of the day. */
function ofKinds(kinds: readonly string[]): Condition {
  return kinds.length === 1 ? sql`a.kind = ${kinds[0]}` : sql`a.kind = any(${kinds}::text[])`;
}

/** The first instant of a day in Viet Nam. */
function startOf(day: string): string {
  return `${day}T00:00:00+07:00`;
}

function withdrawnIs(isWithdrawn: boolean): Condition {
  const touched = sql`exists (select from act b where b.withdraws_id = a.id)`;
  return isWithdrawn ? sql`(${touched} and not act_holds(a.id))` : sql`(not ${touched} or act_holds(a.id))`;
}

/** What row-level security keeps from the indexes: what belongs is gathered by a function of the owner if it is little. */
async function hardConditions({ db }: Tx, asked: ActFilters, path: string): Promise<Found> {
  const label = path === wholeTenant ? null : (path.split('.').at(-2)?.replace('|', '') ?? null);
  const isOnPaper = asked.paper !== undefined && asked.paper !== '';
  const words = isOnPaper ? paperQuery(asked.paper ?? '') : null;
  if (isOnPaper && words === null) return { conditions: [sql`false`], isMany: false };
  const { source = null, import: file = null, kind = null } = asked;
  if (label === null && words === null && source === null && file === null) return { conditions: [], isMany: false };
  const { rows } = await sql<{ id: string }>`select f.id
    from acts_gathered(${label}, ${words}, ${kind}::text[], ${source}, ${file}, ${gatheredAtMost + 1}) as f (id)`.execute(
    db,
  );
  if (rows.length <= gatheredAtMost)
    return { conditions: [sql`a.id = any(${rows.map(({ id }) => id)}::uuid[])`], isMany: false };
  const plain: (Condition | undefined)[] = [
    label === null ? undefined : sql`strpos(a.scope, ${path}) > 0`,
    words === null ? undefined : sql`(a.paper is not null and paper_words(a.paper) @@ ${words}::tsquery)`,
    source === null ? undefined : sql`a.source ->> 'via' = ${source}`,
    file === null ? undefined : sql`a.source ->> 'import' = ${file}`,
  ];
  return { conditions: plain.filter((condition) => condition !== undefined), isMany: true };
}

/** What was typed as a question to `paper_words`: every word, the last letters of each may be missing. Null: no word. */
export function paperQuery(q: string): string | null {
  const words = withoutAccents(q)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}
