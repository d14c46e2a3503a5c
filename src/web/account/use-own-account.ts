import { readOwnAccount } from '#/platform/accounts/own-contract.ts';
import { answers, useAsk } from '../ask.ts';

export const useOwnAccount = () => useAsk(readOwnAccount, {});

/** Something of the account has changed. */
export const askAccountAnew = () => answers.invalidateQueries({ queryKey: [readOwnAccount.path] });
