import { type AnswerOptions, answerFigure } from '#/kernel/figures/answer.ts';
import { type Comparison, compareFigure } from '#/kernel/figures/compare.ts';
import type { FigureAnswer, FigureQuestion } from '#/kernel/figures/figure.ts';
import { answerNation, NATION } from '#/kernel/figures/nation.ts';
import { Problem } from '#/platform/errors.ts';
import { findUnit, type Place } from './find-unit.ts';
import { mustName } from './must-name.ts';
import type { Days } from './question.ts';
import type { Workplace } from './workplace.ts';

/** A figure asked for from outside: the unit by its code. */
export interface AskedFigure extends Place {
  actor: string;
  figure: string;
  unit: string;
  days: Days;
  args: Record<string, string>;
  /** An instant; null: as known now. */
  knownAt: string | null;
  options: AnswerOptions;
}

/** Answers a figure for a unit, or for the nation. */
export async function askFigure(installation: Workplace, asked: AskedFigure): Promise<FigureAnswer> {
  const { figure, unit, days, args, knownAt, options, actor } = asked;
  if (unit === NATION.code) return askNation(installation, asked);
  const { figure: asking } = installation.figures.ask(figure, args); // a wrong name is said before anything is looked for
  if (options.list || options.notCounted) mustName(installation, asking);
  const { room, unitId, scope } = await findUnit(installation, unit, days.on, asked);
  return room.read({ actor, scope }, ({ db }) =>
    answerFigure(db, installation.figures, { figure, unitId, ...days, args, knownAt }, options),
  );
}

/** The other evaluation of a comparison: another day (or period), or another day of knowing. */
export interface Other {
  days?: Days;
  knownAt?: string;
}

/** Compares two evaluations of a count name by name: `a` is the other, `b` the one asked for. */
export async function askComparison(installation: Workplace, asked: AskedFigure, other: Other): Promise<Comparison> {
  const { figure, unit, days, args, knownAt, actor } = asked;
  mustName(installation, installation.figures.ask(figure, args).figure);
  if (unit === NATION.code) throw noLists('a comparison');
  const { room, unitId, scope } = await findUnit(installation, unit, days.on, asked);
  const question: FigureQuestion = { figure, unitId, ...days, args, knownAt };
  const before: FigureQuestion = { ...question, ...other.days, knownAt: other.knownAt ?? knownAt };
  return room.read({ actor, scope }, ({ db }) => compareFigure(db, installation.figures, before, question));
}

async function askNation(
  installation: Workplace,
  { figure, days, args, knownAt, options, tenant, scope }: AskedFigure,
) {
  // The nation is the sum of all registers: of one of them it would be told under a wrong name.
  if (tenant !== undefined || scope !== undefined || installation.bound.tenant !== null) {
    const message = `There is no unit with the code "${NATION.code}" here.`;
    throw new Problem('unit.unknown', message, {
      status: 404,
      fields: [{ field: 'unit', code: 'unit.unknown', message }],
    });
  }
  if (options.list || options.notCounted) throw noLists('a list');
  if (knownAt !== null)
    throw new Problem('nation.known-at', 'Every tenant has its own journal: the nation is counted as known now only.', {
      fields: [{ field: 'known-at', code: 'nation.known-at', message: 'not for VN' }],
    });
  const tenants = await installation.tenants();
  const readers = tenants.map(({ code, name }) => ({
    code,
    name,
    read: async <T>(work: (tx: Parameters<typeof answerFigure>[0]) => Promise<T>) =>
      (await installation.room(code)).read({ actor: 'nation' }, ({ db }) => work(db)),
  }));
  const answer = await answerNation(readers, installation.figures, { figure, ...days, args }, options);
  return options.byUnit ? answer : { ...answer, byUnit: undefined };
}

function noLists(what: string): Problem {
  const message = `${NATION.code} unites the tenants: counts only, no ${what.replace(/^an? /, '')}.`;
  return new Problem('nation.counts-only', message, {
    fields: [{ field: 'unit', code: 'nation.counts-only', message }],
  });
}
