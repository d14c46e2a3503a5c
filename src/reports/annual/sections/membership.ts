import { shown, shownDay } from '../../numbers.ts';
import { change } from '../change.ts';
import { counted, has, isNone, number, type Pen, some, someOf } from '../pen.ts';
import { list, listed, marked, type Prose, paragraph, plain, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };
const asks = ({ body }: Scene) => ({
  members: ask('members'),
  official: ask('official-members', {}, alone),
  probationary: ask('probationary-members', {}, alone),
  women: ask('female-members', {}, alone),
  minority: ask('ethnic-minority-members', {}, alone),
  religious: ask('religious-members', {}, alone),
  young: ask('members-by-age', { band: '18-30' }, { alone: true, reasons: true }),
  exempt: ask('exempt-members', {}, alone),
  suspended: ask('suspended-members', {}, alone),
  perCell: body.level === 'cell' ? null : ask('members-per-cell', {}, alone),
  transit: ask('members-in-transit', {}, alone),
  arrivals: ask('transfers-from-outside', {}, alone),
  departures: ask('transfers-to-outside', {}, alone),
  away: ask('temporary-away', {}, alone),
  guests: ask('temporary-guests', {}, alone),
  irregular: ask('transfers-flagged', { flag: 'irregular' }, alone),
  forged: ask('transfers-flagged', { flag: 'forged' }, alone),
  restored: ask('standing-restored', {}, alone),
  deaths: ask('deaths', {}, alone),
  expulsions: ask('expulsions', {}, alone),
  removals: ask('name-removals', {}, alone),
  resignations: ask('resignations', {}, alone),
  cardsIssued: ask('cards-issued', {}, alone),
  cardsReissued: ask('cards-reissued', {}, alone),
  cardsExchanged: ask('cards-exchanged', {}, alone),
});

/** 3.2 The members there are, who they are, who came and who left; cards. */
export const membership = section({
  title: 'Đội ngũ đảng viên, quản lý đảng viên',
  asks,
  write: (n, { pen }) => [
    paragraph([standing(pen, n), composition(pen, n), untold(n.young), isNone(n.members) ? null : cells(n)]),
    paragraph([moved(pen, n), left(pen, n), cards(pen, n)]),
  ],
});

type Values = Readonly<Record<keyof ReturnType<typeof asks>, Value>>;

function standing(pen: Pen, n: Values): Prose | null {
  const day = shownDay(pen.scene.period.to);
  if (isNone(n.members)) return plain(`Đến ngày ${day}, sổ chưa ghi đảng viên nào của ${pen.scene.body.self}`);
  if (!has(n.members)) return null;
  const kinds = list([some(pen, n.official, 'đảng viên chính thức'), some(pen, n.probationary, 'đảng viên dự bị')]);
  const told = has(n.probationary) ? kinds && say` (${kinds})` : null;
  const all = say`Đến ngày ${day}, ${pen.scene.body.whole} có ${counted(pen, n.members, 'đảng viên')}${told}`;
  return list([all, change(pen, n.members, 'đảng viên')]);
}

function composition(pen: Pen, n: Values): Prose | null {
  const traits = listed([
    someOf(pen, n.women, 'đảng viên nữ', n.members),
    someOf(pen, n.minority, 'đảng viên là người dân tộc thiểu số', n.members),
    someOf(pen, n.religious, 'đảng viên theo tôn giáo', n.members),
    someOf(pen, n.young, 'đảng viên từ 18 đến 30 tuổi', n.members),
    someOf(pen, n.exempt, 'đảng viên được miễn công tác và sinh hoạt đảng', n.members),
  ]);
  const suspended = has(n.suspended)
    ? say`${counted(pen, n.suspended, 'đảng viên')} đang bị đình chỉ sinh hoạt đảng`
    : null;
  return list([traits && say`Trong tổng số có ${traits}`, suspended], '; ');
}

/** Those whose age nobody can tell. */
function untold({ key, reasons }: Value): Prose | null {
  const count = reasons.reduce((sum, reason) => sum + reason.count, 0);
  if (count === 0) return null;
  return say`Hồ sơ của ${marked(shown(count), key, 'not-counted')} đảng viên chưa ghi ngày sinh nên không tính theo tuổi`;
}

function cells({ perCell }: Values): Prose | null {
  const { key, min, max } = perCell;
  if (min === null || max === null) return null;
  const [least, greatest] = [marked(shown(min), key, 'min'), marked(shown(max), key, 'max')];
  if (min === max) return say`Mỗi chi bộ có ${least} đảng viên`;
  return say`Chi bộ ít nhất có ${least} đảng viên, nhiều nhất có ${greatest} đảng viên`;
}

function moved(pen: Pen, n: Values): Prose | null {
  const permanent = list([
    has(n.arrivals) ? say`tiếp nhận ${counted(pen, n.arrivals, 'lượt đảng viên nơi khác chuyển đến')}` : null,
    has(n.departures) ? say`giới thiệu ${counted(pen, n.departures, 'lượt đảng viên chuyển đi nơi khác')}` : null,
  ]);
  const { inFull } = pen.scene.words;
  const transit = has(n.transit)
    ? say`${pen.scene.words.end} có ${counted(pen, n.transit, 'đảng viên')} đang chuyển, chưa được tiếp nhận`
    : null;
  const away = list([
    some(pen, n.away, 'đảng viên đang sinh hoạt tạm thời nơi khác'),
    some(pen, n.guests, 'đảng viên nơi khác đến sinh hoạt tạm thời'),
  ]);
  const flagged = list([
    has(n.irregular) ? say`${counted(pen, n.irregular, 'trường hợp')} chuyển sinh hoạt không đúng quy định` : null,
    has(n.forged) ? say`${counted(pen, n.forged, 'trường hợp')} dùng hồ sơ giả` : null,
  ]);
  return list(
    [
      permanent && say`${inFull}, ${permanent} sinh hoạt chính thức`,
      transit,
      away && say`${transit === null ? `${pen.scene.words.end} có ` : ''}${away}`,
      flagged && say`phát hiện ${flagged}`,
    ],
    '; ',
  );
}

function left(pen: Pen, n: Values): Prose | null {
  const gone = list([
    has(n.deaths) ? say`${counted(pen, n.deaths, 'đảng viên')} từ trần` : null,
    has(n.expulsions) ? say`${counted(pen, n.expulsions, 'đảng viên')} bị khai trừ` : null,
    has(n.removals) ? say`${counted(pen, n.removals, 'đảng viên')} bị xóa tên` : null,
    has(n.resignations) ? say`${counted(pen, n.resignations, 'đảng viên')} xin ra khỏi Đảng` : null,
  ]);
  const restored = has(n.restored) ? say`phục hồi đảng tịch cho ${number(pen, n.restored)} trường hợp` : null;
  const { words } = pen.scene;
  return list([gone && say`${words.during} có ${gone}`, restored], '; ');
}

function cards(pen: Pen, n: Values): Prose | null {
  const done = list([
    has(n.cardsIssued) ? say`phát ${counted(pen, n.cardsIssued, 'thẻ đảng viên')}` : null,
    has(n.cardsReissued) ? say`cấp lại ${counted(pen, n.cardsReissued, 'thẻ')} bị mất` : null,
    has(n.cardsExchanged) ? say`đổi ${counted(pen, n.cardsExchanged, 'thẻ')}` : null,
  ]);
  return done;
}
