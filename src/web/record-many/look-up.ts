import { type PersonFound, searchPeople } from '#/domain/members/list-contract.ts';
import { readUnit, searchUnits, type UnitFound } from '#/domain/units/unit-contract.ts';
import { labelPerson, type PersonLabel } from '#/kernel/journal/draft-contract.ts';
import { ask } from '../ask.ts';
import type { Candidate, SubjectKind } from './rows.ts';

interface Where {
  tenant: string | undefined;
  on: string;
}

/** As many are looked at; who is called like more has to be told by code or birth. */
const namesakes = 20;

/** Who is called so. */
export async function lookUp(subject: SubjectKind, q: string, where: Where): Promise<Candidate[]> {
  if (subject === 'person') return (await ask(searchPeople, { q, ...where, limit: namesakes })).people.map(ofPerson);
  return (await ask(searchUnits, { q, ...where, limit: namesakes })).units.map(ofUnit);
}

/** What is known of one who was picked or handed over. */
export async function labelOf(
  subject: SubjectKind,
  key: string,
  where: Where,
  signal: AbortSignal,
): Promise<Candidate> {
  if (subject === 'person') return ofPerson(await ask(labelPerson, { person: key, ...where }, signal));
  return ofUnit(await ask(readUnit, { code: key, ...where }, signal));
}

function ofPerson({ person, code, name, born, unit, status }: PersonFound | PersonLabel): Candidate {
  return { key: person, code, name, born, unit, status };
}

function ofUnit({ code, name, path }: UnitFound): Candidate {
  return { key: code, code, name, born: null, unit: path.at(-1) ?? null, status: null };
}
