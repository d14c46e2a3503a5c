import type { Day } from '#/platform/day.ts';
import { chance, pick, type Random, shuffled } from '../random.ts';
import { workingDayBetween } from './calendar.ts';
import { type Career, cellOn } from './careers.ts';
import { add, type BlocCase } from './case.ts';
import { type BlocCell, cellLivesOn, isBodyOn, livesOn, type Organisation } from './tree.ts';

/** So many conclusions between two days. */
export interface Plan {
  from: Day;
  to: Day;
  count: number;
}

/** A unit that may be looked into: an organisation by the bloc, a cell under a committee by that committee. */
interface Subject {
  code: string;
  organisation: Organisation;
  cell: BlocCell | null;
}

const topics = ['compliance', 'compliance', 'oversight-duties', 'party-finance', 'compliance', 'violation-signs'];
const themes = [
  'Thực hiện quy chế làm việc và nguyên tắc tập trung dân chủ',
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Công tác phát triển đảng viên',
  'Lãnh đạo thực hiện nhiệm vụ chính trị của cơ quan, đơn vị',
  'Trách nhiệm nêu gương của người đứng đầu',
];

const outcomeOf = (r: Random): string =>
  chance(r, 0.72) ? 'no-violation' : chance(r, 0.9) ? 'shortcomings' : 'violation';

/** Every unit once before any of them a second time: the term's plan is that all of them are reached. */
export function draftOnUnits(the: BlocCase, sort: 'inspected' | 'supervised', plan: Plan, reached: Set<string>): void {
  const subjects = the.organisations.flatMap((organisation): Subject[] => [
    { code: organisation.code, organisation, cell: null },
    ...organisation.cells
      .filter(({ code }) => code !== organisation.code)
      .map((cell) => ({ code: cell.code, organisation, cell })),
  ]);
  let queue: Subject[] = [];
  for (let left = plan.count; left > 0; ) {
    if (queue.length === 0)
      queue = shuffled(the.r, subjects).sort((a, b) => +reached.has(b.code) - +reached.has(a.code));
    const subject = queue.pop() as Subject;
    const on = workingDayBetween(the.r, plan.from, plan.to);
    if (!isThere(subject, on)) continue;
    left -= 1;
    reached.add(subject.code);
    draftOnUnit(the, sort, subject, on);
  }
}

const isThere = ({ organisation, cell }: Subject, on: Day): boolean =>
  livesOn(organisation, on) && (cell === null || cellLivesOn(cell, on));

function draftOnUnit(the: BlocCase, sort: 'inspected' | 'supervised', { code, organisation, cell }: Subject, on: Day) {
  const isByCommission = chance(the.r, 0.55);
  const superior = the.superiorOn(organisation, on);
  const [unit, paper] =
    cell === null
      ? [
          superior.code,
          isByCommission ? the.papers.ofCommission(superior, 'KL', on) : the.papers.ofBloc(superior, 'KL', on),
        ]
      : [
          organisation.code,
          isByCommission
            ? the.papers.ofGrassrootsCommission(organisation, 'KL', on)
            : the.papers.ofGrassroots(organisation, 'KL', on),
        ];
  const body = isByCommission ? 'inspection-commission' : cell === null ? 'standing-committee' : 'committee';
  const about =
    sort === 'inspected' ? { topic: pick(the.r, topics) } : { mode: 'thematic', topic: pick(the.r, themes) };
  const act = { kind: `unit.${sort}`, actor: { unit, body }, unit: code, ...about, outcome: outcomeOf(the.r) };
  add(the, on, paper, act);
}

/** Two in three are of those in office, each once before any a second time. */
export function draftOnMembers(
  the: BlocCase,
  sort: 'inspected' | 'supervised',
  plan: Plan,
  officers: readonly Career[],
  reached: Set<Career>,
): void {
  for (let left = plan.count; left > 0; ) {
    const isOfficer = chance(the.r, 0.82);
    const fresh = officers.filter((one) => !reached.has(one));
    const career = pick(the.r, isOfficer ? (fresh.length > 0 ? fresh : officers) : the.company.all);
    const on = workingDayBetween(the.r, plan.from, plan.to);
    const cell = cellOn(career, on);
    if (cell === null) continue;
    left -= 1;
    reached.add(career);
    draftOnMember(the, sort, career, cell, on);
  }
}

/** A cell inspects its members; by theme it does not supervise them (02-HD/TW, 9/12/2021, speaks of cells over 30). */
function draftOnMember(
  the: BlocCase,
  sort: 'inspected' | 'supervised',
  { code }: Career,
  cell: BlocCell,
  on: Day,
): void {
  const { organisation } = cell;
  const superior = the.superiorOn(organisation, on);
  const isBody = isBodyOn(organisation, on);
  const isByCell = sort === 'inspected' && chance(the.r, 0.45);
  const isAbove = !isByCell && (!isBody || chance(the.r, 0.3));
  const paper = isByCell
    ? the.papers.ofCell(cell, 'KL', on)
    : isAbove
      ? the.papers.ofCommission(superior, 'KL', on)
      : the.papers.ofGrassrootsCommission(organisation, 'KL', on);
  const actor = isByCell
    ? { unit: cell.code, body: 'cell' }
    : { unit: isAbove ? superior.code : organisation.code, body: 'inspection-commission' };
  const topic = isByCell ? 'compliance' : pick(the.r, topics);
  const about = sort === 'inspected' ? { topic } : { mode: 'thematic', topic: pick(the.r, themes) };
  add(the, on, paper, { kind: `member.${sort}`, actor, person: code, ...about, outcome: outcomeOf(the.r) });
}
