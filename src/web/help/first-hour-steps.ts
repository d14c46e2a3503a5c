import type { FirstHourState } from '#/reports/home/contract.ts';
import type { Seen } from './seen.ts';

export const stepKeys = ['import', 'units', 'mend', 'records', 'report', 'print'] as const;
export type StepKey = (typeof stepKeys)[number];

/** How a step stands, by the register or by what only this browser knows; `told` is a key of the texts with its number. */
export interface Step {
  key: StepKey;
  isDone: boolean;
  told: { say: ToldKey; count?: number };
}

export const toldKeys = [
  'told.noMembers',
  'told.noUnits',
  'told.noFile',
  'told.noRecords',
  'told.members',
  'told.units',
  'told.unchecked',
  'told.problems',
  'told.waiting',
  'told.leftOut',
  'told.mended',
  'told.gaps',
  'told.noGaps',
  'told.figureSeen',
  'told.figureUnknown',
  'told.signed',
  'told.paperSeen',
  'told.paperUnknown',
] as const;
export type ToldKey = (typeof toldKeys)[number];

export function stepsOf(state: FirstHourState, isSeen: (what: Seen) => boolean): Step[] {
  const { units, members, incomplete, signed } = state;
  const told = (say: ToldKey, count?: number) => (count === undefined ? { say } : { say, count });
  return [
    { key: 'import', isDone: members > 0, told: members > 0 ? told('told.members', members) : told('told.noMembers') },
    // A root alone is where a list is put under.
    { key: 'units', isDone: units > 1, told: units > 0 ? told('told.units', units) : told('told.noUnits') },
    mended(state),
    {
      key: 'records',
      isDone: members > 0 && incomplete === 0,
      told:
        members === 0 ? told('told.noRecords') : incomplete === 0 ? told('told.noGaps') : told('told.gaps', incomplete),
    },
    {
      key: 'report',
      isDone: isSeen('figure'),
      told: told(isSeen('figure') ? 'told.figureSeen' : 'told.figureUnknown'),
    },
    {
      key: 'print',
      isDone: signed || isSeen('paper'),
      told: told(signed ? 'told.signed' : isSeen('paper') ? 'told.paperSeen' : 'told.paperUnknown'),
    },
  ];
}

function mended({ unfinished, leftOut, members }: FirstHourState): Step {
  const problems = unfinished.reduce((sum, one) => sum + (one.problems ?? 0), 0);
  const unchecked = unfinished.filter((one) => one.problems === null).length;
  const told: Step['told'] =
    problems > 0
      ? { say: 'told.problems', count: problems }
      : unchecked > 0
        ? { say: 'told.unchecked', count: unchecked }
        : unfinished.length > 0
          ? { say: 'told.waiting', count: unfinished.length }
          : leftOut > 0
            ? { say: 'told.leftOut', count: leftOut }
            : members > 0
              ? { say: 'told.mended' }
              : { say: 'told.noFile' };
  return { key: 'mend', isDone: told.say === 'told.mended', told };
}
