import type { z } from 'zod';
import type { Correction, decideCorrection, revealCorrection } from '#/domain/members/correction-contract.ts';
import { checkReason } from '#/kernel/access/access-log.ts';
import { isOnePerson } from '#/kernel/access/second-person.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { postPrepared, prepareBatch } from '#/kernel/journal/post.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { derivedId } from '#/platform/ids.ts';
import { logLimited } from '../access-log/log-limited.ts';
import { linesOf, mustReveal } from '../access-log/read-value.ts';
import type { Api } from '../api.ts';
import { one } from './ask.ts';
import { changeOf, classOf } from './field.ts';
import { correctionRows, type Row, unknownCorrection, wishOf } from './rows.ts';
import { type Seen, seenBy } from './seen.ts';

type Asked = z.output<typeof decideCorrection.input>;

/** Decides a request: the act and the decision are written together, or neither is. */
export async function decide(asked: Asked, api: Api): Promise<Correction> {
  const seen = await seenBy(api, asked);
  const row = await openRow(seen, asked.id);
  if (await seen.read((tx) => isOnePerson(tx, row.askedBy, api.actor)))
    throw new Problem('correction.own', 'Who asks does not decide: somebody else does.', { status: 403 });
  await mustBeCompetent(seen, row.person, api);
  const { room, path } = seen;
  const { actor } = api;
  if (asked.isAccepted) await accept(asked, row, seen, api);
  else await room.write({ actor, scope: path }, (tx) => note(tx, asked, null, api));
  return one(seen, asked.id, api);
}

/** The grassroots organisation above the cell decides, or whoever stands above it: its officers see it, those of a cell do not. */
async function mustBeCompetent({ read }: Seen, person: string, { installation }: Api): Promise<void> {
  const kinds = [...installation.register.grassrootsKinds];
  const isSeen = await read(async ({ client }) => {
    const { rowCount } = await client.query(
      `select from person p join unit_scope u on strpos(p.scope, u.path) > 0
         join unit_kind k on k.unit_id = u.unit_id and k.valid @> $3::date
       where p.person_id = $1 and k.kind = any($2) and strpos(u.path, nullif(current_setting('sotay.scope'), '')) > 0 limit 1`,
      [person, kinds, today(installation.clock)],
    );
    return rowCount !== 0;
  });
  if (!isSeen)
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

/** What a sensitive request says, for whoever may reveal that class: the line of the log is there first. */
export async function reveal(
  asked: z.output<typeof revealCorrection.input>,
  api: Api,
): Promise<z.input<typeof revealCorrection.output>> {
  const reason = checkReason(asked.reason);
  const seen = await seenBy(api, asked);
  const [row] = await seen.read((tx) => correctionRows(tx, { id: asked.id }));
  if (row === undefined) throw unknownCorrection();
  const sensitive = classOf(row.field);
  if (sensitive !== null) mustReveal(api.seat, sensitive);
  const { vault } = await seen.room.journal();
  const { after } = wishOf(row, vault);
  const { id, field, person } = row;
  const line = { action: 'correction.revealed', detail: { field, correction: id }, unitId: null, reason };
  const context = { actor: api.actor, scope: seen.path };
  await logLimited(seen.room, context, { ...line, persons: [person] }, 'reveals', api);
  return { after: after as never, lines: linesOf(after) };
}

async function openRow(seen: Seen, id: string): Promise<Row> {
  const [row] = await seen.read((tx) => correctionRows(tx, { id }));
  if (row === undefined) throw unknownCorrection();
  if (row.decidedAt !== null) throw decided();
  if (row.cipher === null) throw new Problem('value.erased', 'This value has been erased.', { status: 410 });
  return row;
}

function decided(): Problem {
  return new Problem('correction.decided', 'This request has been decided already.', { status: 409 });
}
