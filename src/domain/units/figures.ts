import type { Figure } from '#/kernel/figures/figure.ts';
import { unitFlows } from './figures/flows.ts';
import { withoutNonMembers } from './figures/non-members.ts';
import { unitStocks } from './figures/stocks.ts';

export const unitFigures: readonly Figure[] = [...unitStocks, ...unitFlows, withoutNonMembers];
