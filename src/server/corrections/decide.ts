import type { z } from 'zod';
import type { Correction, decideCorrection } from '#/domain/members/correction-contract.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { postPrepared, prepareBatch } from '#/kernel/journal/post.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { derivedId } from '#/platform/ids.ts';
import type { Api } from '../api.ts';
import { one } from './ask.ts';
import { decidersOf } from './competent.ts';
import { changeOf } from './field.ts';
import { ownAsking } from './own-asking.ts';
import { findCorrection, type Row, wishOf } from './rows.ts';
import { type Seen, seenBy } from './seen.ts';

type Asked = z.output<typeof decideCorrection.input>;

/** Decides a request: the act and the decision are written together, or neither is. */
export async function decide(asked: Asked, api: Api): Promise<Correction> {
  const seen = await seenBy(api, asked);
  const row = await openRow(seen, asked.id);
  await mustBeAnother(seen, row, api);
  await mustBeCompetent(seen, row.person, api);
  const { room, path } = seen;
  const { actor } = api;
  if (asked.isAccepted) await accept(asked, row, seen, api);
  else await room.write({ actor, scope: path }, (tx) => note(tx, asked, null, api));
  return one(seen, asked.id, api);
}

async function mustBeAnother({ read }: Seen, row: Row, { seat }: Api): Promise<void> {
  const own = await read((tx) => ownAsking(tx, [row], seat));
  if (!own.has(row.id)) return;
  throw new Problem('correction.own', 'Who asks does not decide, nor does anybody in their name: somebody else does.', {
    status: 403,
  });
}

/** The grassroots organisation above the cell decides, or whoever stands above it: its officers see it, those of a cell do not. */
async function mustBeCompetent({ read, path }: Seen, person: string, { installation }: Api): Promise<void> {
  const deciders = await read((tx) => decidersOf(tx, [person], path, installation));
  if (!deciders.has(person))
    throw new Problem('correction.not-competent', 'The grassroots organisation above the cell decides this.', {
      status: 403,
    });
}

async function accept(asked: Asked, row: Row, { room, path }: Seen, api: Api): Promise<void> {
  const journal = await room.journal();
  const { after } = wishOf(row, journal.vault);
  const act: ActInput = {
    id: derivedId(row.id, 'correction'), // accepted twice it is still one act
    kind: asked.kind,
    effectiveOn: asked.effectiveOn ?? today(api.installation.clock),
    ...(asked.paper === undefined ? {} : { paper: asked.paper }),
    note: `Theo đề nghị sửa hồ sơ ${row.id}`,
    person: row.person,
    record: changeOf(row.field, after),
  };
  const via = api.session === null ? 'api' : 'screen';
  const batch = prepareBatch(journal, [act]);
  await postPrepared(
    journal,
    { actor: api.actor, scope: path, source: { via } },
    { ...batch, beforeCommit: (tx) => note(tx, asked, act.id as string, api) },
  );
}

/** Throws `correction.decided`, also for whoever was slower by a moment: then nothing of theirs is recorded. */
async function note({ client }: Tx, { id, isAccepted, reason }: Asked, act: string | null, api: Api): Promise<void> {
  const { rowCount } = await client.query(
    `update correction set decided_at = $2, decided_by = $3, is_accepted = $4, decision_reason = $5, act_id = $6
     where id = $1 and decided_at is null`,
    [id, api.now().toISOString(), api.actor, isAccepted, reason, act],
  );
  if (rowCount === 0) throw decided();
}

async function openRow(seen: Seen, id: string): Promise<Row> {
  const row = await seen.read((tx) => findCorrection(tx, seen, id));
  if (row.decidedAt !== null) throw decided();
  if (row.cipher === null) throw new Problem('value.erased', 'This value has been erased.', { status: 410 });
  return row;
}

export function decided(): Problem {
  return new Problem('correction.decided', 'This request has been decided already.', { status: 409 });
}
