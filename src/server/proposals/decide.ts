import type { z } from 'zod';
import type { Source } from '#/kernel/journal/act.ts';
import { postPrepared, prepareBatch } from '#/kernel/journal/post.ts';
import type {
  ProposalShown,
  recordProposal,
  returnProposal,
  withdrawProposal,
} from '#/kernel/journal/proposal-contract.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { withCarriedValues } from '../recording/carried-values.ts';
import { asDecider } from './as-proposer.ts';
import { alreadyDecided, decide, opened, type ProposalRow, unknownProposal } from './rows.ts';
import { type Reading, readingAt } from './seat-at.ts';
import { requireTwoPersons } from './two-persons.ts';

/**
 * Records what was proposed, word for word and all of it or nothing, by the one way in which acts are recorded; the proposal
 * is closed in the same transaction.
 */
export async function record(
  { id, tenant, seenAt }: z.output<typeof recordProposal.input>,
  api: Api,
): Promise<ProposalShown> {
  const { actor, session, seat, installation } = api;
  const reading = await readingAt(api, tenant);
  const { room } = reading;
  const row = await toDecide(reading, api, id);
  const journal = asDecider(await room.journal());
  const { acts } = opened(row, journal.vault);
  const whole = await withCarriedValues(room, { actor, scope: room.path }, acts);
  const at = installation.clock.now().toISOString();
  const decided = { state: 'recorded' as const, by: actor, account: seat.person?.accountId ?? null, at, reason: null };
  await postPrepared(
    journal,
    { actor, scope: room.path, source: sourceOf(row, session) },
    {
      ...prepareBatch(journal, whole),
      beforeCommit: async (tx, { recordedAt }) => {
        await refuseMoved(tx, row, { seenAt, recordedAt });
        await requireTwoPersons(tx, row, seat);
        await decide(tx, id, decided);
      },
    },
  );
  return reading.one(id);
}

export async function giveBack(
  { id, tenant, reason }: z.output<typeof returnProposal.input>,
  api: Api,
): Promise<ProposalShown> {
  const { actor, seat, installation } = api;
  const reading = await readingAt(api, tenant);
  await toDecide(reading, api, id);
  const at = installation.clock.now().toISOString();
  await reading.room.write({ actor }, (tx) =>
    decide(tx, id, { state: 'returned', by: actor, account: seat.person?.accountId ?? null, at, reason }),
  );
  return reading.one(id);
}

export async function withdraw(
  { id, tenant }: z.output<typeof withdrawProposal.input>,
  api: Api,
): Promise<ProposalShown> {
  const { actor, seat, installation } = api;
  const reading = await readingAt(api, tenant);
  const at = installation.clock.now().toISOString();
  await reading.room.write({ actor }, async (tx) => {
    const row = await reading.find(tx, id);
    if (row.proposedBy !== actor) throw unknownProposal(); // to be returned, not withdrawn
    await decide(tx, id, { state: 'withdrawn', by: actor, account: seat.person?.accountId ?? null, at, reason: null });
  });
  return reading.one(id);
}

/** An open proposal that the caller may decide on. Throws `proposal.unknown`, `proposal.same-person`, `proposal.decided`. */
async function toDecide({ room, find }: Reading, { actor, seat }: Api, id: string): Promise<ProposalRow> {
  return room.read({ actor }, async (tx) => {
    const row = await find(tx, id);
    await requireTwoPersons(tx, row, seat);
    if (row.state !== 'open') throw alreadyDecided();
    return row;
  });
}

/** Nobody records blindly: what came in about the same people and units since it was looked at is looked at first. */
async function refuseMoved(
  { client }: Tx,
  { subjectIds }: ProposalRow,
  { seenAt, recordedAt }: { seenAt: string; recordedAt: string },
): Promise<void> {
  const { rowCount } = await client.query(
    `select from act_subject s join act a on a.id = s.act_id
     where s.subject_id = any($1::uuid[]) and s.role in ('person', 'unit')
       and a.recorded_at > $2::timestamptz and a.recorded_at <> $3::timestamptz limit 1`,
    [subjectIds, seenAt, recordedAt],
  );
  if (rowCount !== 0)
    throw new Problem('proposal.moved', 'Something was recorded about them since: look at the proposal again.', {
      status: 409,
    });
}

function sourceOf({ proposedBy, proposedAt, proposingUnitId }: ProposalRow, session: string | null): Source {
  const proposal = { by: proposedBy, at: proposedAt, unit: proposingUnitId };
  return { via: session === null ? 'api' : 'screen', proposal };
}
