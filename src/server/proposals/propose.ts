import type { z } from 'zod';
import type { ActInput } from '#/kernel/journal/act.ts';
import { refuseOthersKinds } from '#/kernel/journal/not-yours.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import type { makeProposal, ProposalShown } from '#/kernel/journal/proposal-contract.ts';
import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { asProposer } from './as-proposer.ts';
import { opened, type ProposalRow, type Proposed, proposalRow, unknownProposal } from './rows.ts';
import { type Reading, readingAt } from './seat-at.ts';
import { competentFor, type Tried, tryOut } from './tried.ts';

/** One act, however many it names, and a list of acts too: who decides on it looks through it. */
const mostBytes = 2 ** 18;

/**
 * Keeps an act, or a decision with its list, for somebody else to record. It is tried out first: what is impossible is told
 * to who proposes it, not to who would record it. Sending it again proposes it once.
 */
export async function propose(sent: Sent, api: Api): Promise<ProposalShown> {
  const { installation, seat, actor } = api;
  const { id, acts, isList } = actsSent(sent);
  const reading = await readingAt(api, sent.tenant);
  const kind = oneKind(installation, acts);
  const journal = asProposer(await reading.room.journal(), seat);
  refuseOthersKinds(journal.bound, [kind]);
  if (await isThere(reading, api, journal, { id, acts })) return reading.one(id);
  if (sent.follows !== undefined) await requireReturned(reading, api, sent.follows);
  const tried = await tryOut(installation, reading.room, { actor, journal, acts });
  const { competent, subjectIds, names } = await placed(api, reading, tried);
  const about = isList ? (names[0] ?? '') : aboutOf(tried.rehearsed);
  const proposed: Proposed = { about, acts, names: isList ? names : [] };
  await insert(reading, api, journal, {
    ...{ id, kind: kind.kind, follows: sent.follows, competent, subjectIds, proposed },
  });
  return reading.one(id);
}

type Sent = z.output<typeof makeProposal.input>;

/** One act under its own id, or a list under the proposal's. Throws `proposal.one-or-list`, `proposal.too-large`. */
function actsSent({ act, acts, id }: Sent): { id: string; acts: readonly ActInput[]; isList: boolean } {
  const isList = acts !== undefined && id !== undefined && act === undefined;
  const isOne = act !== undefined && acts === undefined && id === undefined;
  if (!isList && !isOne)
    throw new Problem('proposal.one-or-list', 'Give either "act", or "id" and "acts": a list has an id of its own.');
  const list: readonly ActInput[] = isList ? acts : [act as ActInput];
  if (JSON.stringify(list).length > mostBytes)
    throw new Problem('proposal.too-large', 'A proposal may have 256 KB.', { status: 413 });
  if (new Set(list.map((one) => one.id)).size !== list.length) throw idReused();
  return { id: isList ? id : String(act?.id), acts: list, isList };
}

/** What stands once in a decision, whoever is on its list. */
const inCommon = ['kind', 'effectiveOn', 'paper', 'note', 'actor'] as const;

/** The kind of all the acts. Throws `kind.unknown`; `proposal.mixed` for what no decision with a list says. */
function oneKind({ register }: Api['installation'], acts: readonly ActInput[]) {
  const [first] = acts as [ActInput];
  const kind = register.kinds.get(first.kind);
  if (kind === undefined) throw new Problem('kind.unknown', `There is no act kind "${first.kind}".`);
  const said = (act: ActInput, field: string) => canonicalJson((act as Record<string, unknown>)[field] ?? null);
  for (const [i, act] of acts.entries()) {
    const field = inCommon.find((one) => said(act, one) !== said(first, one));
    if (field === undefined) continue;
    const message = `All acts of one proposal have the same "${field}"; act ${i + 1} has another.`;
    const vi = `Mọi việc trong một đề nghị phải cùng loại, cùng ngày, cùng văn bản; việc thứ ${i + 1} khác ở mục "${field}".`;
    const fields = [{ field: `acts[${i}].${field}`, code: 'proposal.mixed', message, vi }];
    throw new Problem('proposal.mixed', message, { vi, fields });
  }
  return kind;
}

/** Whether the caller has proposed just this already. Throws `proposal.id-reused` for other acts under the id. */
async function isThere(
  { room }: Reading,
  { actor }: Api,
  { vault }: Journal,
  { id, acts }: { id: string; acts: readonly ActInput[] },
): Promise<boolean> {
  const row = await room.read({ actor }, (tx) => proposalRow(tx, id));
  if (row === null) return false;
  if (row.proposedBy !== actor || canonicalJson(opened(row, vault).acts) !== canonicalJson(acts)) throw idReused();
  return true;
}

async function requireReturned({ room }: Reading, { actor }: Api, id: string): Promise<void> {
  const row = await room.read({ actor }, (tx) => proposalRow(tx, id));
  if (row === null || row.proposedBy !== actor || row.state !== 'returned') throw unknownProposal();
}

/** Who has to record it and whom it is about. Throws `proposal.impossible`. */
async function placed(
  { installation, seat, actor }: Api,
  { room }: Reading,
  { rehearsed, acts }: Tried,
): Promise<{ competent: string | null; subjectIds: string[]; names: string[] }> {
  if (!rehearsed.isPossible) throw impossible(rehearsed.problems);
  if (acts === null) throw idReused(); // the journal holds an act of that id
  const proposing = seat.capacity?.grant.unitId ?? null;
  const competent = await competentFor(installation, room, { actor, proposing }, acts);
  const subjectIds = [...new Set(acts.flatMap(({ subjects }) => subjects.map(({ id }) => id)))];
  return { competent: competent ?? proposing, subjectIds, names: acts.map(({ name }) => name) };
}

interface ToInsert extends Pick<ProposalRow, 'id' | 'kind' | 'subjectIds'> {
  follows: string | undefined;
  competent: string | null;
  proposed: Proposed;
}

async function insert({ room }: Reading, { installation, seat, actor }: Api, { vault }: Journal, row: ToInsert) {
  const { cipher } = vault.conceal(row.proposed, row.id, 'proposal');
  const { person, capacity } = seat;
  const values = [
    ...[row.id, row.kind, capacity?.grant.unitId ?? null, row.competent, row.subjectIds, cipher, vault.keyId],
    ...[actor, person?.accountId ?? null, capacity?.grant.id ?? null, capacity?.role.role ?? null],
    ...[installation.clock.now().toISOString(), row.follows ?? null],
  ];
  const kept = room.write({ actor }, ({ client }) =>
    client.query(
      `insert into proposal (id, kind, proposing_unit_id, competent_unit_id, subject_ids, cipher, key_id,
         proposed_by, proposer_account, proposer_grant, proposer_role, proposed_at, follows_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      values,
    ),
  );
  await kept.catch((error: { code?: string }) => {
    throw error.code === '23505' ? idReused() : error; // an id that the caller does not see, or sent twice at once
  });
}

/** The first whom it changes, as the form that it comes from is called. */
function aboutOf({ effects: { persons, units } }: Rehearsed): string {
  return [...persons, ...units].map(({ name }) => name).find((name) => name !== null) ?? '';
}

function impossible(problems: Rehearsed['problems']): Problem {
  const fields = problems.map(
    ({ code, field, message, rule }): FieldProblem => ({ code, field, rule, message: message.en, vi: message.vi }),
  );
  const [first] = fields;
  return new Problem('proposal.impossible', first?.message ?? 'This cannot be recorded.', { fields, vi: first?.vi });
}

function idReused(): Problem {
  return new Problem('proposal.id-reused', 'This id belongs to another act.', { status: 409 });
}
