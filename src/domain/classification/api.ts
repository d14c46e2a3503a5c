import { type Level, levelLabels } from './levels.ts';
import { memberClassification, unitClassification } from './tables.ts';

// The grades of a unit or a member, a row a year, for checks of other parts through ctx.facts(), and what they are called.
export { type Level, levelLabels, memberClassification, unitClassification };
