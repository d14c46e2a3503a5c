import * as contract from '#/kernel/journal/contract.ts';
import { route } from '../api.ts';
import { describeEnvelopeForm, describeForms } from '../recording/describe-form.ts';

export const listKinds = route(contract.listKinds, (_input, { installation: { register } }) => ({
  envelope: describeEnvelopeForm(),
  kinds: describeForms(register.parts, register.kinds.values()),
}));
