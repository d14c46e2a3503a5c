import type { Kysely } from 'kysely';
import type { DB } from '#/platform/db/types.gen.ts';
import { Problem } from '#/platform/errors.ts';
import type { Catalogue } from './catalogue.ts';
import { evaluateCount } from './count.ts';
import type { FigureAnswer, FigureQuestion, UnitShare } from './figure.ts';
import { inFrame, WHOLE_TENANT } from './frame.ts';

/** The reserved root that unites the tenants. */
export const NATION = { code: 'VN', name: 'Toàn quốc' } as const;

/** One tenant, and how to read in it: a transaction of its own, with set_ctx called for the widest scope. */
export interface TenantReader {
  code: string;
  name: string;
  read: <T>(work: (tx: Kysely<DB>) => Promise<T>) => Promise<T>;
}

/**
 * A count for the whole nation, each tenant a share of it: every tenant counts inside itself, the sums are united here.
 * Counts only, no lists. Each tenant has its own journal, so there is no one instant of knowing to ask for; the oldest
 * of the tenants' is printed.
 */
export async function answerNation(
  tenants: readonly TenantReader[],
  catalogue: Catalogue,
  question: Omit<FigureQuestion, 'unitId' | 'knownAt'>,
): Promise<FigureAnswer> {
  const { figure, args } = catalogue.ask(question.figure, question.args);
  if (figure.type !== 'count')
    throw new Problem('nation.counts-only', `${figure.name} is not a count: only counts are united for the nation.`);
  const asked = { ...question, unitId: WHOLE_TENANT, knownAt: null };
  const counts = await Promise.all(
    tenants.map(({ read }) =>
      read((tx) =>
        inFrame(tx, asked, async (frame) => ({
          ...(await evaluateCount(frame, figure, args, {})),
          knownAt: frame.knownAt,
        })),
      ),
    ),
  );
  const named = counts.reduce((sum, count) => sum + count.named, 0);
  const declared = counts.reduce((sum, count) => sum + count.declared, 0);
  const { on, from, to } = question;
  return {
    figure: figure.name,
    ...(Object.keys(args).length > 0 ? { args } : {}),
    type: figure.type,
    unit: NATION,
    ...(from === null || to === null ? { on } : { from, to }),
    knownAt: counts.map((count) => count.knownAt).sort()[0] ?? '',
    value: named + declared,
    measure: figure.measure,
    decimals: 0,
    named,
    declared,
    byUnit: counts.map((count, i): UnitShare => {
      const { code, name } = tenants[i] as TenantReader;
      return { code, name, value: count.named + count.declared };
    }),
  };
}
