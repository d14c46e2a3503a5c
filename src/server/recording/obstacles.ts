import type { Subject } from '#/kernel/journal/act.ts';
import type { Obstacles } from '#/kernel/journal/obstacle-contract.ts';
import { obstacles } from '#/kernel/journal/obstacles.ts';
import { type Day, today } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { findRoom, findUnit, type Place, scopePath } from '../find-unit.ts';
import { vietnamese } from '../problem-texts.ts';
import type { Room, Workplace } from '../workplace.ts';
import { personLabel } from './person-label.ts';

export interface ObstaclesAsked extends Place {
  person?: string;
  unit?: string;
  on?: Day;
}

/** Which kinds of acts cannot be recorded about a person or unit, in words. Throws `subject.missing`, `person.unknown`, `unit.unknown`. */
export async function obstaclesOf(installation: Workplace, actor: string, asked: ObstaclesAsked): Promise<Obstacles> {
  const on = asked.on ?? today(installation.clock);
  const { room, subject } = await named(installation, actor, asked, on);
  const journal = await room.journal();
  const found = await room.openly('whole-fold', actor, (tx) => obstacles(tx, journal, subject, on));
  const kinds = [...found].map(([kind, problems]) => ({
    kind,
    why: problems.map((problem) => ({
      code: problem.code,
      message: { vi: problem.vi ?? vietnamese[problem.code] ?? problem.message, en: problem.message },
      ...(problem.rule === undefined ? {} : { rule: problem.rule }),
    })),
  }));
  return { on, kinds };
}

async function named(
  installation: Workplace,
  actor: string,
  { person, unit, ...place }: ObstaclesAsked,
  on: Day,
): Promise<{ room: Room; subject: Subject }> {
  if (unit !== undefined && person === undefined) {
    const { room, unitId } = await findUnit(installation, unit, on, place);
    return { room, subject: { type: 'unit', id: unitId } };
  }
  if (person === undefined || unit !== undefined)
    throw new Problem('subject.missing', 'Name either a person or a unit.');
  const room = await findRoom(installation, place);
  await personLabel(room, { actor, scope: await scopePath(installation, room, place.scope) }, person, on);
  return { room, subject: { type: 'person', id: person } };
}
