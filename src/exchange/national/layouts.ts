import { cleanUp33 } from './clean-up-33.ts';
import type { NationalLayout } from './layout.ts';
import { register7 } from './register-7-hsdv.ts';

/** Every national list that the register writes and reads. */
export const nationalLayouts: readonly NationalLayout[] = [cleanUp33, register7];

export const layoutNamed = (name: string): NationalLayout | undefined =>
  nationalLayouts.find((layout) => layout.name === name);
