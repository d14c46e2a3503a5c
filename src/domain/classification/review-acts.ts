import { z } from 'zod';
import { unitOn } from '#/domain/members/api.ts';
import { existsOn } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { FactTable } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { personRef, unitRef } from '#/kernel/journal/refs.ts';
import { grade } from './grade.ts';
import { memberOmissions, suggesters, unitOmissions } from './levels.ts';
import { memberReview, unitReview } from './tables.ts';
import { dayOf, forYear, omissionOf, problem } from './year.ts';

interface Review {
  forYear: number;
  omitted?: string | undefined;
  suggestedBy?: string | undefined;
}

/** Lays the review down; a later act about the same year replaces an earlier one (first put off, then held). */
function review(state: SubjectState, act: Act<Review>, table: FactTable, unitId: string | null): void {
  const { forYear: year, suggestedBy = null } = act.body;
  const omitted = omissionOf(act);
  grade(state, table, (row) => row.for_year === year, {
    act_id: act.id,
    subject_id: state.subject.id,
    subject_kind: table.subject,
    for_year: year,
    held_on: omitted === null ? act.effectiveOn : null,
    omitted,
    suggested_by: suggestedBy,
    unit_id: unitId,
  });
}

export const unitReviewed = actKind({
  kind: 'unit.reviewed',
  rank: rank.yearly,
  title: { vi: 'Kiểm điểm tổ chức đảng', en: 'Unit reviewed' },
  description: {
    vi: 'Tổ chức đảng kiểm điểm tự phê bình và phê bình của năm forYear, vào ngày có hiệu lực của việc này; hoặc lý do không kiểm điểm (omitted; "other" thì ghi lý do ở note). suggestedBy: cấp gợi ý kiểm điểm. Ghi lại cho cùng một năm là thay lần ghi cũ.',
    en: 'The unit held its review of the year forYear on the day of effect, or why not (omitted; "other" tells the reason in note). suggestedBy: the level that suggested what to review. Another act for the same year replaces the earlier one.',
  },
  schema: z.strictObject({
    unit: unitRef('tổ chức đảng kiểm điểm'),
    forYear,
    omitted: z.enum(unitOmissions).optional(),
    suggestedBy: z.enum(suggesters).optional(),
  }),
  competent: 'self',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    const day = dayOf(act);
    if (!existsOn(state, day)) throw problem('unit-not-there', 'forYear', `The unit did not exist on ${day}.`);
    review(state, act, unitReview, state.subject.id);
  },
  example: {
    kind: 'unit.reviewed',
    effectiveOn: '2020-12-10',
    paper: { issuer: 'Đảng ủy xã B', number: '40-BC/ĐU', issuedOn: '2020-12-14' },
    unit: 'HH.001',
    forYear: 2020,
    suggestedBy: 'district',
  },
});

export const memberReviewed = actKind({
  kind: 'member.reviewed',
  rank: rank.yearly,
  title: { vi: 'Kiểm điểm đảng viên', en: 'Member reviewed' },
  description: {
    vi: 'Đảng viên kiểm điểm tự phê bình và phê bình của năm forYear, vào ngày có hiệu lực của việc này; hoặc lý do không kiểm điểm (omitted; "other" thì ghi lý do ở note). Chỉ ghi đã kiểm điểm hay chưa và cấp nào gợi ý, không ghi nội dung. Đảng viên được tính ở nơi sinh hoạt ngày 31/12 của năm đó.',
    en: 'The member was reviewed for the year forYear on the day of effect, or why not (omitted; "other" tells the reason in note). Whether it was held and which level suggested it is recorded, never what was said. It counts where the member stands on 31 December of that year.',
  },
  schema: z.strictObject({
    person: personRef('đảng viên kiểm điểm'),
    forYear,
    omitted: z.enum(memberOmissions).optional(),
    suggestedBy: z.enum(suggesters).optional(),
  }),
  competent: 'grassroots',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => {
    const day = dayOf(act);
    if (unitOn(state, day) === null)
      throw problem('no-member-then', 'forYear', `The person was not a member here on ${day}.`);
    review(state, act, memberReview, null);
  },
  example: {
    kind: 'member.reviewed',
    effectiveOn: '2020-12-05',
    paper: { issuer: 'Đảng ủy xã B', number: '40-BC/ĐU', issuedOn: '2020-12-14' },
    person: 'P1',
    forYear: 2020,
  },
});
