import { counted, has, onlyKind, type Pen, some } from '../pen.ts';
import { list, type Prose, paragraph, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section } from '../section.ts';
import { type Ask, ask, type Value } from '../value.ts';

const alone = { alone: true };
const prizes = {
  special: 'giải Đặc biệt',
  first: 'giải Nhất',
  second: 'giải Nhì',
  third: 'giải Ba',
  consolation: 'giải Khuyến khích',
  other: 'giải khác',
} as const;

/** 1. What was entered for contests. */
export const contests = section<string>({
  title: '',
  asks: contestAsks,
  write: (n, { pen }) => [toldContests(pen, n)],
});

/** The asks of every contest of the period: entries, and prizes by kind. */
function contestAsks({ contests }: Scene): Record<string, Ask> {
  return Object.fromEntries(
    contests.flatMap((contest): [string, Ask][] => [
      [`${contest}.entries`, ask('contest-entries', { contest }, alone)],
      [`${contest}.prizes`, ask('contest-prizes', { contest }, alone)],
      ...Object.keys(prizes).map((prize): [string, Ask] => [
        `${contest}.${prize}`,
        ask('contest-prizes', { contest, prize }, alone),
      ]),
    ]),
  );
}

/** Each contest by the name it has in the register: what it was called is not recorded. */
function toldContests(pen: Pen, n: Readonly<Record<string, Value>>): Prose | null {
  const { contests, body, words } = pen.scene;
  const said = list(
    contests.map((contest) => ofContest(pen, contest, n)),
    '; ',
  );
  if (said === null) return null;
  pen.remarks.add('Tên cuộc thi ghi theo mã trong sổ.');
  return paragraph([say`${words.inFull}, ${body.whole} tham gia ${said}`]);
}

function ofContest(pen: Pen, contest: string, n: Readonly<Record<string, Value>>): Prose | null {
  const [entries, all] = [n[`${contest}.entries`] as Value, n[`${contest}.prizes`] as Value];
  if (!has(entries)) return null;
  const kinds = Object.entries(prizes).map(([prize, noun]): [Value, string] => [
    n[`${contest}.${prize}`] as Value,
    noun,
  ]);
  const only = onlyKind(all, kinds);
  const won = only === null ? list(kinds.map(([value, noun]) => some(pen, value, noun))) : null;
  const prized = has(all) ? say`, có ${counted(pen, all, only ?? 'bài đạt giải')}${won && say` (${won})`}` : null;
  return say`cuộc thi “${contest}” với ${counted(pen, entries, 'bài dự thi')}${prized}`;
}
