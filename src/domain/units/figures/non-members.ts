import { sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, figure, type StockRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { grassrootsKinds } from '../contract.ts';

const kindsOf = ({ kind }: Record<string, string>) =>
  sql.join((kind === undefined ? [...grassrootsKinds] : [kind]).map((one) => sql.lit(one)));

const organisations = ({ table }: FactSource) => sql`${table('unitWithoutNonMembers', 'w')}
  join ${table('unitKind', 'k')} on k.unit_id = w.unit_id and k.valid && w.valid`;

export const withoutNonMembers: CountFigure = figure({
  type: 'count',
  of: 'unit',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
  name: 'grassroots-units-without-non-members',
  title: { vi: 'Tổ chức cơ sở đảng không còn quần chúng', en: 'Grassroots organisations with no non-members left' },
  definition: {
    vi: 'Số tổ chức cơ sở đảng (kind: đảng bộ cơ sở, chi bộ cơ sở) đã báo không còn quần chúng ngoài Đảng và đến ngày hỏi chưa báo lại có; tổ chức chưa báo gì thì không tính. Mục III Biểu 2.',
    en: 'Grassroots organisations (of a kind, if asked) that told that no non-member is left and until the day have not told otherwise; those that told nothing are not counted. Form 2, part III.',
  },
  measure: 'units',
  instrument: 'Biểu số 2-BTCTW, 11-HD/BTCTW, 13/12/2021',
  args: z.strictObject({ kind: z.enum(grassrootsKinds).optional() }),
  partition: [{ arg: 'kind' }],
  rows: (facts, args) => sql<StockRow>`(
    select k.unit_id as id, k.unit_id as subject_id, k.unit_id, k.valid * w.valid as valid, w.act_id
    from ${organisations(facts)} where k.kind in (${kindsOf(args)}))`,
  considered: (facts, args) => sql<StockRow & { why: string }>`(
    select k.unit_id as id, k.unit_id as subject_id, k.unit_id, k.valid, k.act_id, 'chưa báo không còn quần chúng' as why
    from ${facts.table('unitKind', 'k')} where k.kind in (${kindsOf(args)}))`,
});
