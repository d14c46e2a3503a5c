import { sql } from 'kysely';
import { z } from 'zod';
import { unitKinds } from '#/domain/units/api.ts';
import { type CountFigure, type Figure, type FlowRow, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { memberOmissions, unitOmissions } from './levels.ts';
import { type Args, kindsOf, lastDay, ofKinds } from './rows.ts';

const common = {
  type: 'count',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
} as const satisfies Partial<CountFigure>;

// "other" carries its note: "other: …".
const forReason = ({ reason }: Args) =>
  reason === undefined ? sql`true` : sql`split_part(c.omitted, ':', 1) = ${reason}`;

const row = (unitId: 'c.subject_id' | 's.unit_id') => sql`
  c.subject_id::text || ':' || c.for_year as id, c.subject_id, ${sql.ref(unitId)} as unit_id,
  ${lastDay(sql`c.for_year`)} as day, c.act_id`;

const left = (facts: FactSource, kind: 'unit' | 'person', args: Args) => sql`
  ${facts.table('classification', 'c')}
  join ${kind === 'unit' ? sql`${facts.table('unitKind', 'k')} on k.unit_id` : sql`${facts.table('standing', 's')} on s.person_id`}
    = c.subject_id and ${sql.ref(kind === 'unit' ? 'k.valid' : 's.valid')} @> ${lastDay(sql`c.for_year`)}
  where c.subject_kind = ${sql.lit(kind)} and c.omitted is not null and ${forReason(args)}`;

const told = {
  vi: 'được ghi là không xếp loại (theo lý do nếu nêu reason), tính cho năm đó, trên số hiện có đến 31/12. Chưa ghi gì thì không tính ở đây.',
  en: 'recorded as left without a level (for that reason, if one is asked), in the year it is for, of those existing on 31 December. Where nothing was recorded, nothing is counted here.',
};

/** Who was left without a level, and why: reports tell it beside those classified. */
export const omittedFigures: readonly Figure[] = [
  figure({
    ...common,
    name: 'units-not-classified',
    of: 'unit',
    measure: 'units',
    title: { vi: 'Tổ chức đảng chưa xếp loại, có lý do', en: 'Organisations left without a level' },
    definition: {
      vi: `Số tổ chức đảng (thuộc loại kind nếu nêu) ${told.vi}`,
      en: `Organisations (of a kind, if asked) ${told.en}`,
    },
    args: z.strictObject({ reason: z.enum(unitOmissions).optional(), kind: z.enum(unitKinds).optional() }),
    partition: [{ arg: 'reason' }, { arg: 'kind' }],
    rows: (facts, args) =>
      sql<FlowRow>`(select ${row('c.subject_id')} from ${left(facts, 'unit', args)} and ${ofKinds(kindsOf(args))})`,
  }),
  figure({
    ...common,
    name: 'members-not-classified',
    of: 'person',
    measure: 'persons',
    title: { vi: 'Đảng viên chưa xếp loại, có lý do', en: 'Members left without a level' },
    definition: { vi: `Số đảng viên ${told.vi}`, en: `Members ${told.en}` },
    args: z.strictObject({ reason: z.enum(memberOmissions).optional() }),
    partition: [{ arg: 'reason' }],
    rows: (facts, args) => sql<FlowRow>`(select ${row('s.unit_id')} from ${left(facts, 'person', args)})`,
  }),
];
