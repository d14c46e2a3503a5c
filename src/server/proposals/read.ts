import type { z } from 'zod';
import type { Journal } from '#/kernel/journal/posting.ts';
import type { ProposalRead, readProposal } from '#/kernel/journal/proposal-contract.ts';
import type { Register } from '#/kernel/register.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { mentionOf } from '../journal/withdrawals.ts';
import { problemIn } from '../problem-texts.ts';
import { asDecider, asProposer } from './as-proposer.ts';
import { opened, type ProposalRow, type Proposed } from './rows.ts';
import { readingAt } from './seat-at.ts';
import { type Tried, tryOut } from './tried.ts';

/** A proposal on the register of now. Sensitive values are shown to nobody but who typed them. Throws `proposal.unknown`. */
export async function read({ id, tenant }: z.output<typeof readProposal.input>, api: Api): Promise<ProposalRead> {
  const { installation, seat, actor } = api;
  const reading = await readingAt(api, tenant);
  const { room } = reading;
  const { row, shown, news, seenAt } = await room.read({ actor }, async (tx) => {
    const found = await reading.find(tx, id);
    const [one] = await reading.show(tx, [found]);
    if (one === undefined) throw new Error('a proposal is not shown');
    const recorded = await newsOf(tx, installation.register, found);
    return { row: found, shown: one, news: recorded, seenAt: await headAt(tx) };
  });
  const plain = await room.journal();
  const proposed = opened(row, plain.vault);
  const journal = shown.isOwn ? asProposer(plain, seat) : asDecider(plain);
  // What was returned is read once more, too; what was recorded stands in the journal.
  const isRead = row.state === 'open' || row.state === 'returned';
  const tried = isRead ? await triedNow(api, { room, journal, proposed }) : null;
  return {
    ...shown,
    fields: tried?.act?.fields ?? [],
    act: shown.isOwn ? proposed.act : null,
    paper: (proposed.act.paper as ProposalRead['paper'] | undefined) ?? null,
    note: (proposed.act.note as string | undefined) ?? null,
    rehearsed: row.state === 'open' ? (tried?.rehearsed ?? null) : null,
    news,
    seenAt,
  };
}

interface Now {
  room: Awaited<ReturnType<typeof readingAt>>['room'];
  journal: Journal;
  proposed: Proposed;
}

/** What would come of it now; whom it is about may have left the caller's place, which is told as what stands against it. */
async function triedNow({ installation, actor }: Api, { room, journal, proposed }: Now): Promise<Tried> {
  try {
    return await tryOut(installation, room, { actor, journal, act: proposed.act });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const message = { vi: problemIn(error, 'vi').title, en: problemIn(error, 'en').title };
    const problems = [{ act: 0, code: error.code, message }];
    const nothing = { effects: { persons: [], units: [], more: 0 }, figures: [], actors: [], warnings: [] };
    return { rehearsed: { isPossible: false, problems, ...nothing }, act: null };
  }
}

/** So many are told; more is a reason to open the record itself. */
const most = 10;

async function newsOf({ client }: Tx, register: Register, { id, subjectIds, proposedAt }: ProposalRow) {
  const { rows } = await client.query(
    `select distinct a.id, a.kind, a.effective_on, a.recorded_at, a.recorded_by from act a join act_subject s on s.act_id = a.id
     where s.subject_id = any($1::uuid[]) and s.role in ('person', 'unit') and a.recorded_at > $2::timestamptz and a.id <> $3
     order by a.recorded_at desc, a.id limit ${most}`,
    [subjectIds, proposedAt, id],
  );
  return rows.map((row) => mentionOf(register, row));
}

async function headAt({ client }: Tx): Promise<string> {
  const { rows } = await client.query<{ at: string }>('select last_recorded_at as at from journal_head');
  return (rows[0] as { at: string }).at;
}
