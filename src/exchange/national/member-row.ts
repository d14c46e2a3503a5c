import { plainFieldNames, sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { mask } from '#/exchange/tables/cell-types.ts';
import { type Draft, take } from '#/exchange/tables/columns.ts';
import { isSealed } from '#/kernel/journal/sensitive.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { type Activity, type Gone, goneWord } from './activity.ts';
import type { Field, LayoutColumn } from './layout.ts';
import { exemptSince, type ListedMember, type Move } from './listed-members.ts';
import { lineOf, linesText } from './parts.ts';
import type { UnitNames } from './unit-names.ts';

/** A member as the row of a list says it: the same places as what is read from one. */
export function draftOf(member: ListedMember, units: UnitNames): Draft {
  const { record, status, unitId, arrival } = member;
  const person: Draft = { name: record.name, details: { ...record.details } };
  for (const field of plainFieldNames) person[field] = record[snake(field)];
  for (const field of sensitiveFieldNames) person[field] = record.details[field];
  const details = person.details as Draft;
  if (arrival !== null && details.arrival === undefined) details.arrival = moveText(arrival, units);
  const retired = record.retired === true ? { retired: true } : {};
  return {
    person,
    status,
    cell: units.fullNameOf(unitId),
    cards: cardsOf(member, person),
    activity: activityOf(member),
    service: { service: details.service, ...retired },
    remarks: remarksOf(member),
    movement: movementOf(member, units),
  };
}

function cardsOf({ cards }: ListedMember, person: Draft): Draft {
  const numbers: Draft = {};
  for (const { scheme, ...card } of cards ?? [])
    if (scheme === 'dossier') person.dossierNumber = card.number;
    else numbers[scheme] = card;
  // The card in hand: the new one where there is one.
  return { ...numbers, any: numbers['card-12'] ?? numbers['card-8'] };
}

const goneAs: Readonly<Record<string, Gone>> = {
  died: 'died',
  left: 'left',
  expelled: 'expelled',
  'name-removed': 'name-removed',
};

function activityOf(member: ListedMember): Draft {
  const { gone, exemption, record } = member;
  if (gone !== null) return { state: goneAs[gone.how] ?? 'moved', on: gone.on };
  if (exemption === null) return { state: 'active' };
  const state: Activity = exemption === 'permanent' ? 'exempt' : 'exempt-for-a-time';
  return { state, on: record.details.exemptedOn ?? exemptSince(member) };
}

function remarksOf(member: ListedMember): Draft {
  const { exemption, record, status } = member;
  const derived = record.official_on == null ? 'probationary' : 'official';
  const exempt = {
    permanent: exemption === 'permanent',
    since: record.details.exemptedOn ?? exemptSince(member),
  };
  return {
    ...(exemption === null ? {} : { exempt }),
    ...(status === derived ? {} : { status }),
    note: record.details.note,
  };
}

function movementOf({ gone }: ListedMember, units: UnitNames): Draft {
  if (gone === null) return {};
  const how = goneAs[gone.how];
  if (how === undefined) return { away: moveText(gone, units) };
  const text = linesText([dayText(gone.on), how === 'died' ? (gone.detail ?? null) : goneWord(how)]);
  return how === 'died' ? { death: text } : { out: text };
}

function moveText({ on, place, unitId }: Move, units: UnitNames): string {
  const where = place ?? (unitId === null ? null : units.fullNameOf(unitId));
  return where === null ? dayText(on) : `${dayText(on)}\n${where}`;
}

const dayText = (day: string) => day.split('-').toReversed().join('/');

/** The cell of a column; a sensitive value that was not revealed is shown as there, no more. */
export function cellOf({ fields, between }: LayoutColumn, draft: Draft): Cell {
  const [only, ...others] = fields;
  if (only === undefined) return null;
  if (fields.some((field) => isHidden(field, draft))) return mask;
  if (others.length === 0) return shown(only, draft);
  const texts = fields.map((field) => {
    const cell = shown(field, draft);
    return cell === null ? null : lineOf(cell);
  });
  return between === 'lines' ? linesText(texts) : texts.filter((text) => text !== null).join(', ') || null;
}

function shown({ path, type }: Field, draft: Draft): Cell {
  const value = take(draft, path);
  return value === undefined || value === null ? null : type.show(value);
}

/** A sensitive value is one as a whole: which parts of an address it has is not told either. */
function isHidden({ path, isSensitive }: Field, draft: Draft): boolean {
  return isSensitive === true && isSealed(take(draft, path.slice(0, 2)));
}

function snake(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
