import type { z } from 'zod';
import type { StoryField } from '#/kernel/journal/list-contract.ts';
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
  const plain = await room.journal();
  const { row, shown, news, seenAt } = await room.read({ actor }, async (tx) => {
    const found = await reading.find(tx, id);
    const [one] = await reading.show(tx, [found]);
    if (one === undefined) throw new Error('a proposal is not shown');
    const acts = opened(found, plain.vault).acts.map((act) => String(act.id));
    const recorded = await newsOf(tx, installation.register, found, acts);
    return { row: found, shown: one, news: recorded, seenAt: await headAt(tx) };
  });
  const proposed = opened(row, plain.vault);
  const journal = shown.isOwn ? asProposer(plain, seat) : asDecider(plain);
  // What was returned is read once more, too; what was recorded stands in the journal.
  const isRead = row.state === 'open' || row.state === 'returned';
  const tried = isRead ? await triedNow(api, { room, journal, proposed }) : null;
  const [first] = proposed.acts;
  const isList = proposed.names.length > 0;
  return {
    ...shown,
    ...linesOf(proposed, tried),
    act: shown.isOwn && !isList ? (first ?? null) : null,
    acts: shown.isOwn ? [...proposed.acts] : null,
    paper: (first?.paper as ProposalRead['paper'] | undefined) ?? null,
    note: (first?.note as string | undefined) ?? null,
    rehearsed: row.state === 'open' ? (tried?.rehearsed ?? null) : null,
    news,
    seenAt,
  };
}

/** What all acts say alike, and of a list what each says alone; whom each is about is known even where it cannot be recorded now. */
function linesOf({ acts, names }: Proposed, tried: Tried | null): Pick<ProposalRead, 'fields' | 'lines'> {
  const said = tried?.acts?.map(({ fields }) => fields) ?? [];
  const [first = [], ...others] = said;
  if (names.length === 0) return { fields: first, lines: [] };
  const isSame = (one: StoryField, other: StoryField) => one.field === other.field && one.value.vi === other.value.vi;
  const alike = first.filter((one) => others.every((fields) => fields.some((other) => isSame(one, other))));
  const isAlone = (one: StoryField) => !alike.some((other) => isSame(one, other));
  const lines = acts.map((act, i) => ({
    act: String(act.id),
    about: names[i] ?? '',
    fields: (said[i] ?? []).filter((one) => isAlone(one) && !isSubject(one)),
  }));
  return { fields: alike.filter((one) => !isSubject(one)), lines };
}

/** Whom it is about stands at the head of each line. */
const isSubject = ({ field }: StoryField): boolean => field === 'person' || field === 'unit';

interface Now {
  room: Awaited<ReturnType<typeof readingAt>>['room'];
  journal: Journal;
  proposed: Proposed;
}

/** What would come of it now; whom it is about may have left the caller's place, which is told as what stands against it. */
async function triedNow({ installation, actor }: Api, { room, journal, proposed }: Now): Promise<Tried> {
  try {
    return await tryOut(installation, room, { actor, journal, acts: proposed.acts });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const message = { vi: problemIn(error, 'vi').title, en: problemIn(error, 'en').title };
    const problems = [{ act: 0, code: error.code, message }];
    const nothing = { effects: { persons: [], units: [], more: 0 }, figures: [], actors: [], warnings: [] };
    return { rehearsed: { isPossible: false, problems, ...nothing }, acts: null };
  }
}

/** So many are told; more is a reason to open the record itself. */
const most = 10;

async function newsOf(
  { client }: Tx,
  register: Register,
  { subjectIds, proposedAt }: ProposalRow,
  own: readonly string[],
) {
  const { rows } = await client.query(
    `select distinct a.id, a.kind, a.effective_on, a.recorded_at, a.recorded_by from act a join act_subject s on s.act_id = a.id
     where s.subject_id = any($1::uuid[]) and s.role in ('person', 'unit') and a.recorded_at > $2::timestamptz and a.id <> all($3::uuid[])
     order by a.recorded_at desc, a.id limit ${most}`,
    [subjectIds, proposedAt, own],
  );
  return rows.map((row) => mentionOf(register, row));
}

async function headAt({ client }: Tx): Promise<string> {
  const { rows } = await client.query<{ at: string }>('select last_recorded_at as at from journal_head');
  return (rows[0] as { at: string }).at;
}
