import * as contract from '#/kernel/journal/contract.ts';
import { route } from '../api.ts';
import { describeEnvelope, describeKind } from '../describe-kind.ts';

export const listKinds = route(contract.listKinds, (_input, { installation }) => ({
  envelope: describeEnvelope() as never,
  kinds: [...installation.register.kinds.values()].map(describeKind) as never,
}));
