import { sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { leavingReasons, waysIn } from '../contract.ts';
import { asked, consideredFlow, flow, post } from './rows.ts';

const common = {
  type: 'count',
  of: 'person',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'occurrences',
} as const satisfies Partial<CountFigure>;

// One act gives one spell of one post in one unit, so its id tells one occurrence from another.
const who = sql`p.person_id as subject_id, p.unit_id`;

const postsAssumed = figure({
  ...common,
  name: 'posts-assumed',
  title: { vi: 'Lượt nhận chức vụ', en: 'Posts assumed' },
  definition: {
    vi: 'Số lượt nhận chức vụ trong kỳ (theo chức vụ post, hình thức how nếu nêu), tính theo ngày bắt đầu giữ; kể cả được bầu lại nhiệm kỳ khác. Người đã giữ chức vụ khi vào sổ không tính.',
    en: 'Posts taken in the period (that post, that way, if asked), by the first day in office; taking it again for another term counts. Who was in office when the register opened does not.',
  },
  args: z.strictObject({ post, how: z.enum(waysIn).optional() }),
  partition: [{ arg: 'post' }, { arg: 'how' }],
  rows: (facts, args) =>
    flow(sql`
    select p.act_id as id, ${who}, lower(p.valid) as day, p.act_id from ${facts.table('post', 'p')}
    where p.held_since is null and ${asked(args, { post: 'post', how: 'how' })}`),
  considered: (facts, args) =>
    consideredFlow(sql`
    select p.act_id as id, ${who}, lower(p.valid) as day, p.act_id, 'đã giữ chức vụ từ ' || p.held_since || ', trước khi vào sổ' as why
    from ${facts.table('post', 'p')}
    where p.held_since is not null and ${asked(args, { post: 'post', how: 'how' })}`),
});

const postsLeft = figure({
  ...common,
  name: 'posts-left',
  title: { vi: 'Lượt thôi giữ chức vụ', en: 'Posts left' },
  definition: {
    vi: 'Số lượt thôi giữ chức vụ trong kỳ (theo chức vụ post, lý do reason nếu nêu), tính theo ngày đầu không còn giữ; kể cả hết nhiệm kỳ mà được bầu lại (term-ended). Tổ chức đảng kết thúc thì không tính.',
    en: 'Posts left in the period (that post, for that reason, if asked), by the first day no longer held; the end of a term counts also where the person was elected again (term-ended). The end of the unit itself does not.',
  },
  args: z.strictObject({ post, reason: z.enum(leavingReasons).optional() }),
  partition: [{ arg: 'post' }, { arg: 'reason' }],
  rows: (facts, args) =>
    flow(sql`
    select p.act_id as id, ${who}, upper(p.valid) as day, p.left_act_id as act_id from ${facts.table('post', 'p')}
    where p.left_act_id is not null and ${asked(args, { post: 'post', reason: 'left_as' })}`),
  considered: (facts, { post: wanted }) =>
    consideredFlow(sql`
    select p.act_id as id, ${who}, upper(p.valid) as day, p.act_id,
           'thôi sinh hoạt đảng ở đảng bộ này; chưa ghi thôi giữ chức vụ' as why
    from ${facts.table('post', 'p')}
    where p.left_act_id is null and not upper_inf(p.valid) and ${wanted === undefined ? sql`true` : sql`p.post = ${wanted}`}`),
});

export const changeFigures: readonly Figure[] = [postsAssumed, postsLeft];
