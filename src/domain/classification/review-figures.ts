import { z } from 'zod';
import { unitKinds } from '#/domain/units/api.ts';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { memberOmissions, suggesters, unitOmissions } from './levels.ts';
import {
  consideredReviews,
  consideredSuggestions,
  dueReviews,
  held,
  omitted,
  type Reviewed,
  reviewRows,
  suggested,
} from './review-rows.ts';

const instrument = 'Biểu số 6F-BTCTW; 11-HD/BTCTW, 13/12/2021';

const kind = z.enum(unitKinds).optional();

const day: Bilingual = {
  vi: 'tính cho năm được kiểm điểm, trên số hiện có đến 31/12 của năm đó',
  en: 'counts in the year it is for, over those existing on 31 December of that year',
};

const units = { vi: 'tổ chức đảng', en: 'organisations' };
const members = { vi: 'đảng viên', en: 'members' };

function common(of: Reviewed) {
  return {
    type: 'count',
    counts: 'occurrences',
    place: 'subject',
    time: 'flow',
    of,
    measure: of === 'unit' ? 'units' : 'persons',
    instrument,
  } as const satisfies Partial<CountFigure>;
}

function reviewed(name: string, of: Reviewed, who: Bilingual): Figure {
  return figure({
    ...common(of),
    name,
    title: { vi: `Số ${who.vi} đã kiểm điểm`, en: `Reviews held: ${who.en}` },
    definition: {
      vi: `Số ${who.vi} đã kiểm điểm tự phê bình và phê bình, ${day.vi}.`,
      en: `The ${who.en} whose review was held; ${day.en}.`,
    },
    ...(of === 'unit' ? { args: z.strictObject({ kind }), partition: [{ arg: 'kind' }] } : {}),
    rows: (facts, args) => reviewRows(facts, of, args, held()),
    noted: true,
    considered: (facts, args) => consideredReviews(facts, of, args),
  });
}

function notReviewed(name: string, of: Reviewed, who: Bilingual): Figure {
  const reason = z.enum(of === 'unit' ? unitOmissions : memberOmissions).optional();
  return figure({
    ...common(of),
    name,
    title: { vi: `Số ${who.vi} không kiểm điểm, có lý do`, en: `Reviews left out: ${who.en}` },
    definition: {
      vi: `Số ${who.vi} được ghi là không kiểm điểm (theo lý do nếu nêu reason), ${day.vi}. Chưa ghi gì thì không tính ở đây mà nêu trong phần không tính.`,
      en: `The ${who.en} recorded as not reviewed (for that reason, if one is asked); ${day.en}. Where nothing was recorded yet, it is told among what was not counted.`,
    },
    args: of === 'unit' ? z.strictObject({ reason, kind }) : z.strictObject({ reason }),
    partition: [{ arg: 'reason' }, { arg: 'kind' }],
    rows: (facts, args) => reviewRows(facts, of, args, omitted(args)),
    noted: true,
    considered: (facts, args) => consideredReviews(facts, of, args),
  });
}

function reviewSuggested(name: string, of: Reviewed, who: Bilingual): Figure {
  const by = z.enum(suggesters).optional();
  return figure({
    ...common(of),
    name,
    title: { vi: `Số ${who.vi} được gợi ý kiểm điểm`, en: `Reviews with suggestions: ${who.en}` },
    definition: {
      vi: `Số ${who.vi} được cấp trên gợi ý kiểm điểm (theo cấp gợi ý nếu nêu by), ${day.vi}.`,
      en: `The ${who.en} to whom a superior suggested what to review (of that level, if one is asked); ${day.en}.`,
    },
    args: of === 'unit' ? z.strictObject({ by, kind }) : z.strictObject({ by }),
    partition: [{ arg: 'by' }, { arg: 'kind' }],
    rows: (facts, args) => reviewRows(facts, of, args, suggested(args)),
    considered: (facts, args) => consideredSuggestions(facts, of, args),
  });
}

/** All that Form 6F counts, in one scan: who had to, and what became of it. */
function toReview(name: string, of: Reviewed, who: Bilingual): Figure {
  const state = z.enum(['held', 'not-held', 'untold', ...(of === 'unit' ? unitOmissions : memberOmissions)]).optional();
  const by = z.enum(['any', ...suggesters]).optional();
  return figure({
    ...common(of),
    name,
    title: { vi: `Số ${who.vi} phải kiểm điểm`, en: `Reviews due: ${who.en}` },
    definition: {
      vi: `Số ${who.vi} hiện có đến 31/12 của năm được kiểm điểm. Theo state: đã kiểm điểm (held), chưa kiểm điểm (not-held, gồm cả lý do), từng lý do, chưa ghi gì (untold); theo cấp gợi ý (by; any: cấp nào cũng được).`,
      en: `The ${who.en} existing on 31 December of the year to be reviewed. By state: held, not held (for whatever reason), one reason, nothing recorded (untold); by the level that suggested what to review (any: whichever).`,
    },
    args: of === 'unit' ? z.strictObject({ state, by, kind }) : z.strictObject({ state, by }),
    rows: (facts, args) => dueReviews(facts, of, args),
    breakdown: {
      rows: (facts) => dueReviews(facts, of, {}),
      args: {
        state: {
          column: 'state',
          is: (asked, told) => (asked === 'not-held' ? told !== 'held' : (told ?? 'untold') === asked),
        },
        by: { column: 'by', is: (asked, told) => (asked === 'any' ? told !== null : told === asked) },
      },
      together: [['state', 'by']],
    },
  });
}

export const reviewFigures: readonly Figure[] = [
  toReview('units-to-review', 'unit', units),
  toReview('members-to-review', 'person', members),
  reviewed('units-reviewed', 'unit', units),
  notReviewed('units-not-reviewed', 'unit', units),
  reviewSuggested('units-review-suggested', 'unit', units),
  reviewed('members-reviewed', 'person', members),
  notReviewed('members-not-reviewed', 'person', members),
  reviewSuggested('members-review-suggested', 'person', members),
];
