import { Names } from '#/kernel/journal/names.ts';
import { postPrepared } from '#/kernel/journal/post.ts';
import type { Journal, Receipt } from '#/kernel/journal/posting.ts';
import type { Prepared } from '#/kernel/journal/prepare.ts';
import { prepareAct } from '#/kernel/journal/prepare.ts';
import { refuse } from '#/kernel/journal/refuse.ts';
import { today } from '#/platform/day.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { Problem } from '#/platform/errors.ts';

/** Withdraws every act of an import that still holds, as one batch: afterwards the facts are as if it had never been. */
export async function undoImport(
  journal: Journal,
  importId: string,
  options: { actor: string; reason?: string },
): Promise<Receipt> {
  const { known, ids } = await inTransaction(
    journal.pool,
    { actor: options.actor, scope: wholeTenant, readOnly: true },
    async ({ client }) => {
      const batch = await client.query('select file_name from import_batch where id = $1', [importId]);
      const acts = await client.query(
        `select a.id from act a where a.source->>'import' = $1 and a.kind <> 'act.withdrawn'
       and not exists (select 1 from act w where w.withdraws_id = a.id and not exists (select 1 from act x where x.withdraws_id = w.id))`,
        [importId],
      );
      return { known: batch.rows.length > 0, ids: acts.rows.map((row) => row.id as string) };
    },
  );
  if (!known) throw new Problem('import.unknown', `There is no import ${importId}.`, { status: 404 });
  const reason = options.reason ?? `import ${importId} undone`;
  const problems: FieldProblem[] = [];
  const units: Prepared[] = [];
  for (const id of ids) {
    const act = prepareAct(
      { kind: 'act.withdrawn', effectiveOn: today(journal.clock), withdraws: id, reason },
      null,
      journal.register,
      { tenant: journal.tenant, bound: journal.bound },
      problems,
    );
    if (act !== null) units.push(act);
  }
  refuse(problems);
  return postPrepared(
    journal,
    { actor: options.actor, source: { via: 'import', import: importId } },
    {
      names: new Names(),
      units,
      persons: [],
      bulk: ids.length > 5_000,
      beforeCommit: async ({ client }) => {
        await client.query('update import_batch set undone_at = now() where id = $1', [importId]);
      },
    },
  );
}
