import { z } from 'zod';
import { badgesAround } from '#/domain/commendation/next-badge.ts';
import type { Member } from '#/domain/members/member-contract.ts';
import { partyAgeOf } from '#/domain/members/party-age.ts';
import type { SensitiveClass } from '#/kernel/access/roles.ts';
import { attachmentsOf } from '#/kernel/attachments/store.ts';
import { factSource } from '#/kernel/figures/source.ts';
import { citation, type Rulebook } from '#/kernel/rulebook/rulebook.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { entriesOf } from './entries.ts';
import { now, type PersonFacts, personFacts, type SpellRow } from './facts.ts';
import { missingOf } from './missing.ts';
import { placementOf } from './placement.ts';
import { sheetOf } from './sheet.ts';
import { spellsOf } from './spells.ts';
import { sayScheme } from './words.ts';

export interface AskedMember {
  person: string;
  tenant: string;
  on: Day;
  knownAt: string | null;
  rulebook: Rulebook;
  /** Facts of these classes are told too; a record shown to its own person has none of them. */
  holds?: (what: SensitiveClass) => boolean;
}

/** Everything about one member on a day. Throws `person.unknown` also for somebody outside the scope. */
export async function readMember(
  tx: Tx,
  { person, tenant, on, knownAt, rulebook, holds }: AskedMember,
): Promise<Member> {
  const facts = factSource(tx.db, knownAt);
  const of = personFacts(facts, person, on);
  const records = await of.spells('personRecord');
  const record = now(records);
  if (record === null) throw new Problem('person.unknown', 'There is no such person.', { status: 404 });
  const events = await of.events('memberEvent', 'onDay');
  const [placement, spells, entries] = [await placementOf(facts, of), await spellsOf(of), await entriesOf(of, holds)];
  const numbers = (await of.spells('memberNumber')).filter(({ to }) => to === null);
  const partyAge = ageOf(records, events, on);
  const sheet = sheetOf({
    record,
    spells,
    entries,
    admittedAt: await unitOfEvent(of, events, 'admitted'),
    recognisedAt: await unitOfEvent(of, events, 'recognised'),
  });
  const isOfficial = placement.status === 'official';
  return {
    ...{ person, tenant, on, placement, partyAge, sheet, spells, entries },
    code: await of.code(),
    name: record.name as string,
    card: cardOf(numbers),
    photo: await photoOf(tx, person),
    badge: badgeOf(partyAge, await of.events('badge', 'onDay'), rulebook, on),
    missing: missingOf({ record, isOfficial, numbers: new Set(numbers.map(({ scheme }) => scheme as string)) }, sheet),
  };
}

type Events = Awaited<ReturnType<PersonFacts['events']>>;

function ageOf(records: readonly SpellRow[], events: Events, on: Day): Member['partyAge'] {
  return partyAgeOf(
    records.map(({ from, partyAgeFrom, admittedOn }) => ({
      from: from ?? '',
      decidedOn: partyAgeFrom as Day | null,
      admittedOn: admittedOn as string | null,
    })),
    events.map(({ event, onDay }) => ({ event: event as string, onDay: onDay as Day })),
    on,
  );
}

/** The badge that is full by now and the next one, by the list of the day; none for whoever has left. */
function badgeOf(age: Member['partyAge'], awarded: Events, rulebook: Rulebook, on: Day): Member['badge'] {
  const rule = rulebook.rule('badge.years', on);
  if (rule === null || age === null || age.endedBy !== null || age.months < 0) return null;
  const { reached, next } = badgesAround(z.array(z.int()).parse(rule.value), age.months, on);
  const award = awarded.find(({ years }) => years === reached?.years)?.actId ?? null;
  const early = next !== null && awarded.some(({ years }) => years === next.years);
  return {
    reached: reached === null ? null : { ...reached, awardedBy: award },
    next: early ? null : next,
    rule: citation(rule),
  };
}

function cardOf(numbers: readonly SpellRow[]): Member['card'] {
  const held = ['card-12', 'card-8'].flatMap((scheme) => numbers.find((row) => row.scheme === scheme) ?? []);
  const [card] = held;
  return card === undefined ? null : { number: card.number as string, scheme: sayScheme(card.scheme as string) };
}

async function photoOf(tx: Tx, person: string): Promise<string | null> {
  const all = await attachmentsOf(tx, { person });
  return all.find(({ purpose, isCurrent }) => purpose === 'photo' && isCurrent)?.id ?? null;
}

async function unitOfEvent(of: PersonFacts, events: Events, what: string): Promise<string | null> {
  const event = events.findLast((row) => row.event === what);
  if (event === undefined) return null;
  return (await of.label(event.unitId as string | null, event.onDay as Day))?.name ?? null;
}
