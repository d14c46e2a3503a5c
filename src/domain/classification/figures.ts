import { z } from 'zod';
import { grassrootsKinds, unitKinds } from '#/domain/units/api.ts';
import { type CountFigure, figure } from '#/kernel/figures/figure.ts';
import { goodOrAbove, memberLevels, unitLevels } from './levels.ts';
import { consideredMembers, consideredUnits, kindsOf, memberRows, unitRows } from './rows.ts';

const unitLevel = z.enum(['good-or-above', ...unitLevels]).optional();
const memberLevel = z.enum(['good-or-above', ...memberLevels]).optional();

/** Counts declared level by level make up those of several. */
const groups = { 'good-or-above': goodOrAbove };

const common = {
  type: 'count',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  noted: true,
} as const satisfies Partial<CountFigure>;

const dayOfYear = {
  vi: 'tính cho năm được xếp loại, dù quyết định ký năm sau; trên số hiện có đến 31/12 của năm đó',
  en: 'counts in the year it is for, whatever the date of the decision, over those existing on 31 December of that year',
};

const grassrootsUnitsClassified = figure({
  ...common,
  name: 'grassroots-units-classified',
  of: 'unit',
  title: { vi: 'Tổ chức cơ sở đảng được đánh giá, xếp loại', en: 'Grassroots organisations classified' },
  definition: {
    vi: `Số tổ chức cơ sở đảng được xếp loại (theo mức nếu nêu level), ${dayOfYear.vi}.`,
    en: `Grassroots organisations given a level (that level, if one is asked); ${dayOfYear.en}.`,
  },
  measure: 'units',
  args: z.strictObject({ level: unitLevel }),
  partition: [{ arg: 'level', groups }],
  rows: (facts, args) => unitRows(facts, grassrootsKinds, args),
  considered: (facts) => consideredUnits(facts, grassrootsKinds),
});

const unitsClassified = figure({
  ...common,
  name: 'units-classified',
  of: 'unit',
  title: { vi: 'Tổ chức đảng được đánh giá, xếp loại', en: 'Organisations classified' },
  definition: {
    vi: `Số tổ chức đảng được xếp loại (theo mức, theo loại tổ chức nếu nêu level, kind), ${dayOfYear.vi}.`,
    en: `Organisations given a level (that level, of that kind, if asked); ${dayOfYear.en}.`,
  },
  measure: 'units',
  args: z.strictObject({ level: unitLevel, kind: z.enum(unitKinds).optional() }),
  partition: [{ arg: 'level', groups }, { arg: 'kind' }],
  rows: (facts, args) => unitRows(facts, kindsOf(args), args),
  considered: (facts, args) => consideredUnits(facts, kindsOf(args)),
});

const membersClassified = figure({
  ...common,
  name: 'members-classified',
  of: 'person',
  title: { vi: 'Đảng viên được đánh giá, xếp loại', en: 'Members classified' },
  definition: {
    vi: `Số đảng viên được xếp loại (theo mức nếu nêu level), ${dayOfYear.vi}.`,
    en: `Members given a level (that level, if one is asked); ${dayOfYear.en}.`,
  },
  measure: 'persons',
  args: z.strictObject({ level: memberLevel }),
  partition: [{ arg: 'level', groups }],
  rows: memberRows,
  considered: consideredMembers,
  tally: { arg: 'level', values: memberLevels, groups },
});

export const classificationFigures = [grassrootsUnitsClassified, membersClassified, unitsClassified];
