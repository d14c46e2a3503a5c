import { change } from '../change.ts';
import { among, counted, has, isNone, leaveOut, number, onlyKind, type Pen, some } from '../pen.ts';
import { list, type Prose, paragraph, plain, say } from '../prose.ts';
import { section } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };
const ended = (outcome: string) => ask('petitions-settled', { outcome }, alone);

const asks = () => ({
  received: ask('petitions-received'),
  denunciations: ask('petitions-received', { sort: 'denunciation' }, alone),
  complaints: ask('petitions-received', { sort: 'complaint' }, alone),
  others: ask('petitions-received', { sort: 'petition' }, alone),
  settled: ask('petitions-settled', {}, alone),
  founded: ended('founded'),
  partly: ended('partly-founded'),
  unfounded: ended('unfounded'),
  forwarded: ended('forwarded'),
  filed: ended('filed'),
  withdrawn: ended('withdrawn'),
  pending: ask('petitions-pending', {}, alone),
  overdue: ask('petitions-overdue', {}, alone),
});

type Values = Readonly<Record<keyof ReturnType<typeof asks>, Value>>;

/** 7.3 Letters received, settled, and those still open. */
export const petitions = section({
  title: 'Giải quyết đơn thư',
  asks,
  write: (n, { pen }) => [
    paragraph([
      isNone(n.received) ? leaveOut(pen, 'đơn thư tiếp nhận trong kỳ') : received(pen, n),
      list([settled(pen, n), pending(pen, n)], '; '),
    ]),
  ],
});

function received(pen: Pen, n: Values): Prose | null {
  if (!has(n.received)) return null;
  const kinds: [Value, string][] = [
    [n.denunciations, 'đơn tố cáo'],
    [n.complaints, 'đơn khiếu nại'],
    [n.others, 'đơn kiến nghị, phản ánh'],
  ];
  const only = onlyKind(n.received, kinds);
  const sorts = list(kinds.map(([value, noun]) => some(pen, value, noun)));
  const what =
    only === null
      ? say`${counted(pen, n.received, 'đơn')}${sorts && say` (${sorts})`}`
      : counted(pen, n.received, only);
  return list([say`${pen.scene.words.inFull}, tiếp nhận ${what}`, change(pen, n.received, 'đơn')]);
}

function settled(pen: Pen, n: Values): Prose | null {
  if (!has(n.settled)) return null;
  const outcomes: [Value, string][] = [
    [n.founded, 'đơn kết luận đúng'],
    [n.partly, 'đơn kết luận đúng một phần'],
    [n.unfounded, 'đơn kết luận không đúng'],
    [n.forwarded, 'đơn chuyển nơi có thẩm quyền'],
    [n.filed, 'đơn lưu do không đủ điều kiện giải quyết'],
    [n.withdrawn, 'đơn do người gửi rút'],
  ];
  const only = onlyKind(n.settled, outcomes);
  if (only !== null) return say`${pen.scene.words.during} giải quyết xong ${counted(pen, n.settled, only)}`;
  const told = list(outcomes.map(([value, noun]) => some(pen, value, noun)));
  const how = among(
    n.settled,
    outcomes.map(([value]) => value),
  );
  return say`${pen.scene.words.during} giải quyết xong ${counted(pen, n.settled, 'đơn')}${told && say`, ${how} ${told}`}`;
}

function pending(pen: Pen, n: Values): Prose | null {
  if (!has(n.pending)) return null;
  const isAll = n.overdue.value === n.pending.value;
  const overdue = has(n.overdue)
    ? isAll
      ? plain(' (đều quá hạn)')
      : say` (${number(pen, n.overdue)} đơn quá hạn)`
    : null;
  return say`đến ${pen.scene.words.end} còn ${counted(pen, n.pending, 'đơn')} đang giải quyết${overdue}`;
}
