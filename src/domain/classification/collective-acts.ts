import { z } from 'zod';
import { existsOn } from '#/domain/units/api.ts';
import { decidedOn } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { checkLevel, grade, oneOfTwo, oneOfTwoError } from './grade.ts';
import { collectives, unitLevels, unitOmissions } from './levels.ts';
import { collectiveClassification as table } from './tables.ts';
import { dayOf, forYear, omissionOf, problem } from './year.ts';

export const collectiveClassified = actKind({
  kind: 'collective.classified',
  rank: rank.yearly,
  title: { vi: 'Đánh giá, xếp loại tập thể', en: 'Collective classified' },
  description: {
    vi: 'Mức xếp loại cho năm forYear của một tập thể không phải là tổ chức đảng: cấp ủy, ban thường vụ, tập thể lãnh đạo cơ quan, ban tham mưu, đoàn thể … thuộc tổ chức đảng đã nêu; hoặc lý do không xếp loại (omitted; "other" thì ghi lý do ở note). Nơi có nhiều tập thể cùng loại thì ghi tên (name).',
    en: 'The level for the year forYear of a collective that is no party organisation itself: a committee, a standing committee, the leaders of an agency, a department, a mass organisation …, belonging to the unit named; or why none was given (omitted; "other" tells the reason in note). Where there are several of a sort, name tells them apart.',
  },
  schema: z
    .strictObject({
      unit: unitRef('tổ chức đảng có tập thể được xếp loại'),
      collective: z.enum(collectives),
      name: z.string().trim().min(1).max(200).optional(),
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
    const { collective, name = '', forYear: year, level = null } = act.body;
    // One collective has one name: written with other capitals or spaces it would be counted twice.
    const isSame = (other: unknown) => plain(other) === plain(name);
    grade(state, table, (row) => row.collective === collective && isSame(row.name) && row.for_year === year, {
      act_id: act.id,
      unit_id: state.subject.id,
      collective,
      name,
      for_year: year,
      level,
      omitted: omissionOf(act),
      decided_on: decidedOn(act),
    });
  },
  check: (act, ctx) => checkLevel(act, ctx, 'classification.levels.unit'),
  example: {
    kind: 'collective.classified',
    effectiveOn: '2021-01-20',
    paper: { issuer: 'Huyện ủy A', number: '16-QĐ/HU', issuedOn: '2021-01-20' },
    unit: 'HH.001',
    collective: 'standing-committee',
    forYear: 2020,
    level: 'good',
  },
});

const plain = (name: unknown): string => String(name).normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
