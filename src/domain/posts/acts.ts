import { z } from 'zod';
import { fault, mustBeMember } from '#/domain/members/api.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { personRef, unitRef } from '#/kernel/journal/refs.ts';
import { isPartialDay, latest } from '#/platform/day.ts';
import { checkAssumed } from './checks.ts';
import { leavingReasons, posts, waysIn } from './contract.ts';
import { type Holding, heldNow, holding, keyOf } from './tracks.ts';

const place = {
  person: personRef('đảng viên giữ chức vụ'),
  unit: unitRef('tổ chức đảng; với thủ trưởng cơ quan: tổ chức đảng của cơ quan ấy'),
  post: z.enum(posts),
};

const term = z
  .string()
  .regex(/^\d{4}-\d{4}$/, { error: 'a term is two years: 2020-2025' })
  .refine((text) => text.slice(0, 4) < text.slice(5), { error: 'the term ends before it begins' });

const assumedSchema = z.strictObject({
  ...place,
  how: z.enum(waysIn),
  term: term.optional(),
  heldSince: z.string().refine(isPartialDay, { error: 'not a day, month or year of the calendar' }).optional(),
});

export const postAssumed = actKind({
  kind: 'post.assumed',
  rank: rank.postAssumed,
  title: { vi: 'Giữ chức vụ', en: 'Post assumed' },
  description: {
    vi: 'Đảng viên giữ một chức vụ trong cấp ủy, ủy ban kiểm tra hoặc đứng đầu cơ quan (agency-head) ở một tổ chức đảng, từ ngày có hiệu lực: được bầu, chỉ định, bổ sung hay bổ nhiệm (how), nhiệm kỳ term. Bầu lại cho nhiệm kỳ khác là kết thúc nhiệm kỳ trước. heldSince: người đang giữ chức vụ khi vào sổ thì ghi đã giữ từ bao giờ.',
    en: 'A member takes a post in a committee or inspection commission, or at the head of the agency (agency-head) of a unit, from the day of effect: elected, designated, co-opted or appointed, for a term. Taking it again for another term ends the term before. heldSince: for somebody who is in office when the register opens, since when.',
  },
  schema: assumedSchema,
  competent: 'superior',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => {
    const { body, effectiveOn } = act;
    mustBeMember(state, act);
    const key = keyOf(body);
    const before = heldNow(state, key, effectiveOn);
    if (before !== null && (before.value.term === (body.term ?? null) || before.from === effectiveOn))
      throw fault(act, 'post.held-already', 'post', `The person has held this post since ${before.from}.`);
    if (body.heldSince !== undefined && latest(body.heldSince) > effectiveOn)
      throw fault(act, 'post.held-later', 'heldSince', `"heldSince" is later than ${effectiveOn}.`);
    const value: Holding = {
      how: body.how,
      term: body.term ?? null,
      heldSince: body.heldSince ?? null,
      ratifiedOn: null,
      left: null,
    };
    state.set(holding, value, act, {
      key,
      closing: (earlier): Holding =>
        before === null ? earlier : { ...earlier, left: { as: 'term-ended', actId: act.id } },
    });
  },
  check: checkAssumed,
  example: {
    kind: 'post.assumed',
    effectiveOn: '2020-05-20',
    paper: { issuer: 'Huyện ủy A', number: '101-QĐ/HU', issuedOn: '2020-05-28' },
    person: 'P1',
    unit: 'HH.001',
    post: 'secretary',
    how: 'elected',
    term: '2020-2025',
  },
});

export const postRatified = actKind({
  kind: 'post.ratified',
  rank: rank.postRatified,
  title: { vi: 'Chuẩn y chức vụ', en: 'Post ratified' },
  description: {
    vi: 'Cấp trên chuẩn y kết quả bầu một chức vụ mà đảng viên đang giữ; ngày có hiệu lực là ngày chuẩn y.',
    en: 'The superior ratifies the election of somebody who holds the post; the day of effect is that of the ratification.',
  },
  schema: z.strictObject(place),
  competent: 'superior',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => {
    const key = keyOf(act.body);
    const now = heldNow(state, key, act.effectiveOn);
    if (now === null) throw notHeld(act);
    if (now.value.ratifiedOn !== null)
      throw fault(act, 'post.ratified-already', 'post', `It was ratified on ${now.value.ratifiedOn}.`);
    state.amend(holding, act.effectiveOn, (value) => ({ ...value, ratifiedOn: act.effectiveOn }), key);
  },
  example: {
    kind: 'post.ratified',
    effectiveOn: '2020-05-28',
    paper: { issuer: 'Huyện ủy A', number: '101-QĐ/HU', issuedOn: '2020-05-28' },
    person: 'P1',
    unit: 'HH.001',
    post: 'secretary',
  },
});

export const postLeft = actKind({
  kind: 'post.left',
  rank: rank.personChanges,
  title: { vi: 'Thôi giữ chức vụ', en: 'Post left' },
  description: {
    vi: 'Đảng viên thôi giữ một chức vụ từ ngày có hiệu lực (ngày đầu không còn giữ). Người thôi là đảng viên thì thôi mọi chức vụ, không cần ghi thêm.',
    en: 'A member no longer holds a post from the day of effect on. Who ceases to be a member loses every post without a further act.',
  },
  schema: z.strictObject({ ...place, reason: z.enum(leavingReasons) }),
  competent: 'superior',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => {
    const key = keyOf(act.body);
    // Told after a death or a departure, it still gives the spell that membership ended its reason.
    if (state.get(holding, key) === null) throw notHeld(act);
    state.set(holding, null, act, {
      key,
      closing: (value) => ({ ...value, left: { as: act.body.reason, actId: act.id } }),
    });
  },
  example: {
    kind: 'post.left',
    effectiveOn: '2023-03-01',
    paper: { issuer: 'Huyện ủy A', number: '210-QĐ/HU', issuedOn: '2023-02-27' },
    person: 'P1',
    unit: 'HH.001',
    post: 'secretary',
    reason: 'retired',
  },
});

function notHeld(act: Act<unknown>) {
  return fault(act, 'post.not-held', 'post', `The person does not hold this post on ${act.effectiveOn}.`);
}
