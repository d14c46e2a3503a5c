import { z } from 'zod';
import { fault, giveNumber, mustBeMember, numbersGivenOn, returnedOn } from '#/domain/members/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { fieldMeta, personRef } from '#/kernel/journal/refs.ts';
import type { Day } from '#/platform/day.ts';
import { checkCard, checkOfficial } from './checks.ts';
import { cardSchemes, schemeOf } from './schemes.ts';
import { cardEventTable } from './tables.ts';

const shape = z.strictObject({
  person: personRef('đảng viên'),
  number: z.string().trim().min(1).max(50).register(fieldMeta, { vi: 'số thẻ' }).optional(),
  scheme: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'words in lower case, joined by -' })
    .register(fieldMeta, { vi: 'loại số: card-8, card-12; không nêu thì theo số chữ số' })
    .optional(),
});
type Card = z.infer<typeof shape>;

const schema = shape.refine(
  ({ number, scheme }) => number === undefined || scheme !== undefined || schemeOf(number) !== null,
  { error: 'a number of neither 8 nor 12 digits: say its scheme', path: ['scheme'] },
);

type Event = 'issued' | 'reissued' | 'exchanged';

/** Notes the event; a number that it tells is the person's from that day on. */
function give(state: SubjectState, act: Act<Card>, event: Event): void {
  const { number = null } = act.body;
  const scheme = act.body.scheme ?? (number === null ? null : schemeOf(number));
  state.emit(cardEventTable, {
    act_id: act.id,
    person_id: state.subject.id,
    unit_id: null,
    on_day: act.effectiveOn,
    event,
    scheme,
    number,
  });
  if (number !== null && scheme !== null) giveNumber(state, act, scheme, number);
}

/** The day on which the card that the person holds was given, as far as the register knows one. */
function heldSince(state: SubjectState): Day | null {
  const given = [
    ...cardSchemes.flatMap((scheme) => numbersGivenOn(state, scheme)),
    ...state.events.filter(({ table }) => table === cardEventTable).map(({ row }) => row.on_day as Day),
  ];
  // Whoever is put out of the Party gives the card back; a number told with the return is that of the old card.
  const back = returnedOn(state);
  return (
    given
      .filter((day) => back === null || day > back)
      .toSorted()
      .at(-1) ?? null
  );
}

const shared = {
  // After a recognition of the same day, and after what was added to the record.
  rank: rank.personChanges + 30,
  schema,
  competent: 'above-grassroots',
  subjects: ({ person }: Card) => [{ type: 'person' as const, id: person }],
} as const;

export const cardIssued = actKind({
  ...shared,
  kind: 'card.issued',
  title: { vi: 'Phát thẻ đảng viên', en: 'Card issued' },
  description: {
    vi: 'Phát thẻ lần đầu cho đảng viên chính thức, hoặc sau khi trở lại Đảng. Có number thì từ effectiveOn đó là số thẻ của đảng viên. Đang giữ thẻ thì dùng card.reissued (mất) hoặc card.exchanged (hỏng, đổi thẻ).',
    en: 'The first card of an official member, or the first after coming back into the Party. A number given is the person’s from effectiveOn on. Who holds a card already has it reissued (lost) or exchanged (damaged, or a general exchange).',
  },
  person: (state, act) => {
    mustBeMember(state, act);
    const since = heldSince(state);
    if (since !== null)
      throw fault(
        act,
        'card.held',
        'person',
        `The person holds a card since ${since}: use card.reissued if it was lost, card.exchanged if it was damaged or all cards are exchanged.`,
      );
    give(state, act, 'issued');
  },
  check: async (act, ctx) => {
    checkCard(act, ctx);
    await checkOfficial(act, ctx);
  },
  example: {
    kind: 'card.issued',
    effectiveOn: '2021-09-02',
    paper: { issuer: 'Huyện ủy A', number: '140-QĐ/HU', issuedOn: '2021-08-20' },
    person: 'P3',
    number: '34567890',
  },
});

export const cardReissued = actKind({
  ...shared,
  kind: 'card.reissued',
  title: { vi: 'Cấp lại thẻ đảng viên bị mất', en: 'Card reissued' },
  description: {
    vi: 'Cấp lại thẻ do bị mất; không cần sổ biết thẻ cũ.',
    en: 'A new card for a lost one; the register need not know the old one.',
  },
  person: (state, act) => {
    mustBeMember(state, act);
    give(state, act, 'reissued');
  },
  check: checkCard,
  example: {
    kind: 'card.reissued',
    effectiveOn: '2022-03-15',
    paper: { issuer: 'Huyện ủy A', number: '52-QĐ/HU', issuedOn: '2022-03-15' },
    person: 'P3',
    number: '34567891',
  },
});

export const cardExchanged = actKind({
  ...shared,
  kind: 'card.exchanged',
  title: { vi: 'Đổi thẻ đảng viên', en: 'Card exchanged' },
  description: {
    vi: 'Đổi thẻ bị hỏng, hoặc đổi thẻ trong toàn Đảng. Số thẻ loại cũ vẫn giữ trong hồ sơ.',
    en: 'A new card for a damaged one, or in a general exchange. The number of the old scheme stays in the record.',
  },
  person: (state, act) => {
    mustBeMember(state, act);
    give(state, act, 'exchanged');
  },
  check: checkCard,
  example: {
    kind: 'card.exchanged',
    effectiveOn: '2025-09-02',
    paper: { issuer: 'Ban Tổ chức Tỉnh ủy A', number: '12-QĐ/BTCTU', issuedOn: '2025-08-28' },
    person: 'P3',
    number: '001200345678',
  },
});
