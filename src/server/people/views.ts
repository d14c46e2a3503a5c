import type { z } from 'zod';
import type { SavedView, saveView } from '#/domain/members/views-contract.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { findRoom } from '../find-unit.ts';
import type { Workplace } from '../workplace.ts';

type View = z.infer<typeof saveView.input>['view'];

interface Where {
  tenant?: string | undefined;
}

const columns = 'id, name, is_shared as "isShared", owner = $1 as "isMine", view';

/** One's own and the shared ones, by name. */
export async function listViews(installation: Workplace, actor: string, where: Where): Promise<SavedView[]> {
  return inRoom(installation, actor, where, async ({ client }) => {
    const { rows } = await client.query<SavedView>(`select ${columns} from member_view order by name, id`, [actor]);
    return rows;
  });
}

/** Throws `view.name-taken`. */
export async function addView(
  installation: Workplace,
  actor: string,
  { name, isShared, view, ...where }: Where & { name: string; isShared: boolean; view: View },
): Promise<SavedView> {
  return inRoom(installation, actor, where, async ({ client }, path) => {
    const { rows } = await client.query<SavedView>(
      `insert into member_view (name, owner, is_shared, view, changed_at, scope) values ($2, $1, $3, $4, $5, $6)
       on conflict on constraint member_view_owner_name_key do nothing returning ${columns}`,
      [actor, name, isShared, view, installation.clock.now(), path],
    );
    return rows[0] ?? refuse('view.name-taken', 'name', `There is a list "${name}" already.`, 409);
  });
}

type Change = Where & {
  id: string;
  name?: string | undefined;
  isShared?: boolean | undefined;
  view?: View | undefined;
};

/** Throws `view.unknown`, `view.name-taken`. */
export async function changeView(
  installation: Workplace,
  actor: string,
  { id, name, isShared, view, ...where }: Change,
): Promise<SavedView> {
  return inRoom(installation, actor, where, async ({ client }, path) => {
    const taken = await client.query('select from member_view where owner = $1 and name = $2 and id <> $3', [
      actor,
      name ?? null,
      id,
    ]);
    if (taken.rowCount !== 0) refuse('view.name-taken', 'name', `There is a list "${name}" already.`, 409);
    const { rows } = await client.query<SavedView>(
      `update member_view set name = coalesce($3, name), is_shared = coalesce($4, is_shared), view = coalesce($5, view), changed_at = $6, scope = $7
       where id = $2 and owner = $1 returning ${columns}`,
      [actor, id, name ?? null, isShared ?? null, view ?? null, installation.clock.now(), path],
    );
    return rows[0] ?? unknown();
  });
}

/** Throws `view.unknown`. */
export async function deleteView(
  installation: Workplace,
  actor: string,
  { id, ...where }: Where & { id: string },
): Promise<void> {
  await inRoom(installation, actor, where, async ({ client }) => {
    const gone = await client.query('delete from member_view where id = $1 and owner = $2', [id, actor]);
    if (gone.rowCount === 0) unknown();
  });
}

async function inRoom<T>(
  installation: Workplace,
  actor: string,
  { tenant }: Where,
  work: (tx: Tx, path: string) => Promise<T>,
): Promise<T> {
  const room = await findRoom(installation, tenant === undefined ? {} : { tenant });
  return room.write({ actor }, (tx) => work(tx, room.path));
}

function unknown(): never {
  return refuse('view.unknown', 'id', 'There is no such list of yours.', 404);
}

function refuse(code: string, field: string, message: string, status: number): never {
  throw new Problem(code, message, { status, fields: [{ field, code, message }] });
}
