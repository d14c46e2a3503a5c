import { type Form, formLabels } from './contract.ts';
import { memberDiscipline } from './tables.ts';

// The measures against a member, for checks of other parts through ctx.facts(), and what their forms are called.
export { type Form, formLabels, memberDiscipline };
