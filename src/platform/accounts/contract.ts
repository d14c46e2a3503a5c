import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { bilingual } from '#/platform/contract/shapes.ts';

// Ways in, before anybody is signed in. What comes after lies in own-contract.ts and accounts-contract.ts.

const login = z.string().max(200).meta({ description: 'Small and capital letters are the same.' });
const password = z.string().max(1_000);
const step = z.string().max(100).meta({ description: 'What the step before has answered.' });
const code = z.string().max(100);

/** Where the browser goes, and what it has to show when it is back. */
export const leaving = z.object({
  step: z.string(),
  address: z.string().meta({ description: 'At the provider; the browser is sent there.' }),
});

/** What the browser brings back. */
export const comingBack = {
  step,
  answer: z
    .string()
    .max(4_000)
    .meta({ description: 'What stands after ? in the address that the provider sent it to.' }),
};

/** A document of WebAuthn, as the browser's script takes and gives it. */
export const webAuthnJson = z.record(z.string(), z.unknown());

const outcome = z.object({
  next: z.enum(['signed-in', 'second-factor']).meta({ description: 'signed-in: the cookie of the session is set.' }),
  step: z.string().optional(),
  factors: z.array(z.enum(['totp', 'passkey', 'printed'])).optional(),
});
export type SignInOutcome = z.infer<typeof outcome>;

export const howToSignIn = contract({
  method: 'GET',
  path: '/api/sign-in',
  summary: { vi: 'Đăng nhập ở đây bằng gì', en: 'How one signs in here' },
  permission: 'public',
  input: z.strictObject({}),
  output: z.object({
    hasAccounts: z
      .boolean()
      .meta({ description: 'Without accounts the page opens by a link that the machine prints.' }),
    hasOperator: z.boolean().meta({ description: 'Whether links and the token of the machine open the page.' }),
    canUsePasskeys: z.boolean().meta({ description: 'Whether the host that was asked can have passkeys.' }),
    provider: bilingual.nullable().meta({ description: 'What the identity provider is called; null: there is none.' }),
  }),
});

export const signIn = contract({
  method: 'POST',
  path: '/api/sign-in',
  summary: { vi: 'Đăng nhập bằng tên và mật khẩu', en: 'Sign in by login and password' },
  permission: 'public',
  input: z.strictObject({ login, password }),
  output: outcome,
});

export const signInByTotp = contract({
  method: 'POST',
  path: '/api/sign-in/totp',
  summary: { vi: 'Bước hai: mã của ứng dụng xác thực', en: 'Second step: the code of an authenticator app' },
  permission: 'public',
  input: z.strictObject({ step, code }),
  output: outcome,
});

export const signInByPrinted = contract({
  method: 'POST',
  path: '/api/sign-in/printed',
  summary: { vi: 'Bước hai: một mã trên tờ mã in', en: 'Second step: a code of the printed sheet' },
  permission: 'public',
  input: z.strictObject({ step, code }),
  output: outcome,
});

export const askForPasskey = contract({
  method: 'POST',
  path: '/api/sign-in/passkey/start',
  summary: {
    vi: 'Điều mà khóa truy cập phải ký, ở bước hai hoặc thay cho mật khẩu',
    en: 'What a passkey has to sign, as second step or instead of a password',
  },
  permission: 'public',
  input: z.strictObject({ step: step.optional() }),
  output: z.object({ step: z.string(), options: webAuthnJson }),
});

export const signInByPasskey = contract({
  method: 'POST',
  path: '/api/sign-in/passkey',
  summary: { vi: 'Đăng nhập bằng khóa truy cập', en: 'Sign in by a passkey' },
  permission: 'public',
  input: z.strictObject({ step, response: webAuthnJson }),
  output: outcome,
});

export const leaveForProvider = contract({
  method: 'POST',
  path: '/api/sign-in/provider/start',
  summary: {
    vi: 'Sang nhà cung cấp để đăng nhập; có mã mời thì gắn luôn tài khoản',
    en: 'Go to the identity provider to sign in; with an invitation code the account is tied to it',
  },
  permission: 'public',
  input: z.strictObject({ code: code.optional() }),
  output: leaving,
});

export const returnFromProvider = contract({
  method: 'POST',
  path: '/api/sign-in/provider',
  summary: { vi: 'Từ nhà cung cấp về', en: 'Come back from the identity provider' },
  permission: 'public',
  input: z.strictObject(comingBack),
  output: outcome,
});

export const showCode = contract({
  method: 'POST',
  path: '/api/sign-in/code',
  summary: { vi: 'Mã dùng một lần này của ai', en: 'Whose one-time code this is' },
  permission: 'public',
  input: z.strictObject({ code }),
  output: z.object({ login: z.string(), name: z.string(), purpose: z.enum(['invitation', 'recovery']) }),
});

export const setPasswordByCode = contract({
  method: 'POST',
  path: '/api/sign-in/code/password',
  summary: { vi: 'Đặt mật khẩu bằng mã dùng một lần', en: 'Set a password by a one-time code' },
  permission: 'public',
  input: z.strictObject({ code, password }),
  output: outcome,
});
