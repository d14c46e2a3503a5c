import { sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { grassrootsKinds, type UnitKind, unitKinds } from '../contract.ts';
import { type EventsAsked, eventRows } from './events.ts';

interface FlowText {
  name: string;
  title: Bilingual;
  what: Bilingual;
}

const common = { type: 'count', of: 'unit', place: 'subject', time: 'flow', measure: 'units' } as const;

const byEffect = {
  vi: 'trong kỳ, tính theo ngày quyết định có hiệu lực, ở nơi tổ chức đứng trong ngày đó (tổ chức kết thúc: ở cấp trên của nó)',
  en: 'in the period, by the day the decision takes effect, where the unit stands on that day (one that ended: with its superior)',
};

const defined = (what: Bilingual): Bilingual => ({
  vi: `${what.vi} ${byEffect.vi}.`,
  en: `${what.en} ${byEffect.en}.`,
});

const zoned = z.strictObject({ zone: z.string().optional() });
const kinded = z.strictObject({ kind: z.enum(unitKinds).optional(), ...zoned.shape });

/** Events that look alike and are not counted, with why. */
type Besides = readonly (EventsAsked & { why: string })[];

function considered(facts: FactSource, besides: Besides) {
  const [first, ...rest] = besides.map(({ why, ...asked }) =>
    eventRows(facts, asked).select(sql<string>`${why}::text`.as('why')),
  );
  if (first === undefined) throw new Error('nothing is considered besides');
  return rest.reduce((all, more) => all.unionAll(more), first);
}

/** Events of grassroots organisations, each unit once. */
function ofGrassroots(text: FlowText, asked: EventsAsked, besides: Besides): CountFigure {
  return figure({
    ...common,
    counts: 'distinct',
    name: text.name,
    title: text.title,
    definition: defined(text.what),
    args: zoned,
    rows: (facts, { zone }) => eventRows(facts, { ...asked, zone, once: true }),
    considered: (facts, { zone }) =>
      considered(facts, [
        ...besides.map((one) => ({ ...one, once: true })),
        ...(zone === undefined ? [] : [{ ...asked, once: true, why: 'Không ở khu vực được hỏi' }]),
      ]),
  });
}

/** Events of units of any kind, as often as they happened. */
function ofUnits(text: FlowText, events: readonly string[], besides?: Besides): CountFigure {
  return figure({
    ...common,
    counts: 'occurrences',
    name: text.name,
    title: text.title,
    definition: defined(text.what),
    args: kinded,
    partition: [{ arg: 'kind' }],
    rows: (facts, { kind, zone }) =>
      eventRows(facts, { events, zone, kinds: kind === undefined ? undefined : [kind as UnitKind] }),
    ...(besides === undefined ? {} : { considered: (facts: FactSource) => considered(facts, besides) }),
  });
}

const ends = ['merged', 'consolidated', 'ended', 'disbanded'];

const endedOtherwise = [
  { events: ['merged', 'consolidated'], before: grassrootsKinds, why: 'Sáp nhập, hợp nhất, không phải giải thể' },
  { events: ['split'], before: grassrootsKinds, why: 'Chia, tách, không phải giải thể' },
  { events: ['ended'], before: grassrootsKinds, why: 'Kết thúc theo sắp xếp tổ chức, không phải giải thể' },
  { events: ['disbanded'], before: grassrootsKinds, why: 'Giải tán là hình thức kỷ luật, không phải giải thể' },
] as const satisfies Besides;

const begunOtherwise = [
  {
    events: ['moved', 'handed-over'],
    after: grassrootsKinds,
    why: 'Chuyển từ cấp trên khác về, không phải thành lập mới',
  },
  { events: ['formed'], after: grassrootsKinds, why: 'Lập ra do hợp nhất, không phải thành lập mới' },
  { events: ['split-off'], after: grassrootsKinds, why: 'Lập ra do chia, tách, không phải thành lập mới' },
  { events: ['upgraded', 'retyped'], after: grassrootsKinds, why: 'Nâng cấp, đổi loại, không phải thành lập mới' },
] as const satisfies Besides;

export const unitFlows: readonly CountFigure[] = [
  ofGrassroots(
    {
      name: 'grassroots-units-established',
      title: { vi: 'Tổ chức cơ sở đảng thành lập mới', en: 'Grassroots organisations established' },
      what: {
        vi: 'Số đảng bộ cơ sở, chi bộ cơ sở thành lập mới (không kể tổ chức chuyển từ cấp trên khác về, lập ra do hợp nhất, chia, tách)',
        en: 'Grassroots organisations newly established (not those that came from another superior, or out of a consolidation or a split)',
      },
    },
    { events: ['established'], after: grassrootsKinds },
    begunOtherwise,
  ),
  ofGrassroots(
    {
      name: 'grassroots-units-dissolved',
      title: { vi: 'Tổ chức cơ sở đảng giải thể', en: 'Grassroots organisations dissolved' },
      what: {
        vi: 'Số đảng bộ cơ sở, chi bộ cơ sở giải thể (không kể sáp nhập, hợp nhất, giải tán)',
        en: 'Grassroots organisations dissolved (not merged, consolidated or disbanded)',
      },
    },
    { events: ['dissolved'], before: grassrootsKinds },
    endedOtherwise,
  ),
  figure({
    ...common,
    counts: 'occurrences',
    name: 'units-upgraded-to-grassroots-body',
    title: { vi: 'Tổ chức đảng nâng cấp thành đảng bộ cơ sở', en: 'Units upgraded to grassroots body' },
    definition: defined({
      vi: 'Số chi bộ cơ sở (hoặc tổ chức khác) nâng cấp thành đảng bộ cơ sở',
      en: 'Grassroots cells (or other units) raised to grassroots body',
    }),
    rows: (facts) => upgradedTo(facts, 'grassroots-body'),
    considered: (facts) =>
      considered(facts, [
        { events: ['upgraded'], why: 'Nâng cấp khác, không thành đảng bộ cơ sở' },
        { events: ['retyped'], after: ['grassroots-body'], why: 'Đổi loại, không phải nâng cấp' },
      ]),
  }),
  ofUnits(
    {
      name: 'units-established',
      title: { vi: 'Tổ chức đảng thành lập mới', en: 'Units established' },
      what: { vi: 'Số tổ chức đảng thành lập mới', en: 'Units newly established' },
    },
    ['established'],
    [{ events: ['formed', 'split-off'], why: 'Lập ra do hợp nhất, chia, tách' }],
  ),
  ofUnits(
    {
      name: 'units-dissolved',
      title: { vi: 'Tổ chức đảng giải thể', en: 'Units dissolved' },
      what: { vi: 'Số tổ chức đảng giải thể (không kể giải tán)', en: 'Units dissolved (not disbanded)' },
    },
    ['dissolved'],
    [{ events: ends, why: 'Kết thúc vì lý do khác, không phải giải thể' }],
  ),
  ofUnits(
    {
      name: 'units-disbanded',
      title: { vi: 'Tổ chức đảng bị giải tán', en: 'Units disbanded' },
      what: { vi: 'Số tổ chức đảng bị giải tán (kỷ luật)', en: 'Units disbanded as discipline' },
    },
    ['disbanded'],
  ),
  ofUnits(
    {
      name: 'units-merged',
      title: { vi: 'Tổ chức đảng sáp nhập, hợp nhất', en: 'Units merged' },
      what: {
        vi: 'Số tổ chức đảng kết thúc do sáp nhập vào tổ chức khác hoặc hợp nhất thành tổ chức mới',
        en: 'Units that ended by merging into another or by consolidation into a new one',
      },
    },
    ['merged', 'consolidated'],
    [
      { events: ['absorbed'], why: 'Là tổ chức nhận sáp nhập' },
      { events: ['formed'], why: 'Là tổ chức mới do hợp nhất' },
    ],
  ),
  ofUnits(
    {
      name: 'units-split',
      title: { vi: 'Tổ chức đảng chia, tách', en: 'Units split' },
      what: { vi: 'Số lượt tổ chức đảng bị chia, tách', en: 'Times a unit was divided' },
    },
    ['split'],
    [{ events: ['split-off'], why: 'Là tổ chức mới do chia, tách' }],
  ),
  ofUnits(
    {
      name: 'units-renamed',
      title: { vi: 'Tổ chức đảng đổi tên', en: 'Units renamed' },
      what: { vi: 'Số lượt tổ chức đảng đổi tên', en: 'Times a unit was renamed' },
    },
    ['renamed'],
  ),
  ofUnits(
    {
      name: 'units-moved',
      title: { vi: 'Tổ chức đảng chuyển về cấp trên khác', en: 'Units moved' },
      what: {
        vi: 'Số lượt tổ chức đảng chuyển về cấp trên mới theo quyết định về chính tổ chức đó (kể cả chuyển giao); tính ở cấp trên mới',
        en: 'Times a unit was put under another superior by an act about itself (handovers included); counted at the new superior',
      },
    },
    ['moved', 'handed-over'],
  ),
  ofUnits(
    {
      name: 'units-handed-over',
      title: { vi: 'Tổ chức đảng chuyển giao', en: 'Units handed over' },
      what: {
        vi: 'Số lượt tổ chức đảng chuyển giao cho đảng bộ khác',
        en: 'Times a unit was handed to another committee',
      },
    },
    ['handed-over'],
    [{ events: ['moved'], why: 'Chuyển cấp trên, không phải chuyển giao' }],
  ),
  ofUnits(
    {
      name: 'units-downgraded',
      title: { vi: 'Tổ chức đảng hạ cấp', en: 'Units downgraded' },
      what: { vi: 'Số lượt tổ chức đảng hạ cấp', en: 'Times a unit was downgraded' },
    },
    ['downgraded'],
  ),
];

function upgradedTo(facts: FactSource, kind: UnitKind) {
  return eventRows(facts, { events: ['upgraded'], after: [kind] }).where('e.kindBefore', 'is distinct from', kind);
}
