import { z } from 'zod';
import { unitOn } from '#/domain/members/api.ts';
import { existsOn } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { FactTable } from '#/kernel/facts/table.ts';
import { type Act, decidedOn } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { personRef, unitRef } from '#/kernel/journal/refs.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { memberLevels, memberOmissions, unitLevels, unitOmissions } from './levels.ts';
import { memberClassification, unitClassification } from './tables.ts';

interface Grade {
  forYear: number;
  level?: string | undefined;
  omitted?: string | undefined;
}

const forYear = z.int().min(1930).max(9998);

const oneOfTwo = ({ level, omitted }: Grade) => (level === undefined) !== (omitted === undefined);
const oneOfTwoError = { error: 'give either "level", or "omitted" with the reason', path: ['level'] };

const lastDayOf = (year: number): Day => `${year}-12-31`;

/** The day on which the subject must be there: the last of the year, or in the course of that year the day of the act. */
function dayOf({ effectiveOn, body }: Act<Grade>): Day {
  const actYear = Number(effectiveOn.slice(0, 4));
  if (body.forYear > actYear)
    throw problem('year-ahead', 'forYear', `The year ${body.forYear} has not begun on ${effectiveOn}.`);
  return body.forYear === actYear ? effectiveOn : lastDayOf(body.forYear);
}

function problem(code: string, field: string, message: string): Problem {
  const full = `classification.${code}`;
  return new Problem(full, message, { fields: [{ code: full, field, message }] });
}

/** Lays the grade down; a later act about the same year replaces an earlier one. */
function classify(state: SubjectState, act: Act<Grade>, table: FactTable, unitId: string | null): void {
  const { forYear: year, level = null, omitted = null } = act.body;
  const { note } = act;
  if (omitted === 'other' && note === null)
    throw problem('reason-missing', 'note', 'The reason "other" has to be told in "note".');
  const earlier = state.events.findIndex((event) => event.table === table && event.row.for_year === year);
  if (earlier !== -1) state.events.splice(earlier, 1);
  state.emit(table, {
    act_id: act.id,
    subject_id: state.subject.id,
    subject_kind: table.subject,
    for_year: year,
    level,
    omitted: omitted === 'other' ? `other: ${note}` : omitted,
    decided_on: decidedOn(act),
    unit_id: unitId,
  });
}

// The scale is that of the year classified, not of the day of the decision: grades of 2017 were decided in
// January-February 2018, some before and some after 132-QĐ/TW (8/3/2018).
function checkLevel(act: Act<Grade>, ctx: CheckContext, key: string): void {
  const rule = ctx.rule(key, lastDayOf(act.body.forYear));
  const { level } = act.body;
  if (rule === null || level === undefined || (rule.value as string[]).includes(level)) return;
  ctx.broken(rule, 'level', `The levels of ${act.body.forYear} are ${(rule.value as string[]).join(', ')}.`);
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
  check: (act, ctx) => checkLevel(act, ctx, 'classification.levels.unit'),
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
  check: (act, ctx) => checkLevel(act, ctx, 'classification.levels.member'),
  example: {
    kind: 'member.classified',
    effectiveOn: '2020-12-18',
    paper: { issuer: 'Đảng ủy xã B', number: '31-QĐ/ĐU', issuedOn: '2020-12-18' },
    person: 'P1',
    forYear: 2020,
    level: 'excellent',
  },
});
