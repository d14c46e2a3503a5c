import { z } from 'zod';
import { mustExist } from '#/domain/units/api.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { checkMeeting } from './checks.ts';
import { bodies, sorts, visitorLevels } from './contract.ts';
import { meetingTable } from './tables.ts';

const head = z.int().min(0).max(100_000);

const schema = z
  .strictObject({
    unit: unitRef('tổ chức đảng họp'),
    sort: z.enum(sorts),
    body: z.enum(bodies).default('cell'),
    topic: z.string().trim().min(1).max(300).optional(),
    convened: head.min(1),
    present: head,
    excused: head.optional(),
    visitors: z
      .array(z.strictObject({ level: z.enum(visitorLevels), remark: z.string().trim().min(1).max(500).optional() }))
      .min(1)
      .max(50)
      .optional(),
  })
  .refine(({ convened, present, excused = 0 }) => present + excused <= convened, {
    error: 'more are present or excused than were convened',
    path: ['present'],
  });

export const meetingHeld = actKind({
  kind: 'meeting.held',
  rank: rank.yearly,
  title: { vi: 'Sinh hoạt, họp', en: 'Meeting held' },
  description: {
    vi: 'Một kỳ sinh hoạt chi bộ (body "cell"), hoặc một cuộc họp của cấp ủy, ban thường vụ. convened: số phải dự, không tính đảng viên được miễn, đang sinh hoạt tạm thời nơi khác hay bị đình chỉ; excused: vắng có lý do. visitors: cán bộ cấp trên đến dự, mỗi người một dòng, không ghi tên; remark là nhận xét về buổi sinh hoạt.',
    en: 'A meeting of a cell (body "cell"), or of a committee or standing committee. convened: those who had to come, without the exempt, those away for a time and the suspended; excused: absent with a reason. visitors: officers of a higher level who attended, a line each and without names; the remark is about the meeting.',
  },
  schema,
  competent: 'self',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    mustExist(state, act);
    const { unit, sort, body, topic = null, convened, present, excused = 0, visitors = [] } = act.body;
    const levels = visitors.map(({ level }) => level).toSorted();
    state.emit(meetingTable, {
      act_id: act.id,
      unit_id: unit,
      on_day: act.effectiveOn,
      sort,
      body,
      topic,
      convened,
      present,
      excused,
      visitor_count: levels.length,
      visitor_levels: levels,
    });
  },
  check: checkMeeting,
  example: {
    kind: 'meeting.held',
    effectiveOn: '2020-03-03',
    unit: 'HH.001.01',
    sort: 'regular',
    convened: 24,
    present: 22,
    excused: 2,
    visitors: [{ level: 'district', remark: 'Chuẩn bị kỹ, thảo luận tập trung' }],
  },
});
