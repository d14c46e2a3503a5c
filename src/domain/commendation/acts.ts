import { z } from 'zod';
import { fault, mustNotHaveLeft } from '#/domain/members/api.ts';
import { lifeOf } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { FactTable } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { fieldMeta, personRef, unitRef } from '#/kernel/journal/refs.ts';
import { checkCommendation } from './checks.ts';
import { forms, levels } from './contract.ts';
import { memberCommendation, unitCommendation } from './tables.ts';

/** One spelling of a name, so that an issuer asked for by its exact text is found. */
const tidy = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
export const nameText = z.string().overwrite(tidy).min(1).max(300);
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'words in lower case, joined by -' });

const award = {
  form: z.enum(forms).register(fieldMeta, {
    vi: 'biểu dương (praise), giấy khen (certificate), bằng khen (higher-certificate), cờ (flag), danh hiệu (title)',
  }),
  title: nameText
    .register(fieldMeta, { vi: 'danh hiệu, tiêu chuẩn: exemplary, excellent, exemplary-5-years …, hoặc tên' })
    .optional(),
  forYear: z
    .int()
    .min(1930)
    .max(9998)
    .register(fieldMeta, { vi: 'năm được xét; 5 năm liền thì là năm cuối' })
    .optional(),
  issuer: nameText.register(fieldMeta, { vi: 'nơi tặng; không nêu thì là nơi ban hành văn bản' }).optional(),
  level: z.enum(levels).register(fieldMeta, { vi: 'cấp của nơi tặng' }),
  occasion: slug.register(fieldMeta, { vi: 'dịp khen thưởng, viết liền không dấu' }).optional(),
};
interface Award {
  form: string;
  title?: string | undefined;
  issuer?: string | undefined;
  level: string;
  occasion?: string | undefined;
  recipient?: string | undefined;
}

const named = {
  check: ({ form, title }: { form: string; title?: string | undefined }) => form !== 'title' || title !== undefined,
  error: { error: 'say which title', path: ['title'] },
};

function commend(state: SubjectState, act: Act<Award>, table: FactTable): void {
  const { form, title = null, level, occasion = null, recipient = null } = act.body;
  const issuer = act.body.issuer ?? (act.paper === null ? undefined : tidy(act.paper.issuer));
  if (issuer === undefined || issuer === '')
    throw fault(act, 'commendation.issuer-missing', 'issuer', 'Say who commends: in "issuer", or by the paper.');
  state.emit(table, {
    act_id: act.id,
    subject_id: state.subject.id,
    subject_kind: table.subject,
    unit_id: null,
    on_day: act.effectiveOn,
    recipient,
    form,
    title,
    issuer,
    issuer_level: level,
    occasion,
  });
}

/** After everything that changes who stands where on the day: honours look at the day as it ends. */
export const afterChanges = rank.personLeaves + 50;

export const unitCommended = actKind({
  kind: 'unit.commended',
  rank: afterChanges,
  title: { vi: 'Khen thưởng tập thể', en: 'Unit commended' },
  description: {
    vi: 'Một lượt khen thưởng cho một tập thể: tổ chức đảng unit, hoặc tập thể recipient trong đó. effectiveOn là ngày quyết định, hoặc ngày trao nếu quyết định ghi như vậy. Mỗi tập thể trong một quyết định là một việc. Tổ chức đảng đã kết thúc vẫn khen được, tính ở cấp trên cuối cùng.',
    en: 'One award to one collective: the unit, or the collective `recipient` inside it. effectiveOn is the day of the decision, or that of the ceremony where the decision says so. Each collective of a decision is an act of its own. A unit that has ended may still be commended; it counts in its last superior.',
  },
  schema: z
    .strictObject({
      unit: unitRef('tổ chức đảng được khen, hoặc có tập thể được khen'),
      recipient: nameText.register(fieldMeta, { vi: 'tập thể trong tổ chức đó (phòng, ban, tổ đảng …)' }).optional(),
      ...award,
    })
    .refine(named.check, named.error),
  competent: 'superior',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    const life = lifeOf(state);
    if (life === null || act.effectiveOn < life.from)
      throw fault(act, 'commendation.unit-not-there', 'unit', `The unit was not established by ${act.effectiveOn}.`);
    commend(state, act, unitCommendation);
  },
  check: (act, ctx) => checkCommendation(act, ctx, unitCommendation, act.body.unit),
  example: {
    kind: 'unit.commended',
    effectiveOn: '2021-02-03',
    paper: { issuer: 'Ban Thường vụ Huyện ủy A', number: '25-QĐ/HU', issuedOn: '2021-02-03' },
    unit: 'HH.001',
    form: 'certificate',
    title: 'exemplary',
    forYear: 2020,
    level: 'district',
    occasion: 'tong-ket-nam-2020',
  },
});

export const memberCommended = actKind({
  kind: 'member.commended',
  rank: afterChanges,
  title: { vi: 'Khen thưởng đảng viên', en: 'Member commended' },
  description: {
    vi: 'Một lượt khen thưởng cho một đảng viên, kể cả người đã từ trần hoặc đã chuyển đi (tính ở nơi sinh hoạt cuối cùng). Huy hiệu Đảng ghi bằng badge.awarded.',
    en: 'One award to one member, also to somebody who died or was transferred away since (it counts where the member last stood). Party badges are badge.awarded.',
  },
  schema: z.strictObject({ person: personRef('đảng viên được khen'), ...award }).refine(named.check, named.error),
  competent: 'grassroots',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => {
    mustNotHaveLeft(state, act);
    commend(state, act, memberCommendation);
  },
  check: (act, ctx) => checkCommendation(act, ctx, memberCommendation, act.body.person),
  example: {
    kind: 'member.commended',
    effectiveOn: '2021-01-20',
    paper: { issuer: 'Đảng ủy xã A', number: '14-QĐ/ĐU', issuedOn: '2021-01-20' },
    person: 'P2',
    form: 'certificate',
    title: 'excellent',
    forYear: 2020,
    level: 'grassroots',
  },
});
