import type { Kysely } from 'kysely';
import type { DB } from '#/platform/db/types.gen.ts';
import { Problem } from '#/platform/errors.ts';
import { cutting } from './answer.ts';
import type { Catalogue } from './catalogue.ts';
import { evaluateCount } from './count.ts';
import type { CountFigure, Figure, FigureAnswer, FigureQuestion, RatioFigure, UnitShare } from './figure.ts';
import { type Frame, inFrame, WHOLE_TENANT } from './frame.ts';
import { evaluateRatio, quotient } from './ratio.ts';
import { type RoundingMethod, rational } from './rounding.ts';

/** The reserved root that unites the tenants. */
export const NATION = { code: 'VN', name: 'Toàn quốc' } as const;

/** One tenant, and how to read in it: a transaction of its own, with set_ctx called for the widest scope. */
export interface TenantReader {
  code: string;
  name: string;
  read: <T>(work: (tx: Kysely<DB>) => Promise<T>) => Promise<T>;
}

/** What one tenant adds: a count, or both sides of a ratio. */
interface Part {
  named: number;
  declared: number;
  /** Null for a count. */
  denominator: number | null;
  knownAt: string;
}

/**
 * A count, or a ratio of two counts, for the whole nation, each tenant a share of it: every tenant counts inside itself,
 * the sums are united here. Counts only, no lists. Each tenant has its own journal, so there is no one instant of knowing
 * to ask for; the oldest of the tenants' is printed. Throws `nation.counts-only`, `nation.empty`.
 */
export async function answerNation(
  tenants: readonly TenantReader[],
  catalogue: Catalogue,
  question: Omit<FigureQuestion, 'unitId' | 'knownAt'>,
  options: { decimals?: number | undefined; rounding?: RoundingMethod | undefined } = {},
): Promise<FigureAnswer> {
  const { figure, args } = catalogue.ask(question.figure, question.args);
  if (figure.type !== 'count' && figure.type !== 'ratio') throw noCount(figure);
  if (tenants.length === 0)
    throw new Problem('nation.empty', 'There is no register here to unite yet.', { status: 404 });
  const asked = { ...question, unitId: WHOLE_TENANT, knownAt: null };
  const parts = await Promise.all(
    tenants.map(({ read }) => read((tx) => inFrame(tx, asked, (frame) => partOf(frame, catalogue, figure, args)))),
  );
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  const [named, declared] = [sum((part) => part.named), sum((part) => part.declared)];
  const whole = { named, declared, denominator: figure.type === 'count' ? null : sum((part) => part.denominator ?? 0) };
  const { on, from, to } = question;
  const cut = figure.type === 'ratio' ? cutting(figure, options) : null;
  const worth = ({ named, declared, denominator }: Omit<Part, 'knownAt'>): number | null =>
    cut === null || figure.type === 'count'
      ? named + declared
      : cut.apply(quotient(figure, rational(named + declared), rational(denominator ?? 0)));
  return {
    figure: figure.name,
    ...(Object.keys(args).length > 0 ? { args } : {}),
    type: figure.type,
    unit: NATION,
    ...(from === null || to === null ? { on } : { from, to }),
    knownAt: parts.map((part) => part.knownAt).sort()[0] as string,
    value: worth(whole),
    measure: figure.measure,
    decimals: cut?.decimals ?? 0,
    ...(cut === null ? {} : { rounding: cut.method }),
    named,
    declared,
    ...(whole.denominator === null ? {} : { numerator: named + declared, denominator: whole.denominator }),
    byUnit: parts.map((part, i): UnitShare => {
      const { code, name } = tenants[i] as TenantReader;
      return { code, name, value: worth(part) };
    }),
  };
}

async function partOf(
  frame: Frame,
  catalogue: Catalogue,
  figure: CountFigure | RatioFigure,
  args: Record<string, string>,
): Promise<Part> {
  const { knownAt } = frame;
  if (figure.type === 'count') {
    const { named, declared } = await evaluateCount(frame, figure, args, {});
    return { named, declared, denominator: null, knownAt };
  }
  const { numerator, denominator } = await evaluateRatio(frame, catalogue, figure, args, {});
  if (numerator.measure !== 'count' || denominator.measure !== 'count') throw noCount(figure);
  return {
    named: numerator.named,
    declared: numerator.declared,
    denominator: denominator.named + denominator.declared,
    knownAt,
  };
}

function noCount({ name }: Figure): Problem {
  return new Problem(
    'nation.counts-only',
    `${name} is neither a count nor a ratio of two: only such are united for the nation.`,
  );
}
