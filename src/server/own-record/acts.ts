import type { OwnCopy } from '#/domain/members/own-record-contract.ts';
import { schemaPaths } from '#/kernel/journal/schema-paths.ts';
import type { Register } from '#/kernel/register.ts';
import type { Tx } from '#/platform/db/transaction.ts';

const othersClasses = new Set(['complainant', 'vetting']);

/**
 * The acts about a person, by day, without what they say: what it means for the person stands in the record, and a batch
 * or a petition speaks of others too. Kinds that hold a complainant or a vetting are left out altogether.
 */
export async function ownActs({ client }: Tx, person: string, { kinds }: Register): Promise<OwnCopy['acts']> {
  const { rows } = await client.query(
    `select a.id, a.kind, a.effective_on as "effectiveOn", a.paper, a.recorded_at as "recordedAt",
       a.recorded_by as "recordedBy", a.withdraws_id as withdraws
     from act_subject s join act a on a.id = s.act_id
     where s.subject_id = $1 and s.role = 'person' order by a.effective_on, a.id`,
    [person],
  );
  return rows
    .filter(({ kind }) => !speaksOfOthers(kinds.get(kind)))
    .map((row) => ({ ...row, title: kinds.get(row.kind)?.title ?? { vi: row.kind, en: row.kind } }));
}

function speaksOfOthers(kind: ReturnType<Register['kinds']['get']>): boolean {
  if (kind === undefined) return false;
  if (kind.confidential !== undefined) return true;
  return schemaPaths(kind.schema).some(({ meta }) => meta.sensitive !== undefined && othersClasses.has(meta.sensitive));
}
