import type { HistoryGroup } from '#/domain/units/page-contract.ts';
import type { Register } from '#/kernel/register.ts';

/** What an act about a unit is an act of: by the beginning of its kind, the longest first. Acts about its members are none of its own. */
const groups: readonly (readonly [string, HistoryGroup])[] = [
  ['unit.classified', 'reviews'],
  ['unit.reviewed', 'reviews'],
  ['unit.inspected', 'reviews'],
  ['unit.supervised', 'reviews'],
  ['unit.discipline', 'reviews'],
  ['unit.commended', 'reviews'],
  ['unit.contestEntered', 'work'],
  ['unit.nonMembersTold', 'work'],
  ['unit.', 'structure'],
  ['post.', 'posts'],
  ['target.', 'reviews'],
  ['strengthening.', 'reviews'],
  ['model.', 'reviews'],
  ['collective.', 'reviews'],
  ['meeting.', 'work'],
  ['document.', 'work'],
  ['course.', 'work'],
  ['study.', 'work'],
  ['count.', 'work'],
];

/** `isOwn`: the act folds into facts of the unit; otherwise it only names it, as a post does and an act about a unit below. */
export function groupOf(kind: string, isOwn: boolean): HistoryGroup | null {
  const group = groups.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? null;
  if (isOwn || group === 'posts') return group;
  return group === 'structure' ? 'below' : null;
}

/** The kinds of one group, or of all but what is decided below. */
export function kindsOf(register: Register, group: HistoryGroup | undefined): { own: string[]; named: string[] } {
  const kinds = [...register.kinds.keys()];
  const isAsked = (found: HistoryGroup | null) =>
    found !== null && (group === undefined ? found !== 'below' : found === group);
  return {
    own: kinds.filter((kind) => isAsked(groupOf(kind, true))),
    named: kinds.filter((kind) => isAsked(groupOf(kind, false))),
  };
}
