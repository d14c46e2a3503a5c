import { cellOn, isOfficialOn, remains } from '../bloc/careers.ts';
import { add, type BlocCase } from '../bloc/case.ts';
import { rollOn } from '../bloc/roll.ts';
import { pick } from '../random.ts';
import { apportion } from '../roster.ts';
import { LAST } from './setting.ts';

const contest = 'bac-ho-voi-nam-dinh';

/** Entries of the writing contest of 2023, and its prizes (seed 001): members or not, only who won one is named. */
const ENTRIES = 8137;
const prizes = [
  ['second', 'Lời Bác dặn trong trái tim người Nam Định'],
  ['consolation', 'Nhà máy của tôi ngày Bác về thăm'],
  ['consolation', 'Một trang nhật ký năm 1963'],
] as const;

/** Pupils, students and workers wrote too, so schools and enterprises sent more than they have members. */
export function draftContest(the: BlocCase): void {
  const on = '2023-05-16';
  const roll = [...rollOn(the, on)];
  const weights = roll.map(([{ profile }, members]) => {
    const crowd = profile === 'school' || profile === 'university' ? 3 : profile === 'enterprise' ? 1.4 : 0.7;
    return members.length * crowd * (0.6 + the.r());
  });
  const amounts = apportion(ENTRIES - prizes.length, weights);
  for (const [i, [organisation]] of roll.entries()) {
    const amount = amounts[i] as number;
    if (amount === 0) continue;
    const declared = { figure: 'contest-entries', args: { contest }, from: '2023-02-06', to: '2023-04-28', amount };
    const paper = the.papers.ofGrassroots(organisation, 'BC', '2023-05-05');
    add(the, '2023-05-05', paper, { kind: 'count.declared', unit: organisation.code, ...declared });
  }
  const writers = the.company.all.filter((one) => isOfficialOn(one, on) && remains(one, on, LAST));
  for (const [prize, work] of prizes) {
    const { code, ...writer } = pick(the.r, writers);
    const { organisation } = cellOn({ code, ...writer }, on) as NonNullable<ReturnType<typeof cellOn>>;
    const paper = the.papers.ofGrassroots(organisation, 'BC', on);
    add(the, on, paper, { kind: 'member.contestEntered', person: code, contest, work, prize });
  }
}
