import type { NewUnitPlan, TablePlan } from './plan.ts';

// Screens import this file too, so that a clerk sees at once what the server will keep.

/** What new units are below as long as nobody has told their superior. */
export const superiorNotTold = 'DB';

/**
 * A plan whose superior was set or changed: new units that were below the one before go below this one, and codes that were
 * made from its code are made from the new one. Codes that somebody has written, and those of the file, stay as they are.
 * `taken` are the codes of the register. In a plan that has followed already nothing changes.
 */
export function followSuperior(before: TablePlan, after: TablePlan, taken: ReadonlySet<string> = none): TablePlan {
  const [old, now] = [before.superior?.code ?? superiorNotTold, after.superior?.code];
  if (now === undefined) return after;
  const proposed = new Set(before.newUnits.filter(isProposed).map(({ code }) => code));
  const codes = new Set(after.newUnits.map(({ code }) => code));
  const renamed = new Map<string, string>(old === now ? [] : [[old, now]]);
  const newUnits = bodiesFirst(after.newUnits).map(([unit, at]): [NewUnitPlan, number] => {
    const parent = renamed.get(unit.parent) ?? unit.parent;
    const number = /\.(\d+)$/.exec(unit.code)?.[1];
    const isMade = isProposed(unit) && number !== undefined;
    // A code of before that the register has got meanwhile is for the clerk to see: it may be the same unit.
    const isOther = proposed.has(unit.code) ? unit.code !== `${parent}.${number}` : taken.has(unit.code);
    if (!isMade || !isOther) return [{ ...unit, parent }, at];
    // The code of the superior before is none: what is below it could not be told from what was below that one.
    const code = freeCode(parent, number, (one) => codes.has(one) || taken.has(one) || one === old);
    codes.add(code);
    renamed.set(unit.code, code);
    return [{ ...unit, code, parent }, at];
  });
  return {
    ...after,
    newUnits: newUnits.toSorted(([, a], [, b]) => a - b).map(([unit]) => unit),
    sheets: after.sheets.map((sheet) => {
      const cell = sheet.cell === undefined || sheet.cell === old ? undefined : renamed.get(sheet.cell);
      return cell === undefined ? sheet : { ...sheet, cell };
    }),
  };
}

const none: ReadonlySet<string> = new Set();
const isProposed = ({ isCodeProposed }: NewUnitPlan) => isCodeProposed === true;

/** Units in such an order that a superior comes before what is below it; with their places. */
function bodiesFirst(units: readonly NewUnitPlan[]): [NewUnitPlan, number][] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const depth = (unit: NewUnitPlan, seen = 0): number => {
    const parent = byCode.get(unit.parent);
    return parent === undefined || seen > units.length ? seen : depth(parent, seen + 1);
  };
  return units
    .map((unit, at): [NewUnitPlan, number] => [unit, at])
    .map((entry) => ({ entry, deep: depth(entry[0]) }))
    .toSorted((a, b) => a.deep - b.deep)
    .map(({ entry }) => entry);
}

/** The same number below the new superior, or the next that is free. */
function freeCode(parent: string, number: string, isTaken: (code: string) => boolean): string {
  for (let next = Number(number); ; next += 1) {
    const code = `${parent}.${String(next).padStart(number.length, '0')}`;
    if (!isTaken(code)) return code;
  }
}
