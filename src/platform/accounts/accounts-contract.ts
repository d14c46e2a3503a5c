import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';

// The accounts of others: for whoever looks after them.

const id = z.string();
const reason = z.string().trim().min(1).max(500);
const done = z.object({ done: z.literal(true) });
const issued = {
  code: z.string().meta({ description: 'Shown this once: the register keeps its hash only.' }),
  expiresAt: z.string(),
};

const account = z.object({
  id,
  login: z.string(),
  name: z.string(),
  state: z.enum(['invited', 'open', 'closed']),
  createdAt: z.string(),
  createdBy: z.string(),
  lastUsedAt: z.string().nullable(),
  hasTotp: z.boolean(),
  passkeyCount: z.number(),
  hasPrinted: z.boolean().meta({ description: 'Has a sheet of printed codes.' }),
  hasProvider: z.boolean().meta({ description: 'Signs in by the identity provider.' }),
  recovery: z
    .object({ startedBy: z.string(), startedAt: z.string(), reason: z.string(), dropsFactors: z.boolean() })
    .nullable()
    .meta({ description: 'Waits for a second person.' }),
});
export type AccountRow = z.infer<typeof account>;

export const listAccounts = contract({
  method: 'GET',
  path: '/api/accounts',
  summary: { vi: 'Các tài khoản', en: 'The accounts' },
  permission: 'accounts.manage',
  input: z.strictObject({}),
  output: z.object({ accounts: z.array(account) }),
});

export const invite = contract({
  method: 'POST',
  path: '/api/accounts',
  summary: { vi: 'Mời: tài khoản mới với mã dùng một lần', en: 'Invite: a new account with a one-time code' },
  permission: 'accounts.manage',
  input: z.strictObject({ login: z.string().max(200), name: z.string().max(500) }),
  output: z.object({ id, login: z.string(), ...issued }),
});

export const inviteAgain = contract({
  method: 'POST',
  path: '/api/accounts/{id}/code',
  summary: { vi: 'Mã mới cho người được mời mà chưa vào', en: 'Another code for somebody invited who has not come' },
  permission: 'accounts.manage',
  input: z.strictObject({ id }),
  output: z.object(issued),
});

export const tieAccount = contract({
  method: 'POST',
  path: '/api/accounts/{id}/provider',
  summary: {
    vi: 'Gắn tài khoản chưa dùng với một người của nhà cung cấp',
    en: 'Tie an account that nobody uses yet to a person at the provider',
  },
  permission: 'accounts.manage',
  input: z.strictObject({
    id,
    subject: z.string().trim().min(1).max(255).meta({ description: '`sub`, as the provider tells it of the person' }),
  }),
  output: done,
});

export const makeSheet = contract({
  method: 'POST',
  path: '/api/accounts/{id}/printed',
  summary: {
    vi: 'Tờ mã in cho người không có ứng dụng, khóa truy cập nào',
    en: 'A sheet of printed codes for somebody who has neither app nor passkey',
  },
  permission: 'accounts.manage',
  input: z.strictObject({ id }),
  output: z.object({
    login: z.string(),
    codes: z.array(z.string()).meta({ description: 'Shown this once: the register keeps hashes.' }),
  }),
});

export const closeAccount = contract({
  method: 'POST',
  path: '/api/accounts/{id}/close',
  summary: { vi: 'Đóng tài khoản', en: 'Close an account' },
  permission: 'accounts.manage',
  input: z.strictObject({ id, reason }),
  output: done,
});

export const reopenAccount = contract({
  method: 'POST',
  path: '/api/accounts/{id}/reopen',
  summary: { vi: 'Mở lại tài khoản', en: 'Reopen an account' },
  permission: 'accounts.manage',
  input: z.strictObject({ id, reason }),
  output: done,
});

export const endSessionsOf = contract({
  method: 'POST',
  path: '/api/accounts/{id}/sessions/end',
  summary: { vi: 'Kết thúc mọi phiên của tài khoản', en: 'End all sessions of an account' },
  permission: 'accounts.manage',
  input: z.strictObject({ id }),
  output: z.object({ ended: z.number() }),
});

export const startRecovery = contract({
  method: 'POST',
  path: '/api/accounts/{id}/recovery',
  summary: {
    vi: 'Bắt đầu khôi phục cho người mất mật khẩu hoặc bước hai; người thứ hai phải duyệt',
    en: 'Start a recovery for somebody who lost password or second factor; a second person has to approve',
  },
  permission: 'accounts.manage',
  input: z.strictObject({
    id,
    reason,
    dropsFactors: z.boolean().meta({ description: 'The second factors were lost as well.' }),
  }),
  output: done,
});

export const approveRecovery = contract({
  method: 'POST',
  path: '/api/accounts/{id}/recovery/approve',
  summary: { vi: 'Duyệt khôi phục: ra mã dùng một lần', en: 'Approve a recovery: gives a one-time code' },
  permission: 'accounts.manage',
  input: z.strictObject({ id }),
  output: z.object(issued),
});

export const refuseRecovery = contract({
  method: 'POST',
  path: '/api/accounts/{id}/recovery/refuse',
  summary: { vi: 'Không duyệt, hoặc rút lại, việc khôi phục', en: 'Refuse or take back a recovery' },
  permission: 'accounts.manage',
  input: z.strictObject({ id }),
  output: done,
});
