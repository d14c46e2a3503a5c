import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day, PartialDay } from '#/platform/day.ts';
import type { Place } from '../roster.ts';
import type { Case } from './case.ts';

const YEAR_END: Day = '2020-12-31';

/** A member of 31 December 2020, as the gradings and the badges see one. */
export interface Member {
  code: string;
  place: Place;
  admittedOn: PartialDay;
  isExempt: boolean;
  isSuspended: boolean;
  /** Of the opening day, and nothing else happens to them in the year. */
  isUntouched: boolean;
}

/** Who is a member at the end of the year, and where: the opening list and the year's drafts. */
export function atYearEnd(the: Case): Member[] {
  const places = new Map(the.roster.places.map((place) => [place.cell.code, place]));
  const members = new Map<string, Member>();
  const gone = new Map<string, Member>();
  for (const one of atOpening(the)) members.set(one.code, one);
  const year = the.drafts
    .filter(({ on }) => on <= YEAR_END)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const { on, act } of year) {
    const code = codeOf(act);
    if (code === undefined) continue;
    if (act.kind === 'member.admitted' || act.kind === 'transfer.received') {
      const place = places.get(act.cell as string) as Place;
      const admittedOn = act.kind === 'member.admitted' ? on : (recordOf(act)?.admittedOn ?? '');
      const known = members.get(code) ?? { code, admittedOn, isExempt: false, isSuspended: false, isUntouched: false };
      members.set(code, { ...known, place });
    } else if (act.kind === 'member.transferred') {
      members.set(code, { ...(members.get(code) as Member), place: places.get(act.to as string) as Place });
    } else if (act.kind === 'member.restored') members.set(code, gone.get(code) as Member);
    else if (leaves(act)) {
      gone.set(code, members.get(code) as Member);
      members.delete(code);
    } else {
      const one = members.get(code);
      if (one !== undefined) members.set(code, changed(one, act));
    }
  }
  return [...members.values()];
}

function* atOpening({ roster }: Case): Generator<Member> {
  for (const place of roster.places)
    for (let serial = place.first; serial < place.first + place.size; serial += 1) {
      const { code, admittedOn = '', ...person } = roster.member(serial);
      const isExempt = roster.isExempt(serial, { code, ...person });
      yield { code, place, admittedOn, isExempt, isSuspended: false, isUntouched: roster.isFree(serial) };
    }
}

const codeOf = ({ person }: ActInput): string | undefined =>
  typeof person === 'string' ? person : (person as { code: string } | undefined)?.code;

const recordOf = ({ person }: ActInput): { admittedOn?: PartialDay } | undefined =>
  typeof person === 'string' ? undefined : (person as { admittedOn?: PartialDay } | undefined);

const ends = new Set(['member.died', 'member.expelled', 'member.left', 'member.nameRemoved']);

/** Between two places of the province nobody leaves it: on the way they belong to it still. */
const leaves = ({ kind, to }: ActInput): boolean => ends.has(kind) || (kind === 'transfer.issued' && to === undefined);

function changed(one: Member, { kind, until }: ActInput): Member {
  // For a time that is over by then: exempt no more, whether anybody noted it or not.
  if (kind === 'member.exempted') return { ...one, isExempt: until === undefined || (until as string) >= YEAR_END };
  if (kind === 'member.exemptionEnded') return { ...one, isExempt: false };
  if (kind === 'member.suspended' || kind === 'member.suspensionEnded')
    return { ...one, isSuspended: kind === 'member.suspended' };
  return one;
}
