import type { ActInput } from '#/kernel/journal/act.ts';
import type { Grassroots } from '../roster.ts';
import { type Case, committeeOf } from './case.ts';
import type { Graded } from './grades.ts';

const YEAR_END = '2020-12-31';

/** Who is a member of the district at the end of the year, and of which committee: the opening list and the year's drafts. */
export function graded(the: Case): Iterable<Graded> {
  const members = new Map<string, Graded>();
  const gone = new Map<string, Graded>();
  for (const one of atOpening(the)) members.set(one.code, one);
  const year = the.drafts
    .filter(({ on }) => on <= YEAR_END)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const { on, act } of year) {
    const person = act.person as string | { code: string; admittedOn?: string };
    const code = typeof person === 'string' ? person : person?.code;
    if (code === undefined) continue;
    if (comes(act)) {
      const admittedOn =
        act.kind === 'member.admitted' ? on : typeof person === 'string' ? '' : (person.admittedOn ?? '');
      const known = members.get(code) ?? { code, admittedOn, isExempt: false, isSuspended: false };
      members.set(code, { ...known, organisation: organisationOf(the, act.cell as string) });
    } else if (act.kind === 'member.restored') members.set(code, gone.get(code) as Graded);
    else if (leaves(act)) {
      gone.set(code, members.get(code) as Graded);
      members.delete(code);
    } else {
      const one = members.get(code);
      if (one !== undefined) members.set(code, changed(one, act));
    }
  }
  return members.values();
}

function* atOpening({ roster, organisations }: Case): Generator<Graded> {
  for (const { organisation, first, size } of roster.places)
    for (let serial = first; serial < first + size; serial += 1) {
      const person = roster.member(serial);
      const isExempt = roster.isExempt(serial, person);
      const own = committeeOf(organisations, organisation, YEAR_END);
      yield {
        code: person.code,
        organisation: own,
        admittedOn: person.admittedOn as string,
        isExempt,
        isSuspended: false,
      };
    }
}

const organisationOf = ({ roster, organisations }: Case, cell: string): Grassroots =>
  committeeOf(organisations, roster.place(cell).organisation, YEAR_END);

const comes = ({ kind, cell }: ActInput): boolean =>
  (kind === 'member.admitted' || kind === 'transfer.received') && String(cell).startsWith('HH');

const ends = new Set(['member.died', 'member.expelled', 'member.left', 'member.nameRemoved']);

function leaves(act: ActInput): boolean {
  if (ends.has(act.kind)) return true;
  return act.kind === 'transfer.issued' && !String(act.to).startsWith('HH');
}

function changed(one: Graded, { kind, until }: ActInput): Graded {
  // For a time that is over by then: exempt no more, whether anybody noted it or not.
  if (kind === 'member.exempted') return { ...one, isExempt: until === undefined || (until as string) >= YEAR_END };
  if (kind === 'member.exemptionEnded') return { ...one, isExempt: false };
  if (kind === 'member.suspended' || kind === 'member.suspensionEnded')
    return { ...one, isSuspended: kind === 'member.suspended' };
  return one;
}
