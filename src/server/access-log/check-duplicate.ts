import type { z } from 'zod';
import type { checkDuplicate as contract } from '#/domain/members/reveal-contract.ts';
import { logAccess } from '#/kernel/access/access-log.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem, wrongField } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { lookerOf } from './looker.ts';

/** More than anybody records by hand; whoever tries numbers one after the other is stopped, and stands in the log. */
const checksAnHour = 120;

/**
 * Whether a citizen id is in the register. Of somebody whom the caller may not see only the unit to ask is told, and there
 * is no way on from it: no id, no name. The question itself is a line of the log, also where the answer is no.
 */
export async function checkDuplicate(
  { citizenId, tenant, scope }: z.output<typeof contract.input>,
  api: Api,
): Promise<z.input<typeof contract.output>> {
  const { installation, actor } = api;
  const room = await findRoom(installation, { tenant, scope });
  const context = { actor, scope: await scopePath(installation, room, scope) };
  const digits = citizenId.replaceAll(/[\s.-]/g, '');
  if (!/^\d{12}$/.test(digits)) throw notOne();
  const { vault } = await room.journal();
  const lookup = vault.lookupOf('citizen-id', digits);
  const found = await room.openly('duplicate-check', actor, async (tx) => {
    await mustBeFew(tx, actor);
    return held(tx, lookup, context.scope);
  });
  const here = found.find(({ isHere }) => isHere)?.person ?? null;
  const elsewhere = found.flatMap(({ isHere, unit }) => (isHere ? [] : [unit ?? room.tenant.name]));
  await logAccess(
    room,
    { ...context, ...lookerOf(api) },
    {
      action: 'duplicate.checked',
      detail: { here: here !== null, elsewhere: elsewhere.length },
      unitId: null,
      persons: found.map(({ person }) => person),
      reason: 'Kiểm tra trùng số định danh cá nhân trước khi ghi',
    },
  );
  return { here, elsewhere: [...new Set(elsewhere)].toSorted() };
}

interface Holder {
  person: string;
  isHere: boolean;
  /** The grassroots organisation of the last standing, which keeps the dossier; else the unit itself. */
  unit: string | null;
}

// As an import judges it: a value that was corrected since is nobody's any more, only today's record counts.
async function held({ client }: Tx, lookup: Buffer | null, path: string): Promise<Holder[]> {
  const { rows } = await client.query<Holder>(
    `select p.person_id as person, strpos(p.scope, $2) > 0 as "isHere", n.name as unit
     from sensitive_value v
     join person_record r on r.person_id = v.subject_id and upper_inf(r.valid) and r.details -> 'citizenId' ->> 'ref' = v.ref::text
     join person p on p.person_id = r.person_id
     left join lateral (select s.unit_id from standing s where s.person_id = p.person_id
       order by upper(s.valid) desc nulls first limit 1) s on true
     left join lateral (select l.ancestor_id as unit_id from unit_line l
       join unit_kind k on k.unit_id = l.ancestor_id and upper_inf(k.valid)
       where l.unit_id = s.unit_id and upper_inf(l.valid) and k.kind in ('grassroots-body', 'grassroots-cell')
       order by l.depth limit 1) g on true
     left join lateral (select name from unit_name n where n.unit_id = coalesce(g.unit_id, s.unit_id)
       order by upper(n.valid) desc nulls first limit 1) n on true
     where v.lookup = $1`,
    [lookup, path],
  );
  return rows;
}

async function mustBeFew({ client }: Tx, actor: string): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from access_log
     where actor = $1 and action = 'duplicate.checked' and at > clock_timestamp() - interval '1 hour'`,
    [actor],
  );
  if ((rows[0]?.count ?? 0) < checksAnHour) return;
  throw new Problem('duplicate.too-many', `Not more than ${checksAnHour} numbers an hour are checked.`, {
    status: 429,
  });
}

function notOne(): Problem {
  return wrongField('citizenId', 'citizen-id.invalid', 'A citizen number has 12 digits.');
}
