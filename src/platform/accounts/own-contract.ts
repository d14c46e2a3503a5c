import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { bilingual } from '#/platform/contract/shapes.ts';
import { comingBack, leaving, webAuthnJson } from './contract.ts';

// One's own account: what opens it, and where it is open.

const nothing = z.strictObject({});
const done = z.object({ done: z.literal(true) });

const sessionLine = z.object({
  id: z.string(),
  device: z.string(),
  method: z.string(),
  openedAt: z.string(),
  usedAt: z.string(),
  isThis: z.boolean(),
});
export type OwnSession = z.infer<typeof sessionLine>;

const passkeyLine = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  addedAt: z.string(),
  usedAt: z.string().nullable(),
});

const own = z.object({
  login: z.string(),
  name: z.string(),
  hasSecondFactor: z.boolean().meta({ description: 'Whether this session has shown one.' }),
  isFresh: z.boolean().meta({ description: 'Whether factors may be changed without showing the password again.' }),
  passwordSetAt: z.string().nullable(),
  totpSince: z.string().nullable(),
  passkeys: z.array(passkeyLine),
  printed: z
    .object({ madeAt: z.string(), left: z.number() })
    .nullable()
    .meta({ description: 'The sheet of printed codes, and how many were not used.' }),
  provider: z
    .object({ name: z.string().nullable(), subject: z.string(), tiedAt: z.string() })
    .nullable()
    .meta({ description: 'Who the account is at the identity provider.' }),
  sessions: z.array(sessionLine),
  recovery: z
    .object({ startedBy: z.string(), startedAt: z.string(), reason: z.string(), approvedBy: z.string().nullable() })
    .nullable()
    .meta({ description: 'Somebody is about to be brought back into this account: its owner may refuse that.' }),
});
export type OwnAccount = z.infer<typeof own>;

export const readOwnAccount = contract({
  method: 'GET',
  path: '/api/me',
  summary: { vi: 'Tài khoản của tôi', en: 'My account' },
  permission: 'signed-in',
  input: nothing,
  output: z.object({
    account: own.nullable().meta({ description: 'null: whoever started the server works here, without an account.' }),
    canUsePasskeys: z.boolean(),
    provider: bilingual.nullable().meta({ description: 'What the identity provider is called; null: there is none.' }),
  }),
});

export const prove = contract({
  method: 'POST',
  path: '/api/me/prove',
  summary: {
    vi: 'Nhập lại mật khẩu hoặc mã ứng dụng, trước khi đổi cách đăng nhập',
    en: 'Show the password or a code again, before changing how one signs in',
  },
  permission: 'signed-in',
  input: z.strictObject({ password: z.string().max(1_000).optional(), code: z.string().max(100).optional() }),
  output: done,
});

export const changePassword = contract({
  method: 'POST',
  path: '/api/me/password',
  summary: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  permission: 'signed-in',
  input: z.strictObject({ current: z.string().max(1_000), password: z.string().max(1_000) }),
  output: done,
});

export const beginTotp = contract({
  method: 'POST',
  path: '/api/me/totp/start',
  summary: { vi: 'Khóa mới cho ứng dụng xác thực', en: 'A new secret for an authenticator app' },
  permission: 'signed-in',
  input: nothing,
  output: z.object({
    uri: z.string().meta({ description: 'otpauth://…, for a QR code' }),
    secret: z.string().meta({ description: 'The same, to be typed: base32' }),
  }),
});

export const confirmTotp = contract({
  method: 'POST',
  path: '/api/me/totp/confirm',
  summary: { vi: 'Xác nhận ứng dụng bằng một mã', en: 'Confirm the app by a code' },
  permission: 'signed-in',
  input: z.strictObject({ code: z.string().max(100) }),
  output: done,
});

export const removeTotp = contract({
  method: 'POST',
  path: '/api/me/totp/remove',
  summary: { vi: 'Bỏ ứng dụng xác thực', en: 'Remove the authenticator app' },
  permission: 'signed-in',
  input: nothing,
  output: done,
});

export const makeOwnSheet = contract({
  method: 'POST',
  path: '/api/me/printed',
  summary: {
    vi: 'Tờ mã in mới; tờ trước hết dùng được',
    en: 'A new sheet of printed codes; the one before is good no more',
  },
  permission: 'signed-in',
  input: nothing,
  output: z.object({ codes: z.array(z.string()).meta({ description: 'Shown this once: the register keeps hashes.' }) }),
});

export const removeOwnSheet = contract({
  method: 'POST',
  path: '/api/me/printed/remove',
  summary: { vi: 'Bỏ tờ mã in', en: 'Give the printed codes up' },
  permission: 'signed-in',
  input: nothing,
  output: done,
});

export const beginPasskey = contract({
  method: 'POST',
  path: '/api/me/passkeys/start',
  summary: { vi: 'Bắt đầu tạo khóa truy cập', en: 'Begin a new passkey' },
  permission: 'signed-in',
  input: nothing,
  output: z.object({ step: z.string(), options: webAuthnJson }),
});

export const addPasskey = contract({
  method: 'POST',
  path: '/api/me/passkeys',
  summary: { vi: 'Giữ khóa truy cập vừa tạo', en: 'Keep the passkey that was made' },
  permission: 'signed-in',
  input: z.strictObject({
    step: z.string().max(100),
    name: z.string().trim().min(1).max(60).meta({ description: 'As its owner calls it: the telephone, the key …' }),
    response: webAuthnJson,
  }),
  output: done,
});

export const removePasskey = contract({
  method: 'POST',
  path: '/api/me/passkeys/{id}/remove',
  summary: { vi: 'Bỏ một khóa truy cập', en: 'Remove a passkey' },
  permission: 'signed-in',
  input: z.strictObject({ id: z.string() }),
  output: done,
});

export const leaveToTie = contract({
  method: 'POST',
  path: '/api/me/provider/start',
  summary: {
    vi: 'Sang nhà cung cấp để gắn tài khoản của mình',
    en: 'Go to the identity provider to tie one’s own account',
  },
  permission: 'signed-in',
  input: nothing,
  output: leaving,
});

export const returnToTie = contract({
  method: 'POST',
  path: '/api/me/provider',
  summary: { vi: 'Từ nhà cung cấp về: gắn tài khoản', en: 'Come back from the provider: the account is tied' },
  permission: 'signed-in',
  input: z.strictObject(comingBack),
  output: done,
});

export const untie = contract({
  method: 'POST',
  path: '/api/me/provider/remove',
  summary: { vi: 'Thôi đăng nhập bằng nhà cung cấp', en: 'Sign in by the identity provider no more' },
  permission: 'signed-in',
  input: nothing,
  output: done,
});

export const refuseOwnRecovery = contract({
  method: 'POST',
  path: '/api/me/recovery/refuse',
  summary: {
    vi: 'Không phải tôi hỏi: bỏ việc khôi phục tài khoản của tôi và mã của nó',
    en: 'It was not me: refuse the recovery of my account, and its code',
  },
  permission: 'signed-in',
  input: nothing,
  output: done,
});

export const endOwnSession = contract({
  method: 'POST',
  path: '/api/me/sessions/{id}/end',
  summary: { vi: 'Kết thúc một phiên của tôi', en: 'End one of my sessions' },
  permission: 'signed-in',
  input: z.strictObject({ id: z.string() }),
  output: done,
});

export const endOtherSessions = contract({
  method: 'POST',
  path: '/api/me/sessions/end-others',
  summary: { vi: 'Kết thúc mọi phiên khác của tôi', en: 'End all my other sessions' },
  permission: 'signed-in',
  input: nothing,
  output: z.object({ ended: z.number() }),
});
