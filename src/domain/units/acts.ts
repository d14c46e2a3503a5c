import type { ActKind } from '#/kernel/journal/kind.ts';
import { unitDissolved, unitEnded } from './acts/ended.ts';
import { unitEstablished } from './acts/established.ts';
import { unitDowngraded, unitUpgraded } from './acts/graded.ts';
import { unitConsolidated, unitMerged } from './acts/merged.ts';
import { unitMoved } from './acts/moved.ts';
import { unitRecoded, unitRenamed } from './acts/named.ts';
import { unitNonMembersTold } from './acts/non-members.ts';
import { unitRetyped } from './acts/retyped.ts';
import { unitSplit } from './acts/split.ts';

/** Every act about units, in the order of docs/journal.md. */
export const unitActs: readonly ActKind[] = [
  unitEstablished,
  unitRenamed,
  unitRecoded,
  unitRetyped,
  unitUpgraded,
  unitDowngraded,
  unitMoved,
  unitSplit,
  unitMerged,
  unitConsolidated,
  unitDissolved,
  unitEnded,
  unitNonMembersTold,
];
