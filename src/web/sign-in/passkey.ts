import { askForPasskey, type SignInOutcome, signInByPasskey } from '#/platform/accounts/contract.ts';
import { addPasskey } from '#/platform/accounts/own-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { spokenLanguage } from '#/platform/i18n/texts.ts';
import { ask } from '../ask.ts';

// The library is loaded when a passkey is asked for: most people sign in by a password.

/** Signs in by a passkey: after a password as second factor, or, without a step, by itself. Throws `Problem`. */
export async function signInWithPasskey(step?: string): Promise<SignInOutcome> {
  const { step: begun, options } = await ask(askForPasskey, { step });
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const response = await startAuthentication({ optionsJSON: options as never }).catch(gaveUp);
  return ask(signInByPasskey, { step: begun, response: { ...response } });
}

/** Makes a passkey as the server asked for it. Throws `Problem`. */
export async function makePasskey({ step, options }: { step: string; options: object }, name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const response = await startRegistration({ optionsJSON: options as never }).catch(gaveUp);
  await ask(addPasskey, { step, name, response: { ...response } });
}

/** Browsers tell nobody whether there is no passkey, or whether it was not given. */
function gaveUp(cause: unknown): never {
  const isThere = cause instanceof Error && /previously registered|InvalidState/.test(`${cause.name} ${cause.message}`);
  const [vi, en] = isThere
    ? ['Thiết bị này đã có khóa truy cập của tài khoản.', 'This device has a passkey of the account already.']
    : [
        'Không nhận được khóa truy cập: đã hủy, hết giờ, hoặc thiết bị không có khóa nào cho trang này.',
        'No passkey was given: it was cancelled, took too long, or this device has none for this page.',
      ];
  throw new Problem('passkey.cancelled', (spokenLanguage() === 'vi' ? vi : en) as string, { cause });
}
