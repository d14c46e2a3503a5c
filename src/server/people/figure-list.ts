import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { MemberQuestion } from '#/domain/members/list-contract.ts';
import { countedIn } from '#/kernel/figures/counted.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import { type Day, today } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { mustName } from '../must-name.ts';
import { readArgs } from '../question.ts';
import type { Workplace } from '../workplace.ts';

/** A query of the persons (subject_id) on a figure's list. */
export type FigureList = RawBuilder<unknown>;

interface AskedFigure {
  /** Of a flow. */
  period: { from: Day; to: Day } | null;
  rows: (frame: Frame) => Promise<FigureList>;
}

/**
 * The people behind a figure, by the figure's own rule. Throws `figure.unknown`, `figure.args`, `args.invalid`, and
 * `people.figure` for what has no list of persons, `names.not-yours`.
 */
export function figureList(installation: Workplace, filters: MemberQuestion): AskedFigure {
  const { figures, clock } = installation;
  const { figure, args } = figures.ask(filters.figure ?? '', readArgs(filters.arg));
  if (figure.type !== 'count' || figure.of !== 'person') {
    const message = `${figure.name} does not count persons: it has no list of members.`;
    throw new Problem('people.figure', message, {
      fields: [{ field: 'figure', code: 'people.figure', message }],
    });
  }
  mustName(installation, figure);
  const to = filters.figureTo ?? filters.on ?? today(clock);
  const from = filters.figureFrom ?? `${to.slice(0, 4)}-01-01`;
  return {
    period: figure.time === 'flow' ? { from, to } : null,
    rows: async (frame) => sql`select c.subject_id from (${await countedIn(frame, figure, args)}) c`,
  };
}
