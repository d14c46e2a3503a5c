import { z } from 'zod';
import { unitOn } from '#/domain/members/api.ts';
import { existsOn } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { FactTable } from '#/kernel/facts/table.ts';
import { type Act, decidedOn } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { personRef, unitRef } from '#/kernel/journal/refs.ts';
import { checkCap, memberCap, unitCap } from './cap-check.ts';
import { checkLevel, type Grade, grade, oneOfTwo, oneOfTwoError } from './grade.ts';
import { memberLevels, memberOmissions, unitLevels, unitOmissions } from './levels.ts';
import { memberClassification, unitClassification } from './tables.ts';
import { dayOf, forYear, omissionOf, problem } from './year.ts';

/** Lays the grade down; a later act about the same year replaces an earlier one. */
function classify(state: SubjectState, act: Act<Grade>, table: FactTable, unitId: string | null): void {
  const { forYear: year, level = null } = act.body;
  const omitted = omissionOf(act);
  grade(state, table, (row) => row.for_year === year, {
    act_id: act.id,
    subject_id: state.subject.id,
    subject_kind: table.subject,
    for_year: year,
    level,
    omitted,
    decided_on: decidedOn(act),
    unit_id: unitId,
  });
}

export const unitClassified = actKind({
  kind: 'unit.classified',
  rank: rank.yearly,
  title: { vi: 'Đánh giá, xếp loại tổ chức đảng', en: 'Unit classified' },
  description: {
    vi: 'Mức xếp loại chất lượng của một tổ chức đảng cho năm forYear (level), hoặc lý do không xếp loại (omitted; "other" thì ghi lý do ở note). Quyết định thường ký đầu năm sau. Ghi lại cho cùng một năm là thay mức cũ.',
    en: 'The level given to a unit for the year forYear, or why none was given (omitted; "other" tells the reason in note). Usually decided early in the next year. Another act for the same year replaces the earlier one.',
  },
  schema: z
    .strictObject({
      unit: unitRef('tổ chức đảng được xếp loại'),
      forYear,
      level: z.enum(unitLevels).optional(),
      omitted: z.enum(unitOmissions).optional(),
    })
    .refine(oneOfTwo, oneOfTwoError),
  competent: 'superior',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    const day = dayOf(act);
    if (!existsOn(state, day)) throw problem('unit-not-there', 'forYear', `The unit did not exist on ${day}.`);
    classify(state, act, unitClassification, state.subject.id);
  },
  check: (act, ctx) => {
    checkLevel(act, ctx, 'classification.levels.unit');
    checkCap(act, ctx, unitCap);
  },
  example: {
    kind: 'unit.classified',
    effectiveOn: '2021-01-20',
    paper: { issuer: 'Huyện ủy A', number: '15-QĐ/HU', issuedOn: '2021-01-20' },
    unit: 'HH.001',
    forYear: 2020,
    level: 'good',
  },
});

export const memberClassified = actKind({
  kind: 'member.classified',
  rank: rank.yearly,
  title: { vi: 'Đánh giá, xếp loại đảng viên', en: 'Member classified' },
  description: {
    vi: 'Mức xếp loại chất lượng của một đảng viên cho năm forYear (level), hoặc lý do không xếp loại (omitted; "other" thì ghi lý do ở note). Đảng viên được tính ở nơi sinh hoạt ngày 31/12 của năm đó.',
    en: 'The level given to a member for the year forYear, or why none was given (omitted; "other" tells the reason in note). It counts where the member stands on 31 December of that year.',
  },
  schema: z
    .strictObject({
      person: personRef('đảng viên được xếp loại'),
      forYear,
      level: z.enum(memberLevels).optional(),
      omitted: z.enum(memberOmissions).optional(),
    })
    .refine(oneOfTwo, oneOfTwoError),
  competent: 'grassroots',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => {
    const day = dayOf(act);
    if (unitOn(state, day) === null)
      throw problem('no-member-then', 'forYear', `The person was not a member here on ${day}.`);
    // The place follows from the standing on 31 December, successions included: the figures join it.
    classify(state, act, memberClassification, null);
  },
  check: (act, ctx) => {
    checkLevel(act, ctx, 'classification.levels.member');
    checkCap(act, ctx, memberCap);
  },
  example: {
    kind: 'member.classified',
    effectiveOn: '2020-12-18',
    paper: { issuer: 'Đảng ủy xã B', number: '31-QĐ/ĐU', issuedOn: '2020-12-18' },
    person: 'P1',
    forYear: 2020,
    level: 'excellent',
  },
});
