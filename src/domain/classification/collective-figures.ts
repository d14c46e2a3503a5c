import { sql } from 'kysely';
import { z } from 'zod';
import { type Figure, type FlowRow, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { collectiveLabels, collectives, goodOrAbove, unitLevels } from './levels.ts';
import { type Args, cases, lastDay, note, ofLevel, why } from './rows.ts';

const label = sql`${cases(sql`c.collective`, collectiveLabels, '')} || case when c.name = '' then '' else ': ' || c.name end`;

// A unit's kind is known on every day of its life: who exists no longer on 31 December is not counted.
const recorded = (facts: FactSource, { collective }: Args) => sql`${facts.table('collectiveClassification', 'c')}
    join ${facts.table('unitKind', 'k')} on k.unit_id = c.unit_id and k.valid @> ${lastDay(sql`c.for_year`)}
    where ${collective === undefined ? sql`true` : sql`c.collective = ${collective}`}`;

// The name tells collectives apart, but in the label alone: ids are given to everybody.
const columns = sql`c.unit_id::text || ':' || c.collective || ':' || md5(c.name) || ':' || c.for_year as id, c.unit_id as subject_id,
    c.unit_id, ${lastDay(sql`c.for_year`)} as day, c.act_id, ${label} as label, c.scope`;

const collectivesClassified = figure({
  type: 'count',
  name: 'collectives-classified',
  of: 'act',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  labelled: true,
  noted: true,
  title: { vi: 'Tập thể được đánh giá, xếp loại', en: 'Collectives classified' },
  definition: {
    vi: 'Số tập thể (cấp ủy, ban thường vụ, tập thể lãnh đạo, ban tham mưu, đoàn thể) được xếp loại, theo loại tập thể và mức nếu nêu collective, level; tính cho năm được xếp loại, ở tổ chức đảng có tập thể đó.',
    en: 'Collectives (committees, standing committees, leaders of agencies, departments, mass organisations) given a level, of that sort and level if asked; counts in the year it is for, at the unit the collective belongs to.',
  },
  measure: 'occurrences',
  args: z.strictObject({
    collective: z.enum(collectives).optional(),
    level: z.enum(['good-or-above', ...unitLevels]).optional(),
  }),
  partition: [{ arg: 'collective' }, { arg: 'level', groups: { 'good-or-above': goodOrAbove } }],
  rows: (facts, args) =>
    sql<FlowRow>`(select ${columns} from ${recorded(facts, args)} and c.level is not null and ${ofLevel(args)})`,
  considered: (facts, args) =>
    sql<FlowRow & { why: string }>`(select ${columns}, ${why} as why, ${note} as note from ${recorded(facts, args)})`,
});

export const collectiveFigures: readonly Figure[] = [collectivesClassified];
