import { addMonths } from '#/platform/day.ts';
import { shuffled } from '../random.ts';
import type { Grassroots } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import { addDraft, type Case, decision, ownPaper } from './case.ts';
import { superiorOf, superiors } from './tree.ts';

const YEAR = 2023;

/** Decided in January 2024; excellent at most a fifth of the good, of units under one superior and of members of one organisation (124-QĐ/TW, 4/10/2023). */
export function draftGrades(the: Case): void {
  for (const superior of superiors) {
    const own = shuffled(
      the.r,
      the.organisations.filter((organisation) => superiorOf(organisation) === superior),
    );
    const paper = decision(the, superior, '2024-01-22');
    own.forEach(({ code }, i) => {
      const level = i > 0 ? 'good' : own.length > 5 ? 'excellent' : 'completed';
      addDraft(the, '2024-01-22', paper, { kind: 'unit.classified', unit: code, forYear: YEAR, level });
    });
  }
  for (const [organisation, members] of Map.groupBy(membersOf(the), (member) => member.organisation)) {
    const on = workingDay('2024-01-08');
    const paper = ownPaper(the, organisation, 'QĐ', on);
    const voters = members.filter(({ isNew }) => !isNew);
    const excellent = Math.floor((voters.length * 0.95) / 6.2);
    const completed = Math.round(voters.length * 0.04);
    const levels = shuffled(
      the.r,
      voters.map((_, i) => (i < excellent ? 'excellent' : i < excellent + completed ? 'completed' : 'good')),
    );
    for (const { code, isNew } of members) {
      const grade = isNew ? { omitted: 'admitted-under-6-months' } : { level: levels.pop() as string };
      addDraft(the, on, paper, { kind: 'member.classified', person: code, forYear: YEAR, ...grade });
    }
  }
}

interface Graded {
  code: string;
  organisation: Grassroots;
  isNew: boolean;
}

/** Who is a member on 31 December 2023; the eldest, exempt, are left out with the reason by their cells. */
function membersOf({ roster, drafts }: Case): Graded[] {
  const places = new Map(roster.places.map((place) => [place.cell.code, place.organisation]));
  const members = new Map<string, Graded>();
  for (const { first, size, organisation } of roster.places)
    for (let serial = first; serial < first + size; serial += 1)
      members.set(roster.code(serial), { code: roster.code(serial), organisation, isNew: false });
  for (const { on, act } of drafts) {
    if (on > `${YEAR}-12-31`) continue;
    const code =
      typeof act.person === 'string' ? act.person : ((act.person as { code?: string } | undefined)?.code ?? '');
    if (act.kind === 'member.died' || act.kind === 'transfer.issued') members.delete(code);
    if (act.kind !== 'member.admitted' && act.kind !== 'transfer.received') continue;
    const isNew = act.kind === 'member.admitted' && addMonths(on, 6) > `${YEAR}-12-31`;
    members.set(code, { code, organisation: places.get(act.cell as string) as Grassroots, isNew });
  }
  return [...members.values()];
}
