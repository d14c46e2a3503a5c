import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';

// Roles at places: in which capacity one works, who holds what, and by which grant something is seen.

const capacity = z.object({
  id: z.string(),
  tenant: z.string(),
  role: z.string(),
  title: bilingual,
  unit: unitLabel.nullable().meta({ description: 'reaches all that lies under it; null: the whole register' }),
  from: dayField,
  to: dayField.nullable().meta({ description: 'the last day' }),
  isDelegated: z.boolean(),
  needsSecondFactor: z.boolean().meta({ description: 'the session was opened without one, so it may do nothing yet' }),
});
export type CapacityShown = z.infer<typeof capacity>;

export const listCapacities = contract({
  method: 'GET',
  path: '/api/capacities',
  summary: { vi: 'Các vai trò của tôi hôm nay', en: 'The roles that I hold today' },
  permission: 'signed-in',
  input: z.strictObject({}),
  output: z.object({ chosen: z.string().nullable(), capacities: z.array(capacity) }),
});

/** Throws `capacity.unknown`. */
export const chooseCapacity = contract({
  method: 'POST',
  path: '/api/capacities/choose',
  summary: { vi: 'Chọn vai trò để làm việc', en: 'Choose the role to work in' },
  permission: 'signed-in',
  input: z.strictObject({ capacity: z.string().max(300) }),
  output: capacity,
});

const grant = z.object({
  id: z.string(),
  tenant: z.string(),
  login: z.string(),
  role: z.string(),
  title: bilingual,
  unit: unitLabel.nullable(),
  from: dayField,
  to: dayField.nullable(),
  holds: z.boolean().meta({ description: 'today' }),
  grantedBy: z.string(),
  grantedAt: z.string(),
  reason: z.string(),
  delegatedFrom: z.string().nullable(),
  ended: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  state: z.enum(['active', 'waiting', 'refused']).meta({
    description: 'waiting: for a second person, and it gives no right until then; active: a grant, ended or not',
  }),
  approvedBy: z.string().nullable().meta({ description: 'the second person; null: nobody was asked' }),
  byOne: z
    .boolean()
    .meta({ description: 'granted by one administrator alone, though it takes two: there was no second one then' }),
});
export type GrantShown = z.infer<typeof grant>;

const waitingGrant = grant.extend({
  mayApprove: z.boolean().meta({ description: 'by the caller' }),
  mayRefuse: z.boolean().meta({ description: 'by the caller; whoever asked takes it back by that' }),
  whyNot: bilingual.nullable().meta({ description: 'why the caller may not approve it' }),
});
export type WaitingGrant = z.infer<typeof waitingGrant>;

const reason = z.string().trim().min(1).max(1_000);
const login = z.string().trim().min(1).max(100);
const tenant = z.string().optional();

export const listGrants = contract({
  method: 'GET',
  path: '/api/grants',
  summary: {
    vi: 'Ai giữ vai trò gì ở một đơn vị và các đơn vị bên dưới, cả đã thu',
    en: 'Who holds which role at a unit and those under it, ended ones too',
  },
  permission: 'grants.read',
  input: z.strictObject({ unit: z.string().optional(), tenant }),
  output: z.object({
    grants: z.array(grant),
    waiting: z
      .array(waitingGrant)
      .meta({ description: 'what was asked for and waits for a second person, the oldest first' }),
    isAlone: z
      .boolean()
      .meta({ description: 'the caller grants, and nobody is there who could approve: what they grant holds at once' }),
  }),
});

/**
 * A role that reads personal data, or that grants roles, waits for a second person where there is one (`state`).
 * Throws `account.unknown`, `role.unknown`, `grant.own`, `grant.too-wide`, `grant.asked`, `unit.unknown`.
 */
export const giveGrant = contract({
  method: 'POST',
  path: '/api/grants',
  summary: {
    vi: 'Giao một vai trò tại một đơn vị trong phạm vi của mình',
    en: 'Grant a role at a unit within one’s own place',
  },
  permission: 'grants.manage',
  input: z.strictObject({
    login,
    role: z.string(),
    unit: z.string().nullable().meta({ description: 'null: the whole register, by whoever holds it all' }),
    from: dayField.optional().meta({ description: 'today unless told' }),
    to: dayField.nullable().default(null).meta({ description: 'the last day' }),
    reason,
    tenant,
  }),
  output: grant,
});

/** Throws `grant.too-long`, `grant.delegated-on` beside what granting throws. */
export const delegateGrant = contract({
  method: 'POST',
  path: '/api/grants/delegate',
  summary: {
    vi: 'Ủy quyền vai trò đang giữ cho người khác: có thời hạn, không rộng hơn, không dài hơn',
    en: 'Pass the role one works in on for a time: no wider and no longer than one’s own',
  },
  permission: 'grants.delegate',
  input: z.strictObject({
    login,
    unit: z.string().optional().meta({ description: 'one’s own place unless told' }),
    from: dayField.optional(),
    to: dayField,
    reason,
  }),
  output: grant,
});

export const listRoles = contract({
  method: 'GET',
  path: '/api/roles',
  summary: { vi: 'Các vai trò có thể giao', en: 'The roles that can be granted' },
  permission: 'grants.read',
  input: z.strictObject({}),
  output: z.object({
    roles: z.array(
      z.object({
        role: z.string(),
        title: bilingual,
        what: bilingual,
        takesTwo: z.boolean().meta({ description: 'one person grants it and another approves' }),
      }),
    ),
  }),
});

export const listDelegated = contract({
  method: 'GET',
  path: '/api/grants/delegated',
  summary: {
    vi: 'Những ủy quyền từ vai trò đang dùng, cả đã thu',
    en: 'What was passed on of the role one works in, ended ones too',
  },
  permission: 'grants.delegate',
  input: z.strictObject({}),
  output: z.object({ grants: z.array(grant), mayDelegate: z.boolean() }),
});

/** Throws `grant.unknown`, `grant.decided`, `grant.same-person`, `grant.asker-gone`, `grant.too-late`. */
export const approveGrant = contract({
  method: 'POST',
  path: '/api/grants/{id}/approve',
  summary: {
    vi: 'Duyệt một vai trò mà người khác đã đề nghị giao: có hiệu lực từ lúc này',
    en: 'Approve a role that somebody else has asked to be granted: it holds from now on',
  },
  permission: 'grants.manage',
  input: z.strictObject({ id: z.uuid(), tenant }),
  output: grant,
});

/** Throws `grant.unknown`, `grant.decided`. */
export const refuseGrant = contract({
  method: 'POST',
  path: '/api/grants/{id}/refuse',
  summary: {
    vi: 'Không duyệt, hoặc rút lại, một vai trò đang chờ người thứ hai',
    en: 'Refuse, or take back, a role that waits for a second person',
  },
  permission: 'grants.manage',
  input: z.strictObject({ id: z.uuid(), reason, tenant }),
  output: grant,
});

/** Throws `grant.unknown`, `grant.ended`. */
export const endGrant = contract({
  method: 'POST',
  path: '/api/grants/{id}/end',
  summary: {
    vi: 'Thu một vai trò đã giao, hoặc một ủy quyền của mình: hết hiệu lực ngay',
    en: 'End a grant, or what one has passed on oneself: at once',
  },
  permission: 'grants.delegate',
  input: z.strictObject({ id: z.uuid(), reason, tenant }),
  output: grant,
});

const sight = {
  record: z.boolean().meta({ description: 'lists and the record, sensitive values masked' }),
  journal: z.boolean().meta({ description: 'the acts about the person' }),
  attachments: z.boolean(),
  reveals: z.array(z.string()).meta({ description: 'classes of sensitive values, with a reason that is logged' }),
  unseals: z
    .array(z.string())
    .meta({ description: 'of these, those opened only by breaking the glass: whom it concerns is told' }),
};
export type Sight = z.infer<z.ZodObject<typeof sight>>;

export const readWhy = contract({
  method: 'GET',
  path: '/api/why',
  summary: {
    vi: 'Vì sao tôi xem được một đơn vị, một người hay một việc: theo vai trò nào, ai giao, từ bao giờ, mở được trường nào',
    en: 'Why a unit, a person or an act is visible to me: by which role, granted by whom, since when, and what it opens',
  },
  permission: 'register.read',
  input: z.strictObject({
    unit: z.string().optional(),
    person: z.uuid().optional(),
    act: z.uuid().optional(),
    tenant,
  }),
  output: z.object({
    isOperator: z.boolean(),
    grant: grant.nullable(),
    under: unitLabel.nullable().meta({ description: 'the unit of the grant, under which it lies' }),
    source: grant.nullable().meta({ description: 'what was passed on: the grant that this one comes from' }),
    lies: z
      .array(unitLabel)
      .meta({ description: 'the units within one’s place by which it is seen, now or because it was there before' }),
    opens: z.object(sight),
    hides: z.array(z.string()).meta({ description: 'classes of sensitive values that the role does not open' }),
  }),
});

export const readSeenBy = contract({
  method: 'GET',
  path: '/api/people/{id}/seen-by',
  summary: {
    vi: 'Những nơi nào đọc được hồ sơ của một người, và phần nào của hồ sơ',
    en: 'Which offices can read the record of a person, and which parts of it',
  },
  permission: 'members.read',
  input: z.strictObject({ id: z.uuid(), tenant }),
  output: z.object({
    offices: z.array(
      z.object({
        role: z.string(),
        title: bilingual,
        unit: unitLabel.nullable(),
        holders: z.array(z.object({ login: z.string(), to: dayField.nullable(), isDelegated: z.boolean() })),
        ...sight,
      }),
    ),
  }),
});
