import { memberDiscipline } from './tables.ts';

// The measures against a member, for checks of other parts through ctx.facts().
export { memberDiscipline };
