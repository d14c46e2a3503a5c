import { addDays, addMonths, type Day } from '#/platform/day.ts';
import type { DraftPaper } from '../drafts.ts';
import { chance, shuffled } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { bornOn, type Career, cellOn, isOfficialOn } from './careers.ts';
import { add, type BlocCase } from './case.ts';
import { type BlocCell, cellLivesOn, isBodyOn, livesOn, type Organisation } from './tree.ts';

/** Somebody in office in a unit. */
export interface Holder {
  career: Career;
  post: string;
}

/** Who holds what where, after the terms drafted so far. */
export type Offices = Map<string, Holder[]>;

interface Term {
  /** "2020-2025" */
  term: string;
  from: Day;
  /** They are there at least so long. */
  until: Day;
  how: 'elected' | 'designated';
  paper: DraftPaper;
  /** Of those who are in office when the register opens. */
  heldSince?: string;
}

/** Elects into the posts of a unit: many again, the others leave as their term ends. */
export function elect(
  the: BlocCase,
  offices: Offices,
  unit: string,
  pool: readonly Career[],
  posts: string[],
  of: Term,
) {
  const { from, term, how, paper, heldSince } = of;
  const since = heldSince === undefined ? {} : { heldSince };
  const before = offices.get(unit) ?? [];
  const chosen: Holder[] = [];
  const isFree = (career: Career) => pool.includes(career) && chosen.every((other) => other.career !== career);
  const order = shuffled(the.r, pool);
  for (const post of posts) {
    const again = before.find((old) => old.post === post && isFree(old.career) && chance(the.r, 0.7));
    const free = order.filter(isFree);
    const senior = post === 'secretary' ? free.find((one) => isSenior(one, from)) : undefined;
    const career = again?.career ?? senior ?? free[0];
    if (career !== undefined) chosen.push({ career, post });
  }
  for (const old of before) {
    const isAgain = chosen.some(({ career, post }) => career === old.career && post === old.post);
    if (isAgain || cellOn(old.career, from) === null) continue;
    const act = { kind: 'post.left', person: old.career.code, unit, post: old.post, reason: 'term-ended' };
    add(the, from, paper, act);
  }
  for (const { career, post } of chosen)
    add(the, from, paper, { kind: 'post.assumed', person: career.code, unit, post, how, term, ...since });
  offices.set(unit, chosen);
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
export function electAt(the: BlocCase, offices: Offices, organisation: Organisation, plan: Omit<Term, 'paper'>): void {
  const { from: on, until, how } = plan;
  const cells = organisation.cells.filter((cell) => cellLivesOn(cell, on));
  const end = organisation.endedOn === null ? until : addDays(organisation.endedOn, -1);
  const members = cells.flatMap((cell) => the.company.on(cell, on));
  const eligible = members.filter((one) => isOfAge(one, on));
  const lasting = eligible.filter((one) => staysAt(one, organisation, on, end < until ? end : until));
  const isBody = isBodyOn(organisation, on);
  const posts = isBody ? committeePosts(members.length) : cellPosts(eligible.length);
  const decidedOn = how === 'elected' && on > the.opening ? workingDay(addDays(on, 9)) : on;
  const paper = the.papers.ofBloc(the.superiorOn(organisation, decidedOn), 'QĐ', decidedOn);
  elect(the, offices, organisation.code, lasting.length >= 3 ? lasting : eligible, posts, { ...plan, paper });
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
    const paper = the.papers.ofGrassroots(organisation, 'QĐ', workingDay(addDays(on, 6)));
    for (const cell of organisation.cells.filter((one) => cellLivesOn(one, on)))
      electInCell(the, offices, cell, { term: plan.term, from: on, until: plan.until, how: 'elected', paper });
  }
}

function electInCell(the: BlocCase, offices: Offices, cell: BlocCell, term: Term): void {
  const { from, until } = term;
  const eligible = the.company.on(cell, from).filter((one) => isOfAge(one, from));
  const lasting = eligible.filter(({ stays }) =>
    stays.some((stay) => stay.cell === cell && stay.from <= from && (stay.to === null || stay.to > until)),
  );
  const posts = eligible.length >= 9 ? ['secretary', 'deputy-secretary'] : ['secretary'];
  elect(the, offices, cell.code, lasting.length >= 2 ? lasting : eligible, posts, term);
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
  add(the, on, paper, { kind: 'post.assumed', person: career.code, unit: code, post: 'agency-head', how: 'appointed' });
}
