import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import { chance, draw, pick, weighted } from '../random.ts';
import type { Grassroots } from '../roster.ts';
import { addDraft, type Case, isCivil, someDay, superiorAt } from './case.ts';
import { isArmed, superiorOf } from './tree.ts';

/** How many of each in 2020, over all levels of the province. */
const COUNTS = { unitsInspected: 604, membersInspected: 690, unitsSupervised: 472, membersSupervised: 508 };

const topics = weighted([
  ['compliance', 62],
  ['oversight-duties', 20],
  ['party-finance', 15],
  ['violation-signs', 3],
] as const);
const outcomes = weighted([
  ['no-violation', 78],
  ['shortcomings', 21],
  ['violation', 1],
] as const);
const themes = [
  'Thực hiện quy chế làm việc, chế độ sinh hoạt đảng',
  'Chuẩn bị và tổ chức đại hội nhiệm kỳ 2020 - 2025',
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Trách nhiệm nêu gương của cán bộ, đảng viên',
  'Thực hiện nghị quyết về phát triển đảng viên',
];

/** Inspection and supervision by the superiors of the grassroots organisations and by those themselves. */
export function draftOversight(the: Case): void {
  const { r, organisations } = the;
  const civil = organisations.filter((one) => !isArmed(one));
  for (let i = 0; i < COUNTS.unitsInspected; i += 1) {
    const [unit, by] = anyUnit(the, civil);
    const topic = draw(r, topics);
    conclude(the, by, 'KL', { kind: 'unit.inspected', unit, topic, outcome: outcomeOf(the, topic) }, topic);
  }
  for (let i = 0; i < COUNTS.unitsSupervised; i += 1) {
    const [unit, by] = anyUnit(the, civil);
    conclude(the, by, 'TB', { kind: 'unit.supervised', unit, mode: 'thematic', topic: pick(r, themes) });
  }
  for (let i = 0; i < COUNTS.membersInspected; i += 1) {
    const { code, place } = the.roster.take(r, isCivil, { ages: [28, 58] });
    const topic = draw(r, topics);
    const by = chance(r, 0.4) ? superiorAt(place) : place.organisation;
    conclude(the, by, 'KL', { kind: 'member.inspected', person: code, topic, outcome: outcomeOf(the, topic) }, topic);
  }
  for (let i = 0; i < COUNTS.membersSupervised; i += 1) {
    const { code, place } = the.roster.take(r, isCivil, { ages: [30, 58] });
    const by = chance(r, 0.5) ? superiorAt(place) : place.organisation;
    conclude(the, by, 'TB', { kind: 'member.supervised', person: code, mode: 'thematic', topic: pick(r, themes) });
  }
}

type Body = Grassroots | ReturnType<typeof superiorOf>;

/** A grassroots organisation by its superior, or a cell by its own committee. */
function anyUnit({ r }: Case, civil: readonly Grassroots[]): [string, Body] {
  const organisation = pick(r, civil);
  if (organisation.kind === 'grassroots-cell' || chance(r, 0.45)) return [organisation.code, superiorOf(organisation)];
  return [pick(r, organisation.cells).code, organisation];
}

function outcomeOf({ r }: Case, topic: string): string {
  return topic === 'violation-signs' ? pick(r, ['shortcomings', 'violation', 'violation']) : draw(r, outcomes);
}

/** A grassroots cell has no inspection commission; the signs of a violation are the commissions' business. */
function conclude(the: Case, by: Body, sort: 'KL' | 'TB', act: ActInput, topic = ''): void {
  const on: Day = someDay(the.r, 2020, 3, 13);
  const isCommission = by.kind !== 'grassroots-cell' && (topic === 'violation-signs' || chance(the.r, 0.6));
  const isCell = by.kind === 'grassroots-cell';
  const body = isCommission ? 'inspection-commission' : isCell ? 'cell' : 'committee';
  const paper = 'suffix' in by ? the.ofSuperior(by, sort, on) : the.ofGrassroots(by, sort, on);
  addDraft(the, on, paper, { ...act, actor: { unit: by.code, body } });
}
