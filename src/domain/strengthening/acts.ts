import { z } from 'zod';
import { existsOn } from '#/domain/units/api.ts';
import type { Track } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { type Day, isDay } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { outcomes } from './contract.ts';
import { strengtheningTable } from './tables.ts';

interface Case {
  reason: string;
  steering: string | null;
  dueOn: Day | null;
  closed: { outcome: (typeof outcomes)[number]; actId: string } | null;
}

const openCase: Track<Case> = {
  name: 'strengthening_case',
  table: strengtheningTable,
  columns: ({ reason, steering, dueOn, closed }) => ({
    reason,
    steering,
    due_on: dueOn,
    outcome: closed?.outcome ?? null,
    closed_act_id: closed?.actId ?? null,
  }),
};

function fault(act: Act<unknown>, code: string, field: string, message: string): Problem {
  const full = `strengthening.${code}`;
  return new Problem(full, message, { fields: [{ actId: act.id, code: full, field, message }] });
}

const text = z.string().min(1).max(300);

export const strengtheningOpened = actKind({
  kind: 'strengthening.opened',
  rank: rank.yearly,
  title: { vi: 'Mở việc củng cố tổ chức đảng yếu', en: 'Strengthening opened' },
  description: {
    vi: 'Cấp ủy cấp trên đưa một tổ chức đảng yếu kém, có khó khăn vào diện củng cố: lý do (reason), nơi chỉ đạo (steering), thời hạn (dueOn). Một tổ chức đảng chỉ có một việc củng cố một lúc.',
    en: 'The superior takes up a weak organisation, or one in difficulty, to be strengthened: reason, who steers it, by when. An organisation has one case at a time.',
  },
  schema: z.strictObject({
    unit: unitRef('tổ chức đảng được củng cố'),
    reason: text,
    steering: text.optional(),
    dueOn: z.string().refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' }).optional(),
  }),
  competent: 'superior',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    const { body, effectiveOn } = act;
    if (!existsOn(state, effectiveOn))
      throw fault(act, 'unit-not-there', 'unit', `The unit does not exist on ${effectiveOn}.`);
    if (state.get(openCase) !== null)
      throw fault(act, 'open-already', 'unit', `A case has been open since ${state.segments(openCase).at(-1)?.from}.`);
    if (body.dueOn !== undefined && body.dueOn < effectiveOn)
      throw fault(act, 'due-before', 'dueOn', `"dueOn" lies before ${effectiveOn}.`);
    const { reason, steering = null, dueOn = null } = body;
    state.set(openCase, { reason, steering, dueOn, closed: null }, act);
  },
  example: {
    kind: 'strengthening.opened',
    effectiveOn: '2021-03-10',
    paper: { issuer: 'Huyện ủy A', number: '120-KH/HU', issuedOn: '2021-03-10' },
    unit: 'HH.001',
    reason: 'few-members',
    steering: 'Ban Chỉ đạo củng cố tổ chức cơ sở đảng',
    dueOn: '2022-12-31',
  },
});

export const strengtheningClosed = actKind({
  kind: 'strengthening.closed',
  // Before a new case of the same day, and before the end of the unit that it may tell of.
  rank: rank.unitChanges,
  title: { vi: 'Kết thúc việc củng cố', en: 'Strengthening closed' },
  description: {
    vi: 'Việc củng cố kết thúc với kết quả outcome: đã củng cố, giải thể, tiếp tục ở tổ chức khác (tổ chức đảng sáp nhập), khác. Ghi được cả sau khi tổ chức đảng đã kết thúc.',
    en: 'The case ends with its outcome: strengthened, dissolved, continued elsewhere (the unit was merged), other. It may be told after the unit has ended.',
  },
  schema: z.strictObject({ unit: unitRef('tổ chức đảng được củng cố'), outcome: z.enum(outcomes) }),
  competent: 'superior',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    const { body, effectiveOn } = act;
    if (state.get(openCase) === null) throw fault(act, 'not-open', 'unit', `No case is open on ${effectiveOn}.`);
    // The same day would leave no day on which it was open.
    if (state.segments(openCase).at(-1)?.from === effectiveOn)
      throw fault(act, 'same-day', 'effectiveOn', 'A case does not close on the day on which it opened.');
    state.set(openCase, null, act, {
      closing: (value) => ({ ...value, closed: { outcome: body.outcome, actId: act.id } }),
    });
  },
  example: {
    kind: 'strengthening.closed',
    effectiveOn: '2022-11-30',
    paper: { issuer: 'Huyện ủy A', number: '310-BC/HU', issuedOn: '2022-11-30' },
    unit: 'HH.001',
    outcome: 'strengthened',
  },
});
