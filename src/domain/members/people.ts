import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { type Day, earliest, latest, type PartialDay } from '#/platform/day.ts';
import { eventsOf } from './events.ts';
import { fault } from './life.ts';
import { changedRecord, firstRecord, type PersonRecord } from './record.ts';
import type { Card, NewPerson, RecordChange } from './record-fields.ts';
import { personTable } from './tables.ts';
import { number, record } from './tracks.ts';

type AnyAct = Act<unknown>;

/** Brings a new person into the register, or makes sure that a named one is in it by the day of the act. */
export function meet(state: SubjectState, act: AnyAct, person: string | NewPerson): PersonRecord {
  if (typeof person === 'string') return mustBeKnown(state, act);
  if (state.get(record) !== null)
    throw fault(act, 'person.already-known', 'person', 'Another act brought this person into the register already.');
  const first = firstRecord(person);
  mustBeBorn(first, act.effectiveOn, act);
  state.emit(personTable, { act_id: act.id, person_id: state.subject.id, code: person.code ?? null });
  state.set(record, first, act);
  setNumbers(state, act, person);
  return first;
}

/** The record now. Throws when no act has brought the person into the register by this day. */
export function mustBeKnown(state: SubjectState, act: AnyAct): PersonRecord {
  const known = state.get(record);
  if (known !== null) return known;
  const message = `No act brought this person into the register by ${act.effectiveOn}.`;
  throw fault(act, 'person.not-known', 'person', message);
}

const dates = ['admissionDecidedOn', 'admittedOn', 'officialOn'] as const;

/** Nothing happens to anybody before birth. Where only a year or month is known, before the earliest day it can mean. */
export function mustBeBorn(known: PersonRecord, day: Day, act: AnyAct): void {
  const { born } = known;
  if (born === undefined) return;
  const message = (what: string, on: PartialDay) => `The person was born on ${born}, after ${what} (${on}).`;
  if (day < earliest(born)) throw fault(act, 'member.before-birth', 'effectiveOn', message('this', day));
  for (const field of dates) {
    const on = known[field];
    if (on !== undefined && latest(on) < earliest(born))
      throw fault(act, 'member.before-birth', field, message(field, on));
  }
}

/** New values from the day of the act on. */
export function update(state: SubjectState, act: AnyAct, change: RecordChange): void {
  const next = changedRecord(mustBeKnown(state, act), change);
  checkDates(state, act, next);
  state.set(record, next, act);
  setNumbers(state, act, change);
}

// Not dated by nature: what was wrong in one spell was wrong in all.
const timeless = ['birthName', 'born', 'sex', 'ethnicity'] as const satisfies readonly (keyof RecordChange)[];

/** Values that were wrong from the start of the spell in force on the day of the act. */
export function correct(state: SubjectState, act: AnyAct, change: RecordChange): void {
  const now = mustBeKnown(state, act);
  const spells = state.segments(record);
  for (const [i, spell] of spells.entries()) {
    const isInForce = i === spells.length - 1;
    // Admission dates belong to one membership: they are corrected wherever they stand as they stand now.
    const fields = [...timeless, ...dates.filter((field) => spell.value[field] === now[field])];
    const part = isInForce ? change : (pick(change, fields) as RecordChange);
    const value = changedRecord(spell.value, part);
    if (isInForce) checkDates(state, act, value);
    spells[i] = { ...spell, value };
  }
  for (const card of cardsOf(change)) correctNumber(state, act, card);
}

/** An earlier act may now lie before the birth. */
function checkDates(state: SubjectState, act: AnyAct, next: PersonRecord): void {
  mustBeBorn(next, act.effectiveOn, act);
  const [first = act.effectiveOn] = eventsOf(state)
    .map(({ onDay }) => onDay)
    .toSorted();
  mustBeBorn(next, first, act);
}

/** Sets admission dates that follow from an act, over the whole of the membership they belong to. */
export function setDates(state: SubjectState, change: Partial<Pick<PersonRecord, (typeof dates)[number]>>): void {
  const spells = state.segments(record);
  const now = spells.at(-1)?.value.admittedOn;
  for (const [i, spell] of spells.entries())
    if (spell.value.admittedOn === now) spells[i] = { ...spell, value: { ...spell.value, ...change } };
}

/** A new spell of the record for a new membership: its dates are its own, earlier spells keep the earlier ones. */
export function beginRecord(
  state: SubjectState,
  act: AnyAct,
  known: PersonRecord,
  decidedOn: PartialDay | undefined,
): void {
  const next: PersonRecord = { ...known, admittedOn: act.effectiveOn };
  delete next.officialOn;
  delete next.admissionDecidedOn;
  if (decidedOn !== undefined) next.admissionDecidedOn = decidedOn;
  state.set(record, next, act);
}

/** A number that an act gives: it ends the one before of its scheme. */
export function giveNumber(state: SubjectState, act: AnyAct, scheme: string, value: string): void {
  state.set(
    number,
    { number: value, issuedOn: act.paper?.issuedOn ?? act.effectiveOn, issuedAt: act.paper?.issuer ?? null },
    act,
    { key: scheme },
  );
}

function cardsOf({ cards = [], dossierNumber }: Pick<RecordChange, 'cards' | 'dossierNumber'>): Card[] {
  return dossierNumber === undefined ? cards : [...cards, { scheme: 'dossier', number: dossierNumber }];
}

function heldBy(card: Card) {
  return { number: card.number, issuedOn: card.issuedOn ?? null, issuedAt: card.issuedAt ?? null };
}

function setNumbers(state: SubjectState, act: AnyAct, change: Pick<RecordChange, 'cards' | 'dossierNumber'>): void {
  for (const card of cardsOf(change)) state.set(number, heldBy(card), act, { key: card.scheme });
}

function correctNumber(state: SubjectState, act: AnyAct, card: Card): void {
  if (!state.amend(number, act.effectiveOn, () => heldBy(card), card.scheme))
    state.set(number, heldBy(card), act, { key: card.scheme });
}

function pick(source: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(source).filter(([key]) => keys.includes(key)));
}
