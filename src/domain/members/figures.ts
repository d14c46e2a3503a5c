import type { Figure } from '#/kernel/figures/figure.ts';
import { admissionFigures } from './figures/admissions.ts';
import { admittingFigures } from './figures/admitting.ts';
import { awayFigures } from './figures/away.ts';
import { traitFigures } from './figures/by-traits.ts';
import { cellFigures } from './figures/cells.ts';
import { compositionFigures } from './figures/composition.ts';
import { deadlineFigures } from './figures/deadlines.ts';
import { flagFigures } from './figures/flags.ts';
import { flowFigures } from './figures/flows.ts';
import { gapFigures } from './figures/gaps.ts';
import { recognitionFigures } from './figures/recognitions.ts';
import { stockFigures } from './figures/stocks.ts';
import { transferFigures } from './figures/transfers.ts';

/** Every figure about members, by topic. */
export const memberFigures: readonly Figure[] = [
  ...stockFigures,
  ...compositionFigures,
  ...traitFigures,
  ...awayFigures,
  ...admissionFigures,
  ...admittingFigures,
  ...recognitionFigures,
  ...flowFigures,
  ...transferFigures,
  ...flagFigures,
  ...cellFigures,
  ...deadlineFigures,
  ...gapFigures,
];
