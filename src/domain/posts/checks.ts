import { z } from 'zod';
import { standingTable } from '#/domain/members/api.ts';
import { cellKinds } from '#/domain/units/api.ts';
import { type FactRow, parseRange } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { committeePosts, type Post, partyPosts, postLabels, type waysIn } from './contract.ts';
import { postTable } from './tables.ts';

// What the rulebook (db/seed/rulebook/posts.json) asks of whoever takes a post.

type Assumed = Act<{ person: string; unit: string; post: Post; how: (typeof waysIn)[number] }>;

const list = z.array(z.string());
const limits = z.record(z.string(), z.number());
const isOneOf = (posts: readonly string[], post: unknown) => posts.includes(post as string);

export async function checkAssumed(act: Assumed, ctx: CheckContext): Promise<void> {
  const kind = (await ctx.unitKind(act.body.unit, act.effectiveOn))?.kind;
  // The fold of a person knows no units' lives, so this is asked when the act is posted.
  if (kind === undefined) throw unitNotThere(act);
  const others = (await ctx.spellsAt(postTable, act.body.unit, act.effectiveOn)).filter(
    ({ person_id }) => person_id !== act.body.person,
  );
  if (isOneOf(partyPosts, act.body.post)) {
    const standing = await standingOn(ctx, act.body.person, act.effectiveOn);
    checkOfficial(act, ctx, standing);
    checkOwnCell(act, ctx, kind, standing);
  }
  checkOnlyOne(act, ctx, others);
  checkSize(act, ctx, kind, others);
}

/** A probationary member neither votes nor stands for a leading body of the Party (Charter of 19/1/2011, article 3). */
function checkOfficial({ body, effectiveOn }: Assumed, ctx: CheckContext, standing: FactRow | null): void {
  if (standing === null || standing.status === 'official') return;
  for (const key of ['post.official.elected', 'post.official.other']) {
    const rule = ctx.rule(key, effectiveOn);
    if (rule === null || !list.parse(rule.value).includes(body.how)) continue;
    ctx.broken(rule, 'person', {
      vi: `Ngày ${spokenDay(effectiveOn)} đồng chí này là đảng viên dự bị.`,
      en: `The person is on probation on ${effectiveOn}.`,
    });
  }
}

/** Whoever sits in the committee of a cell lives in that cell; a committee above may take its members from anywhere under it. */
function checkOwnCell({ body, effectiveOn }: Assumed, ctx: CheckContext, kind: string, standing: FactRow | null): void {
  const rule = ctx.rule('post.own-cell', effectiveOn);
  if (rule?.value !== true || !isOneOf(cellKinds, kind) || standing === null || standing.unit_id === body.unit) return;
  ctx.broken(rule, 'unit', {
    vi: `Ngày ${spokenDay(effectiveOn)} đồng chí này không sinh hoạt ở chi bộ này.`,
    en: `The person does not stand in this cell on ${effectiveOn}.`,
  });
}

function checkOnlyOne({ body, effectiveOn }: Assumed, ctx: CheckContext, others: FactRow[]): void {
  const rule = ctx.rule('post.only-one', effectiveOn);
  if (rule === null || !list.parse(rule.value).includes(body.post)) return;
  const other = others.find(({ post }) => post === body.post);
  if (other === undefined) return;
  const { from } = parseRange(other.valid as string);
  // Not who: whoever records this may not see the records of that unit, and warnings end in logs.
  const post = postLabels[body.post].en.toLowerCase();
  ctx.broken(rule, 'post', {
    vi: `Chức vụ này đang có đồng chí khác giữ từ ${from === null ? 'trước' : spokenDay(from)}.`,
    en: `Somebody else has been ${post} here since ${from}.`,
  });
}

function checkSize({ body, effectiveOn }: Assumed, ctx: CheckContext, kind: string, others: FactRow[]): void {
  const rule = ctx.rule('post.committee-size', effectiveOn);
  const most = rule === null ? undefined : limits.parse(rule.value)[kind];
  if (rule === null || most === undefined || !isOneOf(committeePosts, body.post)) return;
  const seated = others.filter(({ post }) => isOneOf(committeePosts, post)).map(({ person_id }) => person_id);
  const size = new Set([...seated, body.person]).size;
  if (size > most)
    ctx.broken(rule, 'unit', {
      vi: `Cấp ủy có ${size} đồng chí ngày ${spokenDay(effectiveOn)}; nhiều nhất là ${most}.`,
      en: `The committee has ${size} members on ${effectiveOn}; at most ${most}.`,
    });
}

async function standingOn(ctx: CheckContext, personId: string, on: Day): Promise<FactRow | null> {
  const spells = await ctx.facts(standingTable, personId);
  return (
    spells.find(({ valid }) => {
      const { from, to } = parseRange(valid as string);
      return (from === null || from <= on) && (to === null || on < to);
    }) ?? null
  );
}

function unitNotThere(act: Assumed): Problem {
  const message = `The unit does not exist on ${act.effectiveOn}.`;
  return new Problem('post.unit-not-there', message, {
    fields: [{ actId: act.id, code: 'post.unit-not-there', field: 'unit', message }],
  });
}
