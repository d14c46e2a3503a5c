import { createSecretKey } from 'node:crypto';
import { openRegisterKeys } from '#/kernel/journal/vault.ts';
import { makeProvider } from '#/platform/accounts/provider.ts';
import { readProviderConfig } from '#/platform/accounts/provider-config.ts';
import type { Door } from '#/platform/accounts/sign-in.ts';
import type { SecretKeeper } from '#/platform/accounts/totp.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { makeCipher } from '#/platform/keys/cipher.ts';
import type { Installation } from '../installation.ts';

/** What signing in works with. The key file is opened by the first who needs it: an authenticator app's secret lies under it. */
export function openDoor({ hall, config }: Pick<Installation, 'hall' | 'config'>): Door {
  let keeper: Promise<SecretKeeper> | undefined;
  const open = () =>
    // Under the widest scope: which key a register needs stands beside what lies under it.
    inTransaction(hall, { actor: 'start', scope: wholeTenant, readOnly: true }, async ({ client }) => {
      const { keyId, encryption } = await openRegisterKeys(config.keyFile, client);
      return { keyId, cipher: makeCipher(createSecretKey(encryption)) };
    });
  const told = readProviderConfig(config);
  return {
    hall,
    provider: told === null ? null : makeProvider(told),
    keeper: () => {
      keeper ??= open();
      keeper.catch(() => {
        keeper = undefined; // a key that was missing may be put back
      });
      return keeper;
    },
  };
}
