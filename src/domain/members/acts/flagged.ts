import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { fieldMeta } from '#/kernel/journal/refs.ts';
import { eventsOf } from '../events.ts';
import { fault } from '../life.ts';
import { mustBeKnown } from '../people.ts';
import { person, thePerson } from '../shapes.ts';
import { transferFlagTable } from '../tables.ts';
import { standing } from '../tracks.ts';

export const flagDirections = ['in', 'out'] as const;
export const transferFlags = ['irregular', 'forged'] as const;

/** What counts as a permanent transfer in a direction: the same events as figures transfers-in and transfers-out. */
const transfersOf = {
  in: new Set(['transferred', 'received']),
  out: new Set(['transferred', 'letter-issued']),
};

export const transferFlagged = actKind({
  kind: 'transfer.flagged',
  // After every transfer of the day.
  rank: rank.personLeaves + 50,
  title: { vi: 'Chuyển sinh hoạt sai quy định, giả mạo', en: 'Transfer flagged' },
  description: {
    vi: 'Phát hiện một lượt chuyển sinh hoạt đến (in) hoặc đi (out) chưa đúng quy định (irregular) hay giấy tờ giả mạo (forged). Nói về lượt chuyển gần nhất theo hướng ấy đến effectiveOn và tính vào ngày, nơi của lượt đó; sổ không có lượt nào thì tính vào effectiveOn, nơi đảng viên sinh hoạt.',
    en: 'A transfer in or out was found not to follow the rules (irregular) or to rest on forged papers. It speaks of the latest transfer of that direction up to effectiveOn, and counts on its day and at its place; where the register knows none, on effectiveOn where the member stands.',
  },
  schema: z.strictObject({
    person,
    direction: z.enum(flagDirections).register(fieldMeta, { vi: 'chuyển đến (in), chuyển đi (out)' }),
    flag: z.enum(transferFlags).register(fieldMeta, { vi: 'chưa đúng quy định (irregular), giả mạo (forged)' }),
  }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const { direction, flag } = act.body;
    mustBeKnown(state, act);
    // The register keeps nothing about people who never were members.
    if (state.segments(standing).length === 0)
      throw fault(act, 'member.not-a-member', 'person', `The person was never a member here by ${act.effectiveOn}.`);
    const transfer = eventsOf(state).findLast(({ event }) => transfersOf[direction].has(event));
    const row = { act_id: act.id, person_id: state.subject.id, on_day: act.effectiveOn, direction, flag };
    if (transfer === undefined) state.emit(transferFlagTable, { ...row, unit_id: null });
    else state.emit(transferFlagTable, { ...row, told: transfer as unknown as Record<string, unknown> });
  },
  example: {
    kind: 'transfer.flagged',
    effectiveOn: '2020-11-10',
    paper: { issuer: 'Ban Tổ chức Huyện ủy A', number: '41-TB/BTC', issuedOn: '2020-11-10' },
    person: 'P4',
    direction: 'in',
    flag: 'irregular',
  },
});
