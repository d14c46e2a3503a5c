import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogues } from '#/domain/catalogues/api.ts';
import { typeLabels, typesAsked } from '#/domain/units/api.ts';
import { answerFigure } from '#/kernel/figures/answer.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { dice } from '#test/hunt/random.ts';
import { drawPeriod, drawUnits } from '#test/random/parts/checks.ts';
import { type Grown, grow, plan } from '#test/random/parts/grow.ts';
import type { Dice } from '#test/random/parts/part.ts';
import { type Counted, FormsRecount, rowSays } from '#test/random/recount-forms.ts';
import { testWorld, type World } from '#test/world.ts';
import type { ReportAnswer, ReportRequest } from '../report.ts';
import { openReport, runReport, runReports } from '../reports.ts';
import { form2 } from './form-2.ts';
import { form3 } from './form-3.ts';
import { form4 } from './form-4.ts';
import { form5 } from './form-5.ts';
import { form6f } from './form-6f.ts';
import { form7 } from './form-7.ts';

const forms = [form2, form3, form4, form5, form6f, form7];
const runs = { numRuns: Number(process.env.SOTAY_RUNS ?? 3), endOnFailure: true };

const codes = (name: keyof typeof catalogues) => catalogues[name].entries.map(({ code }) => code);

/** A record with something left out, for somebody of the played world. */
function record(roll: Dice): Record<string, unknown> {
  const maybe = <T>(values: readonly T[]) => (roll(3) === 0 ? undefined : values[roll(values.length)]);
  const flag = () => maybe([true, false]);
  return {
    sex: maybe(['male', 'female']),
    ethnicity: maybe(['kinh', 'kinh', 'tay', 'foreign', ...codes('ethnicity')]),
    religion: maybe(['none', 'none', 'catholicism', ...codes('religion')]),
    foreignOrigin: flag(),
    occupation: maybe(codes('occupation')),
    retired: flag(),
    youthUnion: flag(),
    privateOwner: flag(),
    foreignSpouse: flag(),
    familyPlanningViolation: flag(),
    generalEducation: maybe(codes('generalEducation')),
    qualification: maybe(codes('qualification')),
    academicTitle: maybe(codes('academicTitle')),
    theoryLevel: maybe(codes('theoryLevel')),
  };
}

/** Tries acts one by one; what the structure forbids is left out. */
async function tryAll(world: World, acts: readonly ActInput[]): Promise<number> {
  let fitted = 0;
  for (const act of acts)
    try {
      await world.post([act]);
      fitted += 1;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  return fitted;
}

/** Gives the people of a played world records, and its organisations types. */
async function furnish(world: World, grown: Grown, roll: Dice): Promise<void> {
  const types = Object.keys(typeLabels);
  const paper = { issuer: 'Tỉnh ủy Thử', number: '1-QĐ/TU', issuedOn: '2016-01-01' };
  const typed = [...grown.time.end.units].map(
    ([unit]): ActInput => ({
      kind: 'unit.retyped',
      effectiveOn: '2016-06-01',
      unit,
      type: types[roll(types.length)],
      paper,
    }),
  );
  const told = [...grown.time.end.people.keys()].map(
    (person): ActInput => ({
      ...{ kind: 'member.corrected', effectiveOn: '2026-07-01', person },
      record: JSON.parse(JSON.stringify(record(roll))),
    }),
  );
  expect(await tryAll(world, [...typed, ...told])).toBeGreaterThan(told.length / 2);
}

function numbers(people: readonly Counted[], { rows }: ReportAnswer, isForm3: boolean, column?: string) {
  const expected: Record<string, number | null> = {};
  const got: Record<string, number | null> = {};
  for (const { row, value, cells } of rows) {
    const says = rowSays(row, isForm3);
    if (says === null || (cells !== undefined && cells[column as string] === undefined)) continue;
    expected[row] = people.filter(says).length;
    got[row] = cells === undefined ? value : (cells[column as string]?.value ?? null);
  }
  const known = people.flatMap(({ age }) => (age === null ? [] : [age]));
  if (column === undefined) {
    const sum = known.reduce((all, age) => all + age, 0);
    expected.average = known.length === 0 ? null : Math.floor((20 * sum + known.length) / (2 * known.length)) / 10;
    got.average = rows.find(({ row }) => row === 'age.average')?.value ?? null;
  }
  return { expected, got };
}

const kindsOf: Record<string, [readonly string[], 'type' | 'organisation']> = {
  2: [['grassroots-body', 'grassroots-cell'], 'type'],
  3: [['grassroots-body'], 'type'],
  4: [['grassroots-cell'], 'type'],
  5: [['section', 'sub-grassroots-body'], 'organisation'],
  6: [['cell'], 'organisation'],
};

function expectForm5(recount: FormsRecount, answer: ReportAnswer, unit: string, on: string): void {
  const units = recount.units(unit, on);
  const members = recount.members(unit, on).map(({ at }) => recount.type(at, on));
  for (const { row, cells = {} } of answer.rows) {
    const is = (type: string | null) => row === 'total' || typesAsked(row).includes(type);
    const expected = Object.fromEntries(
      Object.keys(cells).map((key) => {
        const [kinds, by] = kindsOf[key] ?? [[], 'type'];
        const counted =
          key === '7' ? members.filter(is) : units.filter((one) => kinds.includes(one.kind) && is(one[by]));
        return [key, counted.length];
      }),
    );
    const got = Object.fromEntries(Object.entries(cells).map(([key, { value }]) => [key, value]));
    expect({ row, ...got }).toEqual({ row, ...expected });
  }
}

/** Some of the cells: as many on the list as the number says. */
async function expectOpens(tx: Tx, world: World, answer: ReportAnswer, request: ReportRequest, roll: Dice) {
  const figures = catalogue(world.journal.register.figures);
  const cells = answer.rows.flatMap(({ row, cells: many, ...only }) =>
    many === undefined
      ? [{ name: row, ...only }]
      : Object.entries(many).map(([key, cell]) => ({ name: `${row}/${key}`, ...cell })),
  );
  const told = cells.filter(({ value, decimals }) => value !== null && value > 0 && decimals === undefined);
  for (const { name, value } of told.filter(() => roll(Math.max(1, told.length / 4)) === 0)) {
    const list = await openReport(tx.db, figures, answer.report, request, name);
    const length = list.reduce((sum, { declared = 1 }) => sum + declared, 0);
    expect([answer.report, name, length]).toEqual([answer.report, name, value]);
  }
}

async function checkUnit(tx: Tx, world: World, recount: FormsRecount, request: ReportRequest, roll: Dice) {
  const figures = catalogue(world.journal.register.figures);
  const { unitId: unit, from, to } = request;
  const answers = new Map<string, ReportAnswer>();
  for (const { name } of forms) answers.set(name, await runReport(tx.db, figures, name, request));
  const of = (name: string) => answers.get(name) as ReportAnswer;
  const value = (answer: ReportAnswer, row: string) => answer.rows.find((one) => one.row === row)?.value;
  const form1 = await runReport(tx.db, figures, 'form-1', request);
  // Asked together they are the same.
  expect(await runReports(tx.db, figures, ['form-1', ...answers.keys()], request)).toEqual([
    form1,
    ...answers.values(),
  ]);
  expect(value(of('form-3'), 'I')).toBe(value(form1, 'D'));
  for (const { row, value: number, figure, sumOf } of form1.rows) {
    if (sumOf !== undefined)
      expect([row, number]).toEqual([row, sumOf.reduce((sum, part) => sum + (value(form1, part) ?? 0), 0)]);
    if (figure === undefined) continue;
    const { named } = await answerFigure(tx.db, figures, {
      figure,
      unitId: unit,
      from,
      to,
      on: to,
      args: {},
      knownAt: null,
    });
    expect([row, figure, number]).toEqual([row, figure, named]);
  }
  // Form 1 counts names; of a count that was declared without names a note of Form 2 says so.
  if (of('form-2').notes.length === 0) expect(value(of('form-2'), 'I')).toBe(value(form1, 'B1'));

  const [members, admitted] = [recount.members(unit, to), recount.admitted(unit, from, to)];
  for (const [name, people, column] of [
    ['form-3', members, undefined],
    ['form-4', members, 'members'],
    ['form-2', admitted, undefined],
    ['form-4', admitted, 'admitted'],
  ] as const) {
    const { expected, got } = numbers(people, of(name), name === 'form-3', column);
    // What was declared without names has no traits: the whole is then more than the recount of names.
    const whole = people === admitted ? { I: null, total: null } : {};
    expect({ name, from, to, ...got, ...whole }).toEqual({ name, from, to, ...expected, ...whole });
  }
  expectForm5(recount, of('form-5'), unit, to);
  for (const answer of answers.values()) await expectOpens(tx, world, answer, request, roll);
}

test(
  'for every journal, unit and period: each row is what a recount says and opens into as many names; Form 3 ends where Form 1 does',
  async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (drawn) => {
        const world = await testWorld();
        try {
          const grown = await grow(world, drawn);
          const roll = dice(drawn.seed + 5);
          await furnish(world, grown, roll);
          await world.read(async (tx) => {
            const recount = await FormsRecount.of(grown, tx.client);
            const { from, on: to } = drawPeriod(roll, grown);
            for (const unitId of drawUnits(roll, grown, to)) {
              const request = { unitId, from, to, knownAt: null, rounding: 'half-up', decimals: 1 } as const;
              await checkUnit(tx, world, recount, request, roll);
            }
          });
        } finally {
          await world.close();
        }
      }),
      runs,
    );
  },
  60_000 + runs.numRuns * 40_000,
);
