import type { Act } from '#/kernel/journal/act.ts';
import type { StoryField } from '#/kernel/journal/list-contract.ts';
import { isSealed } from '#/kernel/journal/sensitive.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/** The fields of an act with what became of its erased values in their place: "erased on … under …". */
export async function withErased({ client }: Tx, act: Act, fields: readonly StoryField[]): Promise<StoryField[]> {
  const { rows } = await client.query<{ ref: string; on: string; under: string }>(
    'select ref, erased_on as on, erased_under as under from sensitive_value where act_id = $1 and erased_on is not null',
    [act.id],
  );
  const erased = new Map(rows.map((row) => [row.ref, row]));
  return fields.map((field) => {
    const sealed = field.isSealed ? at(act.body, field.field) : null;
    const gone = isSealed(sealed) ? erased.get(sealed.ref) : undefined;
    if (gone === undefined) return field;
    const day = gone.on.split('-').reverse().join('/');
    const value = { vi: `đã xóa ngày ${day} theo ${gone.under}`, en: `erased on ${day} under ${gone.under}` };
    return { ...field, value };
  });
}

/** What stands at `person.phone` or `assign[2].to`. */
function at(body: unknown, path: string): unknown {
  let node = body;
  for (const step of path.replaceAll(/\[(\d+)\]/g, '.$1').split('.'))
    node = (node as Record<string, unknown> | null | undefined)?.[step];
  return node;
}
