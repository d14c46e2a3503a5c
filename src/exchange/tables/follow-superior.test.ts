import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followSuperior } from './follow-superior.ts';
import type { NewUnitPlan, TablePlan } from './plan.ts';

const unit = (code: string, parent: string, isCodeProposed?: true): NewUnitPlan => ({
  code,
  name: `Chi bộ ${code}`,
  kind: 'cell',
  parent,
  ...(isCodeProposed === undefined ? {} : { isCodeProposed }),
});
const codesOf = ({ newUnits }: TablePlan) => newUnits.map(({ code, parent }) => [code, parent]);

test('a superior that is told for the first time gives its code to the units that had none to go by', () => {
  const before: TablePlan = { sheets: [], newUnits: [unit('DB.01', 'DB', true), unit('F7', 'DB'), unit('X.1', 'A.2')] };
  const after = followSuperior(before, { ...before, superior: { code: 'AM' } }, new Set(['AM.01']));
  expect(codesOf(after)).toEqual([
    ['AM.02', 'AM'], // AM.01 is a unit of the register
    ['F7', 'AM'], // the file says this code
    ['X.1', 'A.2'], // somebody told another superior
  ]);
});

test('a code of before that the register has got meanwhile stays, to be told: it may be the same unit', () => {
  const plan: TablePlan = { sheets: [], superior: { code: 'AM' }, newUnits: [unit('AM.01', 'AM', true)] };
  expect(followSuperior(plan, plan, new Set(['AM.01']))).toEqual(plan);
});

test('no unit gets the code that the superior before had: what is below it would follow once more', () => {
  const before: TablePlan = {
    sheets: [],
    superior: { code: 'DB.01' },
    newUnits: [unit('F02', 'DB.01.01'), unit('DB.01.01', 'DB.01', true)],
  };
  const after = followSuperior(before, { ...before, superior: { code: 'DB' } });
  expect(codesOf(after)).toEqual([
    ['F02', 'DB.02'],
    ['DB.02', 'DB'],
  ]);
  expect(followSuperior(before, after)).toEqual(after);
});

test('for every plan, codes stay apart, each unit stays below its own, and to follow twice is to follow once', () => {
  const code = fc.constantFrom('A', 'AM', 'AM.1', 'DB', 'DB.01', 'X');
  const shape = fc.array(fc.tuple(fc.nat(5), fc.boolean(), fc.boolean()), { maxLength: 8 });
  fc.assert(
    fc.property(shape, fc.option(code, { nil: undefined }), code, (shapes, old, now) => {
      const root = old ?? 'DB';
      const newUnits: NewUnitPlan[] = [];
      for (const [n, [above, isNested, isMade]] of shapes.entries()) {
        const parent = isNested ? (newUnits[above]?.code ?? root) : root;
        const number = String(n + 1).padStart(2, '0');
        newUnits.push(isMade ? unit(`${parent}.${number}`, parent, true) : unit(`F${number}`, parent));
      }
      const before: TablePlan = {
        sheets: [],
        newUnits: newUnits.toReversed(),
        ...(old === undefined ? {} : { superior: { code: old } }),
      };
      const asked = { ...before, superior: { code: now } };
      const after = followSuperior(before, asked);
      const codes = after.newUnits.map((one) => one.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(followSuperior(before, after)).toEqual(after);
      expect(followSuperior(after, after)).toEqual(after);
      for (const [at, one] of after.newUnits.entries()) {
        const was = before.newUnits[at] as NewUnitPlan;
        if (one.isCodeProposed) expect(one.code.startsWith(`${one.parent}.`)).toBe(true);
        else expect(one.code).toBe(was.code);
        const parentAt = before.newUnits.findIndex(({ code: of }) => of === was.parent);
        expect(one.parent).toBe(parentAt === -1 ? now : after.newUnits[parentAt]?.code);
      }
    }),
  );
});
