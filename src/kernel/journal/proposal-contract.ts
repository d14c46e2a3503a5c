import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';
import { actMention, actPaper, storyField } from './list-contract.ts';
import { rehearsed } from './rehearse-contract.ts';

// An act that one person proposes and another records, where a role may not record it or the rulebook asks for two people.

const tenant = z.string().optional();

const proposalStates = ['open', 'recorded', 'returned', 'withdrawn'] as const;

const proposal = z.object({
  id: z.string().meta({ description: 'of the act, once it is recorded' }),
  kind: z.string(),
  title: bilingual.meta({ description: 'of the kind' }),
  about: z.string().meta({ description: 'whom or what it is about; of a list the first' }),
  count: z.number().meta({ description: 'how many acts it has: more than one for a decision with a list' }),
  effectiveOn: dayField,
  state: z.enum(proposalStates),
  isOwn: z.boolean(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  role: bilingual.nullable().meta({ description: 'as what it was proposed' }),
  from: unitLabel.nullable().meta({ description: 'the proposing unit; null: the whole register' }),
  to: unitLabel.nullable().meta({ description: 'the competent unit, by the kind of act' }),
  isOurs: z.boolean().meta({ description: 'it waits for the unit of the caller’s role' }),
  decided: z.object({ by: z.string(), at: z.string(), reason: z.string().nullable() }).nullable(),
  follows: z.string().nullable().meta({ description: 'the returned proposal that it takes up again' }),
  can: z.object({ record: z.boolean(), return: z.boolean(), withdraw: z.boolean(), again: z.boolean() }),
});
export type ProposalShown = z.infer<typeof proposal>;

/** Acts of one proposal, which somebody looks through before they record it. */
export const proposedAtMost = 500;

const sentAct = z.looseObject({ id: z.uuid(), kind: z.string() }).meta({ $ref: '#/components/schemas/Act' });

/** Throws `act.not-yours`, `proposal.mixed`, `proposal.impossible` with what stands against it, `proposal.id-reused`. */
export const makeProposal = contract({
  method: 'POST',
  path: '/api/proposals',
  summary: {
    vi: 'Đề nghị cơ quan có thẩm quyền ghi một việc, hay một quyết định kèm danh sách; gửi lại lần nữa cũng vô hại',
    en: 'Propose an act, or a decision with a list, to the competent unit; sending it twice proposes once',
  },
  permission: 'acts.propose',
  input: z.strictObject({
    tenant,
    act: sentAct.optional().meta({ description: 'one act, under its own id' }),
    id: z.uuid().optional().meta({ description: 'of the proposal, where it has a list of acts' }),
    acts: z
      .array(sentAct)
      .min(1)
      .max(proposedAtMost)
      .optional()
      .meta({ description: 'in place of one act, those of one decision: of one kind, day and paper' }),
    follows: z.uuid().optional().meta({ description: 'one’s own proposal that was returned' }),
  }),
  output: proposal,
});

export const listProposals = contract({
  method: 'GET',
  path: '/api/proposals',
  summary: {
    vi: 'Các đề nghị chờ mình ghi (in), hoặc của mình (out)',
    en: 'Proposals that wait for the caller’s decision (in), or the caller’s own (out)',
  },
  permission: 'acts.propose',
  input: z.strictObject({ tenant, box: z.enum(['in', 'out']) }),
  output: z.object({ proposals: z.array(proposal) }),
});

/** Throws `proposal.unknown`. */
export const readProposal = contract({
  method: 'GET',
  path: '/api/proposals/{id}',
  summary: {
    vi: 'Một đề nghị, ghi thử lại trên sổ lúc này, và những gì đã ghi từ lúc đề nghị',
    en: 'A proposal, rehearsed on the register of now, and what was recorded since it was made',
  },
  permission: 'acts.propose',
  input: z.strictObject({ tenant, id: z.uuid() }),
  output: proposal.extend({
    fields: z.array(storyField).meta({ description: 'what all its acts say alike; sensitive values stay sealed' }),
    lines: z
      .array(z.object({ act: z.string(), about: z.string(), fields: z.array(storyField) }))
      .meta({ description: 'of a list: each act, whom it is about, and what it alone says' }),
    paper: actPaper.nullable(),
    note: z.string().nullable(),
    act: z.record(z.string(), z.unknown()).nullable().meta({ description: 'as it was sent; to who sent it' }),
    acts: z
      .array(z.record(z.string(), z.unknown()))
      .nullable()
      .meta({ description: 'all of them, as they were sent; to who sent them' }),
    rehearsed: rehearsed.nullable().meta({ description: 'null once it is decided' }),
    news: z.array(actMention).meta({ description: 'recorded about the same people and units since it was made' }),
    seenAt: z.string().meta({ description: 'the register as it is shown here; recording asks for it' }),
  }),
});
export type ProposalRead = z.infer<typeof readProposal.output>;

/** Throws `proposal.same-person`, `proposal.decided`, `proposal.moved`, and what posting an act throws. */
export const recordProposal = contract({
  method: 'POST',
  path: '/api/proposals/{id}/record',
  summary: {
    vi: 'Ghi đúng việc người khác đã đề nghị',
    en: 'Record what somebody else has proposed, as it was proposed',
  },
  permission: 'acts.post',
  input: z.strictObject({ tenant, id: z.uuid(), seenAt: z.iso.datetime({ offset: true }) }),
  output: proposal,
});

const reason = z.string().trim().min(1).max(1_000);

export const returnProposal = contract({
  method: 'POST',
  path: '/api/proposals/{id}/return',
  summary: { vi: 'Trả lại một đề nghị, nói rõ lý do', en: 'Return a proposal with the reason' },
  permission: 'acts.post',
  input: z.strictObject({ tenant, id: z.uuid(), reason }),
  output: proposal,
});

export const withdrawProposal = contract({
  method: 'POST',
  path: '/api/proposals/{id}/withdraw',
  summary: { vi: 'Rút đề nghị của mình khi chưa được ghi', en: 'Withdraw one’s own proposal that is not decided yet' },
  permission: 'acts.propose',
  input: z.strictObject({ tenant, id: z.uuid() }),
  output: proposal,
});
