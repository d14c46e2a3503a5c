import type { UnitChild } from '#/domain/units/unit-contract.ts';
import type { TreeLine } from '#/platform/ui/tree-keys.ts';

/** Whose subordinates are asked for; without a unit the roots of the register. */
export interface Above {
  tenant: string;
  unit?: string;
}

/** How it stands with the subordinates of a unit. */
export type Known = { units: readonly UnitChild[] } | 'failed' | 'waiting';

/** A line of the tree that a unit is picked from: the unit, or what is said in the place of units. */
export interface PickLine extends TreeLine {
  /** Whose subordinates it shows or hides. */
  above: Above;
  shown: UnitChild | 'failed' | 'none';
  /** Its subordinates are on their way. */
  isWaiting: boolean;
}

export const keyOf = ({ tenant, unit }: Above): string => (unit === undefined ? tenant : `${tenant} ${unit}`);

/** The lines in sight in the order of reading, and whose subordinates they are made of. */
export function pickLines(
  tenants: readonly string[],
  known: (above: Above) => Known,
  isOpen: (above: Above, level: number) => boolean,
): { lines: PickLine[]; asked: Above[] } {
  const lines: PickLine[] = [];
  const asked: Above[] = [];
  const said = (above: Above, level: number, shown: 'failed' | 'none') =>
    lines.push({ key: `${shown} ${keyOf(above)}`, above, shown, level, isWaiting: false, place: 1, siblings: 1 });
  const under = (of: Above, level: number): void => {
    asked.push(of);
    const found = known(of);
    if (found === 'waiting') return;
    if (found === 'failed') {
      said(of, level, 'failed');
      return;
    }
    const { units } = found;
    if (units.length === 0 && level === 1) said(of, level, 'none');
    for (const [i, shown] of units.entries()) {
      const above = { tenant: of.tenant, unit: shown.code };
      const open = shown.hasChildren && isOpen(above, level);
      lines.push({
        ...{ key: keyOf(above), above, shown, level, place: i + 1, siblings: units.length },
        ...(shown.hasChildren ? { isOpen: open } : {}),
        isWaiting: open && known(above) === 'waiting',
      });
      if (open) under(above, level + 1);
    }
  };
  for (const tenant of tenants) under({ tenant }, 1);
  return { lines, asked };
}
