import type { Journal, Receipt } from '#/kernel/journal/posting.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { undoImport } from '../import/undo-import.ts';

/** Takes an import back as one. Where later acts hang on it, throws `import.hanging` with their list: day, kind and whom they are about. */
export async function takeBack(
  journal: Journal,
  importId: string,
  options: { actor: string; reason?: string },
): Promise<Receipt> {
  try {
    return await undoImport(journal, importId, options);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const hanging = await hangingActs(journal, error.fields, importId, options.actor);
    if (hanging.length === 0) throw error;
    const message = `${hanging.length} later acts hang on this import; withdraw them first.`;
    throw new Problem('import.hanging', message, { fields: hanging, status: 409, cause: error });
  }
}

/** The acts of others among those that would no longer hold, as far as the caller may see them. */
async function hangingActs(
  { pool, bound }: Journal,
  faults: readonly FieldProblem[],
  importId: string,
  actor: string,
): Promise<FieldProblem[]> {
  const reasons = new Map(
    faults.flatMap(({ actId, message }) => (actId === undefined ? [] : [[actId, message] as const])),
  );
  return inTransaction(pool, { actor, scope: bound?.path ?? wholeTenant, readOnly: true }, async ({ client }) => {
    const { rows } = await client.query(
      `select a.id, a.kind, a.effective_on as day,
         (select string_agg(distinct coalesce(r.name, u.name), ', ') from act_subject s
          left join person_record r on r.person_id = s.subject_id and upper_inf(r.valid)
          left join unit_name u on u.unit_id = s.subject_id and upper_inf(u.valid)
          where s.act_id = a.id and s.role <> 'reference') as about
       from act a where a.id = any($1::uuid[]) and a.source ->> 'import' is distinct from $2
       order by a.effective_on, a.id`,
      [[...reasons.keys()], importId],
    );
    return rows.map(({ id, kind, day, about }) => ({
      actId: id,
      code: 'import.hanging',
      message: `${day} ${kind}${about === null ? '' : `: ${about}`} (${reasons.get(id)})`,
    }));
  });
}
