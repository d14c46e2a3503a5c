import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Part } from '#/kernel/part.ts';
import { targetActs } from './acts.ts';
import { targetFigures } from './figures.ts';
import { target } from './table.ts';

/** Targets are of figures, so the part is made with the catalogue (asked when a target is posted, not before). */
export function targetsPart(figures: () => Catalogue): Part {
  const { assigned, cancelled } = targetActs(figures);
  return { name: 'targets', kinds: [assigned, cancelled], tables: [target], figures: targetFigures };
}
