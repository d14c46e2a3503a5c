import { memberClassification, unitClassification } from './tables.ts';

// The grades of a unit or a member, a row a year, for checks of other parts through ctx.facts().
export { memberClassification, unitClassification };
