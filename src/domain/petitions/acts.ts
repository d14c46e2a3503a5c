import { z } from 'zod';
import { existsOn } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { FactRow } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { sensitive, unitRef } from '#/kernel/journal/refs.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { isDay } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { outcomes, sortLabels, sorts, topics } from './contract.ts';
import { petitionTable } from './tables.ts';

function fault(act: Act<unknown>, code: string, field: string, message: string): Problem {
  const full = `petition.${code}`;
  return new Problem(full, message, { fields: [{ actId: act.id, code: full, field, message }] });
}

function petitionOf(state: SubjectState, code: string): FactRow | undefined {
  return state.events.find(({ table, row }) => table === petitionTable && row.code === code)?.row;
}

const code = z.string().trim().min(1).max(60);

const receivedSchema = z
  .strictObject({
    unit: unitRef('tổ chức đảng có trách nhiệm giải quyết'),
    code,
    sort: z.enum(sorts),
    about: z.enum(topics).optional(),
    anonymous: z.boolean().optional(),
    complainant: sensitive(z.string().trim().min(1).max(200), 'complainant', 'người gửi đơn').optional(),
    dueOn: z.string().refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' }).optional(),
  })
  .refine(({ anonymous, complainant }) => !(anonymous && complainant !== undefined), {
    error: 'an anonymous letter names no complainant',
    path: ['complainant'],
  });

export const petitionReceived = actKind({
  kind: 'petition.received',
  // Before the end of the unit on the same day: the successor takes over what it received in the morning.
  rank: rank.unitChanges,
  title: { vi: 'Tiếp nhận đơn thư', en: 'Petition received' },
  description: {
    vi: 'Tổ chức đảng có thẩm quyền nhận đơn tố cáo, khiếu nại, kiến nghị; thời hạn tính từ ngày có hiệu lực. code là số đơn, không trùng trong tổ chức đảng. Không ghi nội dung đơn, không ghi người bị tố cáo; người gửi (complainant) được bảo mật. dueOn: thời hạn riêng, thay thời hạn theo quy định.',
    en: 'The competent organisation receives a denunciation, complaint or petition; its deadline counts from the day of effect. The code is unique in the unit. Neither the text nor whom it is about is recorded; the complainant is kept secret. dueOn: a deadline of its own in place of the rule.',
  },
  schema: receivedSchema,
  competent: 'self',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    const { body, effectiveOn } = act;
    if (!existsOn(state, effectiveOn))
      throw fault(act, 'unit-not-there', 'unit', `The unit does not exist on ${effectiveOn}.`);
    const other = petitionOf(state, body.code);
    if (other !== undefined)
      throw fault(act, 'code-taken', 'code', `The petition received on ${other.on_day} has this code.`);
    if (body.dueOn !== undefined && body.dueOn < effectiveOn)
      throw fault(act, 'due-before', 'dueOn', `"dueOn" lies before ${effectiveOn}.`);
    state.emit(petitionTable, {
      act_id: act.id,
      unit_id: state.subject.id,
      code: body.code,
      on_day: effectiveOn,
      sort: body.sort,
      about: body.about ?? null,
      anonymous: body.anonymous ?? false,
      due_on: body.dueOn ?? null,
      settled_on: null,
      outcome: null,
      settled_act_id: null,
    });
  },
  check: checkAnonymous,
  example: {
    kind: 'petition.received',
    effectiveOn: '2024-03-04',
    paper: null,
    unit: 'HH.001',
    code: '12/2024',
    sort: 'complaint',
    about: 'member',
    complainant: 'Nguyễn Thị Mẫu',
  },
});

/** A denunciation without a name is not handled as one; a specific letter may feed an inspection (296-QĐ/TW, 30/5/2025, article 19). */
function checkAnonymous(act: Act<z.infer<typeof receivedSchema>>, ctx: CheckContext): void {
  const { sort, anonymous } = act.body;
  const rule = ctx.rule('petition.anonymous', act.effectiveOn);
  if (rule === null || anonymous !== true || !z.array(z.string()).parse(rule.value).includes(sort)) return;
  const { vi, en } = sortLabels[sort];
  ctx.broken(rule, 'anonymous', {
    vi: `Đơn ${vi.toLowerCase()} giấu tên không được giải quyết như đơn ${vi.toLowerCase()}.`,
    en: `An anonymous ${en.toLowerCase()} is not handled as one.`,
  });
}

export const petitionSettled = actKind({
  kind: 'petition.settled',
  rank: rank.yearly,
  title: { vi: 'Giải quyết xong đơn thư', en: 'Petition settled' },
  description: {
    vi: 'Đơn thư được giải quyết xong vào ngày có hiệu lực, với kết quả outcome. unit là tổ chức đảng đã nhận đơn, kể cả khi nó đã kết thúc và nơi tiếp nhận giải quyết.',
    en: 'The petition is settled on the day of effect, with its outcome. The unit is the one that received it, also where it has ended and its successor settled the petition.',
  },
  schema: z.strictObject({ unit: unitRef('tổ chức đảng đã nhận đơn'), code, outcome: z.enum(outcomes) }),
  competent: 'self',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    const row = petitionOf(state, act.body.code);
    if (row === undefined)
      throw fault(act, 'not-received', 'code', `No petition with this code was received by ${act.effectiveOn}.`);
    if (row.settled_on !== null) throw fault(act, 'settled-already', 'code', `It was settled on ${row.settled_on}.`);
    Object.assign(row, { settled_on: act.effectiveOn, outcome: act.body.outcome, settled_act_id: act.id });
  },
  example: {
    kind: 'petition.settled',
    effectiveOn: '2024-05-20',
    paper: { issuer: 'Ủy ban Kiểm tra Huyện ủy A', number: '31-TB/UBKTHU', issuedOn: '2024-05-20' },
    unit: 'HH.001',
    code: '12/2024',
    outcome: 'partly-founded',
  },
});
