import { recordFieldNames } from '#/domain/members/record-fields.ts';
import { factSource } from '#/kernel/figures/source.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { now, personFacts } from '../member/facts.ts';
import { classOf } from './field.ts';

type Row = Record<string, unknown>;

/** What the record of a person says on a day: its row (camelCase), and the numbers that hold beside it. */
export interface Standing {
  record: Row;
  numbers: readonly Row[];
}

/** Throws `person.unknown`. */
export async function standingOf(tx: Tx, person: string, on: Day): Promise<Standing> {
  const facts = personFacts(factSource(tx.db, null), person, on);
  const record = now(await facts.spells('personRecord'));
  if (record === null) throw new Problem('person.unknown', 'There is no such person.', { status: 404 });
  return { record, numbers: (await facts.spells('memberNumber')).filter(({ to }) => to === null) };
}

const dossier = 'dossier';

/** What stands in a field, as `member.corrected` writes it; a sensitive value as it lies there, sealed. */
export function standing({ record, numbers }: Standing, field: string): unknown {
  if (field === 'dossierNumber') return numbers.find(({ scheme }) => scheme === dossier)?.number ?? null;
  if (field === 'cards') {
    const cards = numbers.filter(({ scheme }) => scheme !== dossier).map(cardOf);
    return cards.length === 0 ? null : cards;
  }
  const isColumn = recordFieldNames.has(field) && classOf(field) === null;
  const from = isColumn ? record : ((record.details ?? {}) as Row);
  return Object.hasOwn(from, field) ? (from[field] ?? null) : null; // an item may be called `constructor`
}

function cardOf({ scheme, number, issuedOn, issuedAt }: Row): Row {
  const more = Object.entries({ issuedOn, issuedAt }).filter(([, value]) => value !== null);
  return { scheme, number, ...Object.fromEntries(more) };
}
