import { z } from 'zod';
import { bodies } from '#/domain/oversight/api.ts';
import { actingLevels } from '#/domain/units/api.ts';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { contents, ends, memberForms, unitForms } from './contract.ts';
import {
  consideredMembers,
  consideredUnits,
  contentRows,
  decisionRows,
  endedMembers,
  endedUnits,
  membersUnder,
  suspendedMembers,
  unitsUnder,
} from './rows.ts';

const flow = {
  type: 'count',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'occurrences',
} as const satisfies Partial<CountFigure>;
const stock = {
  type: 'count',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
} as const satisfies Partial<CountFigure>;
const content = z.enum(contents).optional();
const memberForm = z.enum(memberForms).optional();
const unitForm = z.enum(unitForms).optional();

// A decision may have several contents, so these part nothing.
const partition = [{ arg: 'form' }] as const;
const decisionParts = [...partition, { arg: 'by' }, { arg: 'level' }];

const decidedBy = { by: z.enum(bodies).optional(), level: z.enum(actingLevels).optional() };
const seat = z.enum(['any', ...actingLevels]).optional();

const FORMS = '69-QĐ/TW, 6/7/2022, Đ.7';

const counted = {
  vi: 'tính theo ngày có hiệu lực của quyết định, kể cả quyết định sau đó hết hiệu lực hoặc bị hủy; quyết định thay một quyết định trước không tính thêm',
  en: 'by the day on which the decision takes effect, also those that lapsed or were annulled since; one that takes the place of another is not counted again',
};

const unitsDisciplined = figure({
  ...flow,
  name: 'units-disciplined',
  of: 'unit',
  title: { vi: 'Tổ chức đảng bị thi hành kỷ luật', en: 'Units disciplined' },
  definition: {
    vi: `Số quyết định khiển trách, cảnh cáo, giải tán tổ chức đảng (theo form, content; của chủ thể by, cấp level quyết định nếu nêu), ${counted.vi}; ở chính tổ chức, đã kết thúc hoạt động thì ở cấp trên trực tiếp sau cùng.`,
    en: `Decisions that reprimanded, warned or dissolved a unit (of a form or content, of a body by or a level, if asked), ${counted.en}; at the unit or, ended by then, its last direct superior.`,
  },
  instrument: FORMS,
  args: z.strictObject({ form: unitForm, content, ...decidedBy }),
  partition: decisionParts,
  rows: (facts, args) => decisionRows(facts, 'unit', args),
  considered: consideredUnits,
});

const membersDisciplined = figure({
  ...flow,
  name: 'members-disciplined',
  of: 'person',
  title: { vi: 'Đảng viên bị thi hành kỷ luật', en: 'Members disciplined' },
  definition: {
    vi: `Số quyết định khiển trách, cảnh cáo, cách chức, khai trừ đảng viên (theo form, content; của chủ thể by, cấp level quyết định; đối với cấp ủy viên: committee=any hoặc cấp của cấp ủy, nếu nêu), ${counted.vi}; ở nơi sinh hoạt ngày đó (bị khai trừ, đã từ trần thì ở nơi sinh hoạt sau cùng). Một quyết định có nhiều nội dung được tính ở từng nội dung.`,
    en: `Decisions that reprimanded, warned, removed or expelled a member (of a form or content, of a body by or a level, of somebody who sat in a committee, if asked), ${counted.en}; where the member stood that day or, no longer one, last stood. A decision of several contents counts under each of them.`,
  },
  instrument: FORMS,
  args: z.strictObject({ form: memberForm, content, ...decidedBy, committee: seat }),
  partition: decisionParts,
  rows: (facts, args) => decisionRows(facts, 'person', args),
  considered: consideredMembers,
});

const memberViolations = figure({
  ...flow,
  name: 'members-disciplined-contents',
  of: 'person',
  title: { vi: 'Lượt nội dung vi phạm của đảng viên bị kỷ luật', en: 'Contents of the discipline of members' },
  definition: {
    vi: `Như members-disciplined nhưng đếm từng nội dung vi phạm của từng quyết định: quyết định có hai nội dung là hai lượt. Dùng làm tổng khi báo cáo chia tỷ lệ theo nội dung.`,
    en: `As members-disciplined, but each content of each decision counts: the whole when shares by content are printed.`,
  },
  instrument: FORMS,
  args: z.strictObject({ content, form: memberForm, ...decidedBy }),
  partition: [{ arg: 'content' }, ...decisionParts],
  rows: (facts, args) => contentRows(facts, 'person', args),
});

const inForce = {
  vi: 'Hết hiệu lực sau thời hạn quyết định nêu, không nêu thì theo thời hạn của quy định (một năm), hoặc khi bị hủy, thay.',
  en: 'A measure ends after the time that it names, else after that of the rule (one year), or when it is annulled or replaced.',
};

const membersUnderDiscipline = figure({
  ...stock,
  name: 'members-under-discipline',
  of: 'person',
  title: { vi: 'Đảng viên đang bị kỷ luật', en: 'Members under discipline' },
  definition: {
    vi: `Đảng viên có quyết định khiển trách, cảnh cáo, cách chức còn hiệu lực trong ngày được hỏi, ở nơi sinh hoạt ngày đó; mỗi người tính một lần. ${inForce.vi}`,
    en: `Members with a reprimand, warning or removal in force on the day asked, where they stand on it; each once. ${inForce.en}`,
  },
  instrument: '30-QĐ/TW, 26/7/2016, Đ.40',
  measure: 'persons',
  args: z.strictObject({ form: memberForm }),
  partition,
  rows: membersUnder,
  considered: suspendedMembers,
});

const unitsUnderDiscipline = figure({
  ...stock,
  name: 'units-under-discipline',
  of: 'unit',
  title: { vi: 'Tổ chức đảng đang bị kỷ luật', en: 'Units under discipline' },
  definition: {
    vi: `Tổ chức đảng có quyết định khiển trách, cảnh cáo còn hiệu lực trong ngày được hỏi; mỗi tổ chức tính một lần. ${inForce.vi}`,
    en: `Units with a reprimand or warning in force on the day asked; each once. ${inForce.en}`,
  },
  instrument: '30-QĐ/TW, 26/7/2016, Đ.40',
  measure: 'units',
  args: z.strictObject({ form: unitForm }),
  partition,
  rows: unitsUnder,
});

const as = z.enum(ends).optional();
const ended = {
  vi: 'Số quyết định kỷ luật hết hiệu lực, bị hủy hoặc được thay (theo as, form nếu nêu), tính theo ngày đầu tiên không còn hiệu lực',
  en: 'Measures that lapsed, were annulled or replaced (as asked), by the first day on which they no longer hold',
};

const membersDisciplineEnded = figure({
  ...flow,
  name: 'members-discipline-ended',
  of: 'person',
  title: { vi: 'Quyết định kỷ luật đảng viên không còn hiệu lực', en: 'Discipline of members ended' },
  definition: {
    vi: `${ended.vi}, ở nơi đảng viên sinh hoạt ngày đó.`,
    en: `${ended.en}, where the member stands on it.`,
  },
  args: z.strictObject({ as, form: memberForm }),
  partition: [...partition, { arg: 'as' }],
  rows: endedMembers,
});

const unitsDisciplineEnded = figure({
  ...flow,
  name: 'units-discipline-ended',
  of: 'unit',
  title: { vi: 'Quyết định kỷ luật tổ chức đảng không còn hiệu lực', en: 'Discipline of units ended' },
  definition: { vi: `${ended.vi}, ở chính tổ chức đảng.`, en: `${ended.en}, at the unit.` },
  args: z.strictObject({ as, form: unitForm }),
  partition: [...partition, { arg: 'as' }],
  rows: endedUnits,
});

export const disciplineFigures: readonly Figure[] = [
  membersDisciplineEnded,
  membersDisciplined,
  memberViolations,
  membersUnderDiscipline,
  unitsDisciplineEnded,
  unitsDisciplined,
  unitsUnderDiscipline,
];
