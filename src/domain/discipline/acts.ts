import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { fieldMeta, personRef, unitRef } from '#/kernel/journal/refs.ts';
import { isLastDay, isPartialDay } from '#/platform/day.ts';
import { checkMemberDiscipline, checkUnitDiscipline } from './checks.ts';
import { contents, ends, finalForms, memberForms, unitForms } from './contract.ts';
import { disciplineMember, disciplineUnit, endOfMember, endOfUnit } from './fold.ts';

const unit = unitRef('tổ chức đảng bị kỷ luật');
const person = personRef('đảng viên bị kỷ luật');
const lastDay = z.string().refine(isLastDay, { error: 'not a day of the calendar (YYYY-MM-DD) with a day after it' });

const measure = {
  content: z
    .array(z.enum(contents))
    .min(1)
    .refine((list) => new Set(list).size === list.length, { error: 'names one content twice' })
    .register(fieldMeta, { vi: 'nội dung vi phạm (một hoặc nhiều)' }),
  until: lastDay.register(fieldMeta, { vi: 'ngày cuối còn hiệu lực, nếu quyết định nêu' }).optional(),
  violatedOn: z
    .string()
    .refine(isPartialDay, { error: 'not a day, month or year (YYYY-MM-DD, YYYY-MM or YYYY)' })
    .register(fieldMeta, { vi: 'ngày (tháng, năm) chấm dứt hành vi vi phạm, để tính thời hiệu' })
    .optional(),
};

const untilFits = ({ form, until }: { form: string; until?: string | undefined }) =>
  until === undefined || !finalForms.some((final) => final === form);
const untilError = { error: 'an expulsion or dissolution has no last day', path: ['until'] };

const ending = {
  decision: z
    .uuid()
    .register(fieldMeta, { vi: 'mã việc kỷ luật được nói đến, khi có nhiều quyết định còn hiệu lực' })
    .optional(),
  as: z.enum(ends).register(fieldMeta, { vi: 'hết hiệu lực, hủy bỏ, thay bằng hình thức khác' }),
};

const theUnit = (body: { unit: string }) => [{ type: 'unit' as const, id: body.unit }];
const thePerson = (body: { person: string }) => [{ type: 'person' as const, id: body.person }];

const paper = { issuer: 'Đảng ủy xã B', number: '45-QĐ/ĐU', issuedOn: '2023-04-10' };
const review = { issuer: 'Ủy ban Kiểm tra Huyện ủy A', number: '8-QĐ/UBKTHU', issuedOn: '2023-08-01' };

export const unitDisciplined = actKind({
  kind: 'unit.disciplined',
  rank: rank.unitChanges,
  title: { vi: 'Kỷ luật tổ chức đảng', en: 'Unit disciplined' },
  description: {
    vi: 'Quyết định khiển trách, cảnh cáo hoặc giải tán một tổ chức đảng. Giải tán thì ghi thêm unit.dissolved với asDiscipline: việc đó đưa tổ chức ra khỏi hệ thống, việc này là hình thức kỷ luật.',
    en: 'A unit is reprimanded, warned or dissolved. For a dissolution also record unit.dissolved with asDiscipline: that one takes the unit out of the tree, this one is the discipline.',
  },
  schema: z.strictObject({ unit, form: z.enum(unitForms), ...measure }).refine(untilFits, untilError),
  competent: 'superior',
  subjects: theUnit,
  unit: disciplineUnit,
  check: checkUnitDiscipline,
  example: {
    kind: 'unit.disciplined',
    effectiveOn: '2023-04-12',
    actor: { unit: 'HH', body: 'standing-committee' },
    paper: { issuer: 'Ban Thường vụ Huyện ủy A', number: '310-QĐ/HU', issuedOn: '2023-04-12' },
    unit: 'HH.001',
    form: 'reprimand',
    content: ['democratic-centralism', 'responsibility'],
  },
});

export const memberDisciplined = actKind({
  kind: 'member.disciplined',
  // Before the leavings of the day: whoever is expelled that day is still a member for it.
  rank: rank.personChanges,
  title: { vi: 'Kỷ luật đảng viên', en: 'Member disciplined' },
  description: {
    vi: 'Quyết định khiển trách, cảnh cáo, cách chức hoặc khai trừ một đảng viên. Khai trừ thì ghi thêm member.expelled: việc đó đưa đảng viên ra khỏi danh sách, việc này là hình thức kỷ luật. Chi bộ quyết định thì effectiveOn là ngày công bố kết quả biểu quyết.',
    en: 'A member is reprimanded, warned, removed from a post or expelled. For an expulsion also record member.expelled: that one takes the member off the list, this one is the discipline. Where a cell decides, effectiveOn is the day on which it announced its vote.',
  },
  schema: z.strictObject({ person, form: z.enum(memberForms), ...measure }).refine(untilFits, untilError),
  competent: 'grassroots',
  subjects: thePerson,
  person: disciplineMember,
  check: checkMemberDiscipline,
  example: {
    kind: 'member.disciplined',
    effectiveOn: '2023-04-10',
    paper,
    person: 'P1',
    form: 'warning',
    content: ['land'],
    violatedOn: '2021',
  },
});

const endText = {
  vi: 'Quyết định kỷ luật hết hiệu lực sớm, bị hủy bỏ hoặc được thay từ ngày effectiveOn. Khiển trách, cảnh cáo, cách chức tự hết hiệu lực sau thời hạn của quy định mà không cần việc này. Thay hình thức thì ghi thêm quyết định kỷ luật mới cùng ngày.',
  en: 'A measure lapses early, is annulled, or is replaced from effectiveOn on. Reprimands, warnings and removals lapse by themselves after the time of the rule, without this act. A replacement is followed by the new measure, of the same day.',
};

export const unitDisciplineEnded = actKind({
  kind: 'unit.disciplineEnded',
  rank: rank.yearly,
  title: { vi: 'Chấm dứt kỷ luật tổ chức đảng', en: 'Discipline of a unit ended' },
  description: endText,
  schema: z.strictObject({ unit, ...ending }),
  competent: 'superior',
  subjects: theUnit,
  unit: endOfUnit,
  example: { kind: 'unit.disciplineEnded', effectiveOn: '2023-08-01', paper: review, unit: 'HH.001', as: 'annulled' },
});

export const memberDisciplineEnded = actKind({
  kind: 'member.disciplineEnded',
  rank: rank.yearly,
  title: { vi: 'Chấm dứt kỷ luật đảng viên', en: 'Discipline of a member ended' },
  description: endText,
  schema: z.strictObject({ person, ...ending }),
  competent: 'grassroots',
  subjects: thePerson,
  person: endOfMember,
  example: { kind: 'member.disciplineEnded', effectiveOn: '2023-08-01', paper: review, person: 'P1', as: 'annulled' },
});
