import { sql } from 'kysely';
import { z } from 'zod';
import { unitKinds } from '#/domain/units/api.ts';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { committeePosts, waysIn } from '../contract.ts';
import { type Args, asked, consideredStock, post, stock } from './rows.ts';

const common = {
  type: 'count',
  of: 'person',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
  measure: 'persons',
} as const satisfies Partial<CountFigure>;

const postsHeld = figure({
  ...common,
  name: 'posts-held',
  counts: 'occurrences',
  measure: 'occurrences',
  title: { vi: 'Lượt người giữ chức vụ', en: 'Posts held' },
  definition: {
    vi: 'Số chức vụ có người giữ vào ngày hỏi, theo chức vụ (post), hình thức (how), nhiệm kỳ (term) nếu nêu; một người giữ nhiều chức vụ tính nhiều lượt; ở tổ chức đảng có chức vụ. Tổ chức đảng đã kết thúc thì chức vụ ở đó không còn tính.',
    en: 'Posts that somebody holds on the day (that post, taken that way, of that term, if asked); who holds several counts several times, each in the unit that has the post. A unit that ended has no posts.',
  },
  args: z.strictObject({ post, how: z.enum(waysIn).optional(), term: z.string().optional() }),
  partition: [{ arg: 'post' }, { arg: 'how' }, { arg: 'term' }],
  rows: (facts, args) =>
    stock(sql`
    select p.act_id as id, p.person_id as subject_id, p.unit_id, p.valid, p.act_id
    from ${facts.table('post', 'p')}
    where ${asked(args, { post: 'post', how: 'how', term: 'term' })}`),
});

const ofKind = ({ kind }: Args) => (kind === undefined ? sql`true` : sql`k.kind = ${kind}`);

/** Members of committees of units of a kind, with what their record and the unit say over the same days. */
const seated = (facts: FactSource, args: Args) => sql`
  ${facts.table('post', 'p')}
  join ${facts.table('unitKind', 'k')} on k.unit_id = p.unit_id and k.valid && p.valid and ${ofKind(args)}
  join ${facts.table('personRecord', 'r')} on r.person_id = p.person_id and r.valid && (p.valid * k.valid)
  where p.post in (${sql.join(committeePosts)})`;

const who = sql`p.person_id as id, p.person_id as subject_id, p.unit_id, p.valid * k.valid * r.valid as valid, p.act_id`;

const kind = z.enum(unitKinds).optional();

const committeeMembers = figure({
  ...common,
  name: 'committee-members',
  title: { vi: 'Cấp ủy viên', en: 'Members of committees' },
  definition: {
    vi: 'Số người là cấp ủy viên vào ngày hỏi (bí thư, phó bí thư, ủy viên ban thường vụ, cấp ủy viên) ở các tổ chức đảng (thuộc loại kind nếu nêu); tính ở nơi có cấp ủy, mỗi người một lần.',
    en: 'Persons who sit in a committee on the day, by any post that seats them there, in units (of that kind, if asked); they count where the committee is, each once.',
  },
  args: z.strictObject({ kind }),
  partition: [{ arg: 'kind' }],
  rows: (facts, args) => stock(sql`select ${who} from ${seated(facts, args)}`),
});

const femaleCommitteeMembers = figure({
  ...common,
  name: 'female-committee-members',
  title: { vi: 'Cấp ủy viên nữ', en: 'Women in committees' },
  definition: {
    vi: 'Trong số cấp ủy viên vào ngày hỏi: nữ theo hồ sơ; mỗi người một lần.',
    en: 'Of the members of committees on the day, women by their record; each once.',
  },
  args: z.strictObject({ kind }),
  partition: [{ arg: 'kind' }],
  rows: (facts, args) => stock(sql`select ${who} from ${seated(facts, args)} and r.sex = 'female'`),
  considered: (facts, args) =>
    consideredStock(sql`
    select ${who}, case when r.sex is null then 'hồ sơ chưa ghi giới tính' else 'nam' end as why
    from ${seated(facts, args)} and r.sex is distinct from 'female'`),
});

const femaleCommitteeMembersShare = figure({
  type: 'ratio',
  time: 'stock',
  name: 'female-committee-members-share',
  title: { vi: 'Tỷ lệ cấp ủy viên nữ', en: 'Share of women in committees' },
  definition: {
    vi: 'Số cấp ủy viên nữ chia cho số cấp ủy viên vào ngày hỏi.',
    en: 'Women in committees, of all members of committees on the day.',
  },
  args: z.strictObject({ kind }),
  measure: 'percent',
  numerator: { figure: femaleCommitteeMembers.name },
  denominator: { figure: committeeMembers.name },
  decimals: 1,
});

export const heldFigures: readonly Figure[] = [
  postsHeld,
  committeeMembers,
  femaleCommitteeMembers,
  femaleCommitteeMembersShare,
];
