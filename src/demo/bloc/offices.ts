import { addDays, addMonths, type Day } from '#/platform/day.ts';
import type { DraftPaper } from '../drafts.ts';
import { chance, shuffled } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { bornOn, type Career, isMemberOn, isOfficialOn } from './careers.ts';
import { add, type BlocCase } from './case.ts';
import { type BlocCell, cellLivesOn, isBodyOn, livesOn, type Organisation } from './tree.ts';

/** Somebody in office in a unit. */
export interface Holder {
  career: Career;
  post: string;
  from: Day;
  of: Unit;
}

/** Where an office is: who stands elsewhere leaves it, by a decision of whoever decides about it. */
export interface Unit {
  code: string;
  isWithin: (cell: BlocCell) => boolean;
  paperOn: (day: Day) => DraftPaper;
}

/** Who holds what where, after the terms drafted so far. */
export type Offices = Map<string, Holder[]>;

interface Term {
  /** "2020-2025"; none for a committee that is designated until its congress. */
  term?: string;
  from: Day;
  /** They are there at least so long. */
  until: Day;
  how: 'elected' | 'designated';
  /** Day of the paper, where it is not that of the election. */
  decidedOn?: Day;
  /** Of those who are in office when the register opens. */
  heldSince?: string;
}

/** Elects into the posts of a unit: many again, the others leave as their term ends. */
export function elect(
  the: BlocCase,
  offices: Offices,
  unit: Unit,
  pool: readonly Career[],
  posts: readonly string[],
  { from, term, how, decidedOn = from, heldSince }: Term,
) {
  const paper = unit.paperOn(decidedOn);
  const { code } = unit;
  const more = { how, ...(term === undefined ? {} : { term }), ...(heldSince === undefined ? {} : { heldSince }) };
  const before = offices.get(code) ?? [];
  const chosen = choose(the, before, pool, posts, { from, of: unit });
  for (const old of before)
    if (!chosen.some(({ career, post }) => career === old.career && post === old.post))
      leaveOffice(the, old, from, paper);
  for (const { career, post } of chosen)
    add(the, from, paper, { kind: 'post.assumed', person: career.code, unit: code, post, ...more });
  offices.set(code, chosen);
}

function choose(
  the: BlocCase,
  before: readonly Holder[],
  pool: readonly Career[],
  posts: readonly string[],
  office: Pick<Holder, 'from' | 'of'>,
): Holder[] {
  const chosen: Holder[] = [];
  const isFree = (career: Career) => pool.includes(career) && chosen.every((other) => other.career !== career);
  const order = shuffled(the.r, pool);
  for (const post of posts) {
    const again = before.find((old) => old.post === post && isFree(old.career) && chance(the.r, 0.7));
    const free = order.filter(isFree);
    const senior = post === 'secretary' ? free.find((one) => isSenior(one, office.from)) : undefined;
    const career = again?.career ?? senior ?? free[0];
    if (career !== undefined) chosen.push({ career, post, ...office });
  }
  return chosen;
}

/** With the pension or on moving elsewhere, else as the term ends. Who left the register lost the post with it. */
function leaveOffice(the: BlocCase, holder: Holder, on: Day, paper: DraftPaper | null): void {
  const { career, post, of } = holder;
  const left = { kind: 'post.left', person: career.code, unit: of.code, post };
  const gone = goes(holder);
  if (gone !== null && gone.on < on) add(the, gone.on, of.paperOn(gone.on), { ...left, reason: gone.reason });
  else if (paper !== null && isMemberOn(career, on)) add(the, on, paper, { ...left, reason: 'term-ended' });
}

/** When somebody stands no longer where the office is; null: never, or out of the register, or because the cell itself ended. */
function goes({ career, from, of }: Holder): { on: Day; reason: string } | null {
  const { stays } = career;
  for (const [i, stay] of stays.entries()) {
    if (stay.to === null || stay.to <= from) continue;
    const next = stays[i + 1];
    if (next === undefined) return career.isPensioned ? { on: stay.to, reason: 'retired' } : null;
    if (of.isWithin(next.cell)) continue;
    return stay.to === stay.cell.to ? null : { on: stay.to, reason: 'moved' };
  }
  return null;
}

/** Those who moved since the last elections, up to the last day of the journal. */
export function closeOffices(the: BlocCase, offices: Offices, last: Day): void {
  for (const holder of [...offices.values()].flat()) leaveOffice(the, holder, last, null);
}

const isSenior = (career: Career, on: Day): boolean => bornOn(career) < addMonths(on, -34 * 12);

const isOfAge = (career: Career, on: Day): boolean =>
  isOfficialOn(career, on) && bornOn(career) < addMonths(on, -27 * 12);

/** Whether somebody stands in the organisation all the time. */
function staysAt({ stays }: Career, organisation: Organisation, from: Day, to: Day): boolean {
  let day = from;
  for (const stay of stays) {
    if (stay.to !== null && stay.to <= day) continue;
    if (stay.from > day || stay.cell.organisation !== organisation) return false;
    if (stay.to === null || stay.to > to) return true;
    day = stay.to;
  }
  return false;
}

const committeePosts = (members: number): string[] => {
  const size = Math.min(13, Math.max(5, Math.round(members / 14)));
  const standing = size >= 9 ? ['standing-committee-member'] : [];
  const plain = Array<string>(size - 2 - standing.length).fill('committee-member');
  return ['secretary', 'deputy-secretary', ...standing, ...plain];
};

const cellPosts = (officials: number): string[] =>
  officials >= 9 ? ['secretary', 'deputy-secretary', 'committee-member'] : ['secretary'];

/** The congresses of one year at the base; organisations founded since the last have their first committee by designation. */
export function draftCongresses(the: BlocCase, offices: Offices, year: number, until: Day): void {
  for (const organisation of the.organisations) {
    const on = congressOf(organisation, year);
    const term = `${year}-${year + 5}`;
    if (livesOn(organisation, on)) electAt(the, offices, organisation, { from: on, until, how: 'elected', term });
  }
}

export const congressOf = ({ congresses }: Organisation, year: number): Day =>
  congresses.find((day) => day.startsWith(`${year}`)) as Day;

/** Those in office on the opening day. */
export function draftIncumbents(the: BlocCase, offices: Offices, year: number, until: Day): void {
  const term = `${year}-${year + 5}`;
  for (const organisation of the.organisations)
    if (livesOn(organisation, the.opening))
      electAt(the, offices, organisation, { from: the.opening, until, how: 'elected', term, heldSince: `${year}` });
}

/** The committee of one organisation, ratified or designated by the level above. */
export function electAt(
  the: BlocCase,
  offices: Offices,
  organisation: Organisation,
  plan: Omit<Term, 'decidedOn'>,
): void {
  const { from: on, until, how } = plan;
  const cells = organisation.cells.filter((cell) => cellLivesOn(cell, on));
  // Whoever is in office when the organisation ends cannot stay longer.
  const { endedOn } = organisation;
  const last = endedOn !== null && endedOn <= until ? addDays(endedOn, -1) : until;
  const members = cells.flatMap((cell) => the.company.on(cell, on));
  const eligible = members.filter((one) => isOfAge(one, on));
  const lasting = eligible.filter((one) => staysAt(one, organisation, on, last));
  const isBody = isBodyOn(organisation, on);
  const posts = isBody ? committeePosts(members.length) : cellPosts(eligible.length);
  const decidedOn = how === 'elected' && on > the.opening ? workingDay(addDays(on, 9)) : on;
  const unit: Unit = {
    code: organisation.code,
    isWithin: (cell) => cell.organisation === organisation,
    paperOn: (day) => the.papers.ofBloc(the.superiorOn(organisation, day), 'QĐ', day),
  };
  elect(the, offices, unit, lasting.length >= 3 ? lasting : eligible, posts, { ...plan, decidedOn });
}

/** Cells under committees elect for two and a half years: a secretary, and a deputy where there are nine. */
export function draftCellCongresses(
  the: BlocCase,
  offices: Offices,
  plan: { term: string; dayOf: (organisation: Organisation) => Day; until: Day },
): void {
  for (const organisation of the.organisations) {
    const on = plan.dayOf(organisation);
    if (!livesOn(organisation, on) || !isBodyOn(organisation, on)) continue;
    const decidedOn = workingDay(addDays(on, 6));
    for (const cell of organisation.cells.filter((one) => cellLivesOn(one, on)))
      electInCell(the, offices, cell, { term: plan.term, from: on, until: plan.until, how: 'elected', decidedOn });
  }
}

function electInCell(the: BlocCase, offices: Offices, cell: BlocCell, term: Term): void {
  const { from, until } = term;
  const eligible = the.company.on(cell, from).filter((one) => isOfAge(one, from));
  const lasting = eligible.filter(({ stays }) =>
    stays.some((stay) => stay.cell === cell && stay.from <= from && (stay.to === null || stay.to > until)),
  );
  const posts = eligible.length >= 9 ? ['secretary', 'deputy-secretary'] : ['secretary'];
  const unit: Unit = {
    code: cell.code,
    isWithin: (other) => other === cell,
    paperOn: (day) => the.papers.ofGrassroots(cell.organisation, 'QĐ', day),
  };
  elect(the, offices, unit, lasting.length >= 2 ? lasting : eligible, posts, term);
}

/**
 * Who heads the agency of which organisation: its secretary. Appointed by the State, some years before the congress where
 * he or she was there already.
 */
export function draftHead(
  the: BlocCase,
  offices: Offices,
  organisation: Organisation,
  electedOn: Day,
  post = 'secretary',
) {
  const { code } = organisation;
  const holder = offices.get(code)?.find((one) => one.post === post);
  if (holder === undefined) throw new Error(`${code} has no ${post}`);
  const { career } = holder;
  const days = [36, 25, 14]
    .map((months) => workingDay(addMonths(electedOn, -months)))
    .filter((day) => day > the.opening);
  const on =
    days.find((day) => livesOn(organisation, day) && staysAt(career, organisation, day, electedOn)) ?? electedOn;
  const paper = the.papers.ofProvince('QĐ', on);
  const head = { ...holder, post: 'agency-head' };
  add(the, on, paper, { kind: 'post.assumed', person: career.code, unit: code, post: head.post, how: 'appointed' });
  // Beside the committee, which is elected anew without it.
  offices.set(`${code} ${head.post}`, [
    { ...head, of: { ...holder.of, paperOn: (day) => the.papers.ofProvince('QĐ', day) } },
  ]);
}
