import { z } from 'zod';
import { listPersonAccesses, personAccess } from '#/kernel/access/log-contract.ts';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual } from '#/platform/contract/shapes.ts';
import { readMember } from './member-contract.ts';

// What a member has a right to see: one's own record, and nothing of anybody else's. Whose it is follows from the account.

const reason = z.string().trim().min(1).max(1_000);

const tie = z.object({
  person: z.uuid(),
  login: z.string(),
  tiedAt: z.string(),
  tiedBy: z.string(),
  untiedAt: z.string().nullable(),
  reason: z.string(),
  untiedBy: z.string().nullable(),
  untieReason: z.string().nullable(),
});
export type Tie = z.output<typeof tie>;

export const readTies = contract({
  method: 'GET',
  path: '/api/people/{person}/account',
  summary: {
    vi: 'Tài khoản nào mở được hồ sơ của chính người này, và những lần gắn trước, mới nhất trước',
    en: 'Which account opens the record of this person as their own, and earlier ties, the latest first',
  },
  permission: 'members.tie',
  input: z.strictObject({ person: z.uuid(), tenant: z.string().optional() }),
  output: z.object({
    name: z.string().meta({ description: 'as the record has it last: what an account of theirs would be called' }),
    ties: z.array(tie),
    can: z.object({
      tie: z.boolean(),
      untie: z.boolean().meta({ description: 'there is one, and it is not the caller’s own' }),
    }),
  }),
});

export const tieAccount = contract({
  method: 'POST',
  path: '/api/people/{person}/account',
  summary: {
    vi: 'Gắn tài khoản với đảng viên: từ đó tài khoản mở được hồ sơ của chính người ấy; không ai tự gắn tài khoản của mình',
    en: 'Tie an account to the member it belongs to: it then opens that person’s own record; nobody ties their own',
  },
  permission: 'members.tie',
  input: z.strictObject({
    person: z.uuid(),
    login: z.string().max(60),
    name: z.string().max(200).optional().meta({
      description: 'as the account is called: where told, an account of another name is as unknown as none',
    }),
    reason,
    tenant: z.string().optional(),
  }),
  output: tie,
});

export const untieAccount = contract({
  method: 'POST',
  path: '/api/people/{person}/account/end',
  summary: {
    vi: 'Thôi gắn tài khoản với đảng viên; việc đã gắn vẫn còn ghi lại',
    en: 'End the tie between an account and a member; that there was one stays',
  },
  permission: 'members.tie',
  input: z.strictObject({ person: z.uuid(), reason, tenant: z.string().optional() }),
  output: tie,
});

const office = z.object({
  title: bilingual,
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  record: z.boolean().meta({ description: 'lists and the record, sensitive values masked' }),
  journal: z.boolean().meta({ description: 'the acts about the person' }),
  attachments: z.boolean().meta({ description: 'photos and scans' }),
  reveals: z.array(z.string()).meta({ description: 'the classes of sensitive values that it may reveal' }),
  unseals: z.array(z.string()).meta({ description: 'of these, those that are opened by breaking the glass' }),
});

const basis = z.object({
  purpose: z.string(),
  label: bilingual,
  basis: z.enum(['duty', 'law', 'consent']),
  rule: z.string().meta({ description: 'the instrument' }),
  confidence: z
    .enum(['V', 'R', 'K', '?'])
    .meta({ description: '?: still to be reviewed by whoever runs the register' }),
  note: z.string().nullable(),
  consent: z
    .object({ isGiven: z.boolean(), at: z.string() })
    .nullable()
    .meta({ description: 'where the basis is consent: what was said last; null: nothing yet, which is no consent' }),
});
export type Basis = z.output<typeof basis>;

export const sayConsent = contract({
  method: 'POST',
  path: '/api/my-record/consent',
  summary: {
    vi: 'Đồng ý hoặc rút lại đồng ý cho một mục đích mà căn cứ là sự đồng ý',
    en: 'Consent, or withdraw consent, to a purpose whose basis is consent',
  },
  permission: 'self.read',
  input: z.strictObject({ purpose: z.string().max(60), isGiven: z.boolean() }),
  output: z.object({ bases: z.array(basis) }),
});

/** Null: the account is tied to nobody, so there is nothing to show. */
export const readOwnRecord = contract({
  method: 'GET',
  path: '/api/my-record',
  summary: {
    vi: 'Hồ sơ của chính mình vào một ngày, trường mật hiện •••; cơ quan nào xem được',
    en: 'One’s own record on a day, sensitive fields as •••; which offices can see it',
  },
  permission: 'self.read',
  input: z.strictObject({ on: dayField.optional() }),
  output: z.object({
    own: z
      .object({
        record: readMember.output,
        sealed: z
          .array(z.object({ field: z.string(), label: bilingual }))
          .meta({ description: 'recorded and sealed: shown by POST /api/my-record/reveal' }),
        openings: z
          .array(personAccess)
          .meta({ description: 'the last times that something sealed about oneself was opened, at most three' }),
        offices: z.array(office),
        bases: z.array(basis).meta({ description: 'for which purposes the record is kept, and by which right' }),
      })
      .nullable(),
  }),
});
export type OwnRecord = NonNullable<z.output<typeof readOwnRecord.output>['own']>;

/** Throws `self.not-tied`. */
export const listOwnAccesses = contract({
  method: 'GET',
  path: '/api/my-record/accesses',
  summary: {
    vi: 'Ai đã xem các phần mật của hồ sơ của chính mình, khi nào, với vai trò gì, vì sao; mới nhất trước',
    en: 'Who has seen the sensitive parts of one’s own record, when, in which capacity, why; the latest first',
  },
  permission: 'self.read',
  input: z.strictObject({ cursor: z.string().max(100).optional() }),
  output: listPersonAccesses.output,
});

export const revealOwnField = contract({
  method: 'POST',
  path: '/api/my-record/reveal',
  summary: {
    vi: 'Xem một trường mật của chính mình; ghi vào nhật ký truy cập trước khi trả lời',
    en: 'See a sensitive field of one’s own; in the access log before the answer leaves',
  },
  permission: 'self.read',
  input: z.strictObject({ field: z.string().max(60), on: dayField.optional() }),
  output: z.object({ field: z.string(), label: bilingual, value: z.json(), lines: z.array(z.string()) }),
});

export const copyOwnRecord = contract({
  method: 'POST',
  path: '/api/my-record/copy',
  summary: {
    vi: 'Bản sao mọi dữ liệu sổ giữ về chính mình (PDF hoặc JSON), trường mật ghi rõ; ghi vào nhật ký truy cập trước',
    en: 'A copy of all that is held about oneself (PDF or JSON), sensitive values in plain; in the access log first',
  },
  permission: 'self.read',
  input: z.strictObject({ format: z.enum(['pdf', 'json']).default('pdf') }),
  output: 'file',
});

/** The JSON copy; what it leaves out is said in `withheld`. */
export const ownCopy = z.object({
  format: z.literal('sotay-own-record/1'),
  madeAt: z.string(),
  tenant: z.string(),
  account: z.string(),
  record: readMember.output,
  sensitive: z.array(
    z.object({
      field: z.string(),
      label: bilingual,
      from: z.string().nullable(),
      to: z.string().nullable(),
      value: z.json(),
    }),
  ),
  acts: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      title: bilingual,
      effectiveOn: dayField,
      paper: z.record(z.string(), z.unknown()).nullable(),
      recordedAt: z.string(),
      recordedBy: z.string(),
      withdraws: z.string().nullable(),
    }),
  ),
  attachments: z.array(z.object({ name: z.string(), purpose: z.string(), recordedAt: z.string(), size: z.number() })),
  corrections: z.array(
    z.object({
      field: z.string(),
      askedAt: z.string(),
      askedBy: z.string(),
      isAccepted: z.boolean().nullable(),
      decisionReason: z.string().nullable(),
      evidence: z.array(z.object({ name: z.string(), recordedAt: z.string(), size: z.number() })),
    }),
  ),
  offices: z.array(office),
  bases: z.array(basis),
  accesses: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      role: bilingual.nullable(),
      place: z.object({ code: z.string(), name: z.string() }).nullable(),
      says: bilingual,
      reason: z.string(),
    }),
  ),
  withheld: bilingual,
});
export type OwnCopy = z.output<typeof ownCopy>;
export type Office = z.output<typeof office>;
