import { followSuperior } from '#/exchange/tables/follow-superior.ts';
import type { ColumnPlan, NewUnitPlan, SheetPlan, TablePlan } from '#/exchange/tables/plan.ts';

// What a clerk changes in a plan. Each gives a new plan; nothing else of it changes.

export function changeSheet(plan: TablePlan, at: number, change: Partial<SheetPlan>): TablePlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet, index) => (index === at ? withoutGaps({ ...sheet, ...change }) : sheet)),
  };
}

/**
 * Takes a column for something else. What is taken for the same on this sheet lets go of it: two columns for one thing are
 * a fault that nobody means.
 */
export function takeColumn(sheet: SheetPlan, at: number, target: string | null): SheetPlan {
  const columns = sheet.columns.map((column): ColumnPlan => {
    if (column.at === at) return { ...column, target, sureness: target === null ? 'none' : 'same' };
    if (target !== null && column.target === target && isOnce(target))
      return { ...column, target: null, sureness: 'none' };
    return column;
  });
  return { ...sheet, columns };
}

/** Running numbers may stand in several columns; everything else in one. */
export function isOnce(target: string): boolean {
  return target !== 'ordinal';
}

export function changeUnit(plan: TablePlan, at: number, change: Partial<NewUnitPlan>): TablePlan {
  const before = plan.newUnits[at];
  if (before === undefined) return plan;
  const { isCodeProposed, ...told } = before;
  const isAsProposed = isCodeProposed === true && (change.code ?? before.code) === before.code;
  const after = { ...told, ...change, ...(isAsProposed ? { isCodeProposed } : {}) };
  return {
    ...plan,
    newUnits: plan.newUnits.map((unit, index) => {
      if (index === at) return after;
      return unit.parent === before.code ? { ...unit, parent: after.code } : unit;
    }),
    // A sheet that belongs to the unit goes on belonging to it.
    sheets: plan.sheets.map((sheet) => (sheet.cell === before.code ? { ...sheet, cell: after.code } : sheet)),
  };
}

/** A unit that is not made after all. */
export function dropUnit(plan: TablePlan, at: number): TablePlan {
  return { ...plan, newUnits: plan.newUnits.filter((_unit, index) => index !== at) };
}

/** Where new cells go; those that were to go under the superior before go under this one, with codes made from its code. */
export function changeSuperior(plan: TablePlan, superior: TablePlan['superior']): TablePlan {
  return followSuperior(plan, withoutGaps({ ...plan, superior }));
}

function withoutGaps<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
